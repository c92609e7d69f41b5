import type { Step } from "../core/turn.ts";
import { admit } from "./admit.ts";
import { audit, type AuditOptions } from "./audit.ts";
import { choose, type ChooseOptions } from "./choose.ts";
import { cite, type CiteOptions } from "./cite.ts";
import { command, type CommandOptions } from "./command.ts";
import { draft, type DraftOptions } from "./draft.ts";
import { identify, type IdentifyOptions } from "./identify.ts";
import { learn, type LearnOptions } from "./learn.ts";
import { locate, type LocateOptions } from "./locate.ts";
import { mask, type MaskOptions } from "./mask.ts";
import { publish } from "./publish.ts";
import { rateLimit, type RateLimitOptions } from "./rate-limit.ts";
import { recover, type RecoverOptions } from "./recover.ts";
import { remember, type RememberOptions } from "./remember.ts";
import { route, type RouteOptions } from "./route.ts";
import { urgent } from "./urgent.ts";

/** What the steps need, each its own few values. */
export type PipelineOptions = RecoverOptions &
  IdentifyOptions &
  RateLimitOptions &
  MaskOptions &
  AuditOptions &
  ChooseOptions &
  DraftOptions &
  CommandOptions &
  RouteOptions &
  RememberOptions &
  LearnOptions &
  CiteOptions &
  LocateOptions;

/**
 * The way of a message, top to bottom; the reply climbs back up through the same steps.
 *
 * A step's place is a decision: what stands below `mask` never meets a raw identity number, what stands below
 * `identify` knows who is asking, and nothing above `urgent` may delay an emergency by a model call.
 */
export const steps = (options: PipelineOptions): readonly Step[] => [
  recover(options), //   any failure below becomes a plain sentence for the person
  admit(), //            silent for echoes, other bots, and talk that is not meant for us
  identify(options), //  person and room become a principal: roles, audience
  rateLimit(options), // fair share for each person, in front of the model
  publish(), //          labels what a machine wrote
  mask(options), //      personal data becomes typed tokens on the way in, and comes back on the way out
  audit(options), //     one chained line a turn: who, what was decided, on which sources
  choose(options), //    "2" is the second choice below the last reply
  draft(options), //     officers' documents: facts, drafts, review, approval
  urgent(), //           emergencies are answered by rule, at once
  command(options), //   /help, /lookup, /forget, /status, /agents
  remember(options), //  brings the last exchanges, keeps the new one
  learn(options), //     questions that nothing answered are noted for those who write the cards
  cite(options), //      what a model cites of the law is checked before it is kept and sent
  locate(options), //    the city the person is asking about
  route(options), //     which agent answers
];
