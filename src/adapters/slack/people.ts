import { z } from "zod";
import type { Call } from "./api/calls.ts";
import { pauseOn, type Clock } from "./options.ts";
import type { Workspace } from "./workspace.ts";

/** Which tenant somebody is of. */
export interface People {
  /** The tenant of somebody from outside, guests included; undefined for our own people. */
  externalTenant(user: string): Promise<string | undefined>;
}

const answer = z.object({
  user: z.object({
    team_id: z.string().nullish(),
    is_restricted: z.boolean().nullish(),
    is_ultra_restricted: z.boolean().nullish(),
    is_stranger: z.boolean().nullish(),
    enterprise_user: z.object({ enterprise_id: z.string().nullish() }).nullish(),
  }),
});

/** Said of somebody Slack tells us nothing about: rights are never given on a guess. */
export const UNKNOWN_TENANT = "unknown";
const GUEST = "guest";

// somebody who leaves the institution loses their rights here within this
const TRUSTED_MS = 10 * 60_000;
const PEOPLE_KEPT = 20_000;
// an acknowledgement has three seconds
const ANSWER_MS = 1_500;

interface Known {
  /** In time for an acknowledgement: unknown for now, where Slack is slow to tell. */
  tenant: Promise<string | undefined>;
  readonly untilMs: number;
}

/** People by users.info, remembered for ten minutes; whoever cannot be looked up counts as a stranger. */
export function createPeople(call: Call, workspace: Workspace, clock: Clock): People {
  const known = new Map<string, Known>();
  const pause = pauseOn(clock);

  const ask = async (user: string): Promise<string | undefined> => {
    try {
      return tenantOf(answer.parse(await call("users.info", { user })).user, workspace);
    } catch {
      // asked again with the next message, not in ten minutes
      known.delete(user);
      return UNKNOWN_TENANT;
    }
  };
  const begin = (user: string): Known => {
    const asked = ask(user);
    const late = pause(ANSWER_MS).then(() => UNKNOWN_TENANT);
    const entry = { tenant: Promise.race([asked, late]), untilMs: clock.now() + TRUSTED_MS };
    void asked.then(() => (entry.tenant = asked));
    return entry;
  };

  return {
    externalTenant(user) {
      const before = known.get(user);
      if (before !== undefined && clock.now() < before.untilMs) return before.tenant;
      const entry = begin(user);
      known.delete(user);
      known.set(user, entry);
      for (const [old] of known) {
        if (known.size <= PEOPLE_KEPT) break;
        known.delete(old);
      }
      return entry.tenant;
    },
  };
}

function tenantOf(
  user: z.output<typeof answer>["user"],
  { teamId, enterpriseId }: Workspace,
): string | undefined {
  if (user.is_restricted || user.is_ultra_restricted) return GUEST;
  const enterprise = user.enterprise_user?.enterprise_id;
  const isOfOurs = user.team_id === teamId || (enterprise != null && enterprise === enterpriseId);
  return isOfOurs && !user.is_stranger ? undefined : (user.team_id ?? UNKNOWN_TENANT);
}
