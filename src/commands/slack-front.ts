import { join } from "node:path";
import type { SlackPerson } from "../adapters/slack/etiquette/slack-person.ts";
import type { FormSource } from "../adapters/slack/forms/source.ts";
import type { FrontSources } from "../adapters/slack/front-sources.ts";
import { openSettings } from "../adapters/slack/home/settings.ts";
import type { HomeFor } from "../adapters/slack/home/source.ts";
import type { App } from "../app.ts";
import type { Settings } from "../config.ts";
import type { IncomingMessage } from "../core/message.ts";
import { holdsAny, NOBODY, type Principal } from "../core/principal.ts";
import { dayInChina } from "../core/today.ts";
import type { Turn } from "../core/turn.ts";
import { openDocumentDesk } from "../document-desk.ts";
import { plainOf } from "../documents/compose/plain.ts";
import { openCases } from "../drafting/case/cases.ts";
import { STATE_WORDS } from "../drafting/case/names.ts";
import { identify } from "../pipeline/identify.ts";
import { statusOf } from "../status.ts";
import { faultOf, formNames, formOf } from "./slack-forms.ts";

const DRAFTERS = ["officer", "reviewer", "approver"] as const;
const MOST_CASES = 20;

/** What Slack's own surfaces ask for, and what people have settled there. */
export interface SlackFront extends FrontSources {
  /** The pack somebody chose for their own talks with the bot; empty where none was, or it is no longer theirs. */
  agentFor(message: IncomingMessage): Promise<string>;
}

/** Everything that Slack's forms, home page and rooms ask the rest of the bot for. */
export function slackFront(settings: Settings, app: App, today?: string): SlackFront {
  const { institution, dataDir } = settings;
  const desk = openDocumentDesk(settings);
  const { types, tenant, holidays } = desk;
  const cases = openCases(app.store.cases, { tenant, types, holidays, plainOf });
  const mayDraft = async (person: SlackPerson): Promise<boolean> =>
    holdsAny(await principalOf(person, settings), DRAFTERS);

  const forms: FormSource = {
    forms: async (person) => ((await mayDraft(person)) ? formNames(types) : []),
    async form(id) {
      const type = types.get(id);
      return type === undefined ? null : formOf(type);
    },
    faultOf,
  };
  const homeFor: HomeFor = async (person, language) => {
    const by = await principalOf(person, settings);
    const isDrafter = holdsAny(by, DRAFTERS);
    const [mine, due, mode] = await Promise.all([
      isDrafter ? cases.list({ by, limit: MOST_CASES }) : [],
      isDrafter ? cases.due({ by, today: today ?? dayInChina(Date.now()) }) : [],
      statusOf(app.knowledge, app.agent),
    ]);
    const name = institution.tenant.name;
    const stateOf = (state: string): string =>
      Object.entries(STATE_WORDS).find(([each]) => each === state)?.[1][language] ?? state;
    return {
      title: { zh: name || "帮办", en: name || "Bangban" },
      mode,
      agents: app.knowledge.packs.filter(({ audience }) => holdsAny(by, audience)),
      mayDraft: isDrafter,
      drafts: mine.map(({ caseId, title, documents }) => ({
        title: `${caseId} ${title}`,
        detail: documents
          .map(({ type, state }) => `${types.get(type)?.name[language] ?? type}（${stateOf(state)}）`)
          .join("、"),
        text: `/report ${caseId}`,
      })),
      deadlines: due.map(({ caseId, title, name, due, daysLeft, article, reason }) => ({
        title: `${name[language]} · ${caseId} ${title}`,
        due,
        daysLeft,
        reason: reason?.[language] ?? article,
      })),
    };
  };
  const choices = openSettings(join(dataDir, "slack-settings.json"));
  return {
    forms,
    homeFor,
    settings: choices,
    rooms: (channel) => institution.rooms[`slack:${channel}`],
    async agentFor({ platform, account, author, conversation }) {
      const chosen = platform === "slack" && !conversation.isGroup && choices.read(author.id).agent;
      const pack = app.knowledge.packs.find(({ id }) => id === chosen);
      if (pack === undefined) return "";
      const { externalTenant } = author;
      const person: SlackPerson = {
        account,
        userId: author.id,
        channelId: conversation.id,
        isDirect: true,
        ...(externalTenant === undefined ? {} : { externalTenant }),
      };
      return holdsAny(await principalOf(person, settings), pack.audience) ? pack.id : "";
    },
  };
}

/** Who somebody is, by the very rule that decides it for a message. */
async function principalOf(person: SlackPerson, { institution }: Settings): Promise<Principal> {
  const { users, default: defaultRole } = institution.roles;
  const { account, userId, channelId, isDirect, externalTenant } = person;
  let found: Principal = NOBODY;
  const turn: Turn = {
    message: {
      id: "",
      platform: "slack",
      account,
      kind: "open",
      surface: isDirect ? "direct" : "channel",
      conversation: { key: "", id: channelId, isGroup: !isDirect },
      author: {
        id: userId,
        isBot: false,
        isSelf: false,
        ...(externalTenant === undefined ? {} : { externalTenant }),
      },
      mentions: { self: true, all: false, ids: [], source: "implicit" },
      text: "",
      rawText: "",
      attachments: [],
      sentAtMs: 0,
      receivedAtMs: 0,
    },
    text: "",
    language: "zh",
    today: "",
    principal: NOBODY,
    agent: "",
    history: [],
    known: {},
    signal: new AbortController().signal,
    progress: () => undefined,
  };
  await identify({ users, rooms: institution.rooms, defaultRole })(turn, async ({ principal }) => {
    found = principal;
    return null;
  });
  return found;
}
