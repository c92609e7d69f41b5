import type { Language } from "../../../core/language.ts";
import { firstOf, option, plain } from "../forms/elements.ts";
import type { View } from "../forms/views.ts";
import type { Block } from "../render/blocks.ts";
import { escapeMrkdwn } from "../render/markdown.ts";
import type { PersonSettings } from "./settings.ts";
import type { HomeAgent, HomeData, HomeDeadline, HomeLine } from "./source.ts";
import { daysWords, WORDS } from "./words.ts";

/** Ids of what can be pressed on the page. */
export const OPEN = "home_open:";
export const DRAFT = "home_draft";
export const LANGUAGE = "home_language";
export const AGENT = "home_agent";
/** What a choice is called that takes a choice back. */
export const NONE = "none";

// more than these push the settings out of sight; the talk has the whole lists
const MOST_AGENTS = 12;
const MOST_DRAFTS = 10;
const MOST_DEADLINES = 10;
const MAX_SECTION = 2_900;
const MAX_LINE = 200;
const MAX_VALUE = 1_900;
// a day off that an officer should act on
const SOON_DAYS = 3;

/** The home page of one person. */
export function homeView(
  data: HomeData,
  chosen: PersonSettings,
  language: Language,
  /** Travels along: the person's own talk with the bot. */
  channel: string,
): View {
  const agents = data.agents.slice(0, MOST_AGENTS);
  return {
    type: "home",
    private_metadata: JSON.stringify({ channel }),
    blocks: [
      header(data.title[language]),
      section(
        WORDS.can[language],
        agents.map(({ name, purpose }) => shown(`• ${name[language]}：${purpose[language]}`)),
      ),
      context(WORDS.ask[language]),
      ...(data.mayDraft ? desk(data, language) : []),
      { type: "divider" },
      ...settings(agents, chosen, language),
      context(shown(data.mode[language])),
    ],
  };
}

function desk({ drafts, deadlines }: HomeData, language: Language): readonly Block[] {
  const button = {
    type: "button",
    action_id: DRAFT,
    style: "primary",
    text: plain(WORDS.draft[language]),
  };
  return [
    { type: "actions", elements: [button] },
    header(WORDS.mine[language]),
    ...(drafts.length === 0 ? [context(WORDS.noDrafts[language])] : []),
    ...drafts.slice(0, MOST_DRAFTS).map((line, index) => draftBlock(line, index, language)),
    ...(drafts.length > MOST_DRAFTS ? [context(WORDS.more[language])] : []),
    header(WORDS.due[language]),
    ...(deadlines.length === 0
      ? [context(WORDS.noDue[language])]
      : [
          section(
            "",
            deadlines.slice(0, MOST_DEADLINES).map((each) => deadlineLine(each, language)),
          ),
        ]),
  ];
}

const draftBlock = ({ title, detail, text }: HomeLine, index: number, language: Language): Block => ({
  ...section(`*${shown(title)}*`, [shown(detail)]),
  accessory: {
    type: "button",
    action_id: `${OPEN}${index}`,
    text: plain(WORDS.open[language]),
    value: text.slice(0, MAX_VALUE),
  },
});

function deadlineLine({ title, due, daysLeft, reason }: HomeDeadline, language: Language): string {
  const sign = daysLeft !== null && daysLeft <= SOON_DAYS ? "⚠ " : "";
  const left = daysLeft === null ? "" : `（${daysWords(daysLeft)[language]}）`;
  const day = due === null ? WORDS.unknownDay[language] : due.replace("T", " ");
  return shown(`${sign}${day}${left}　${title}　${reason}`);
}

function settings(
  agents: readonly HomeAgent[],
  chosen: PersonSettings,
  language: Language,
): readonly Block[] {
  const none = option(WORDS.byQuestion[language], NONE);
  const languages = [none, option(WORDS.zh[language], "zh"), option(WORDS.en[language], "en")];
  const packs = [none, ...agents.map(({ id, name }) => option(name[language], id))];
  const now = (options: readonly Block[], value: string | undefined): Block =>
    options.find((each) => each["value"] === value) ?? none;
  const select = (actionId: string, options: readonly Block[], value: string | undefined): Block => ({
    type: "static_select",
    action_id: actionId,
    options,
    initial_option: now(options, value),
  });
  return [
    header(WORDS.settings[language]),
    {
      ...section(WORDS.language[language], []),
      accessory: select(LANGUAGE, languages, chosen.language),
    },
    { ...section(WORDS.agent[language], []), accessory: select(AGENT, packs, chosen.agent) },
  ];
}

/** Somebody's words, cut before they are escaped: half a sign would be shown otherwise. */
const shown = (text: string): string => escapeMrkdwn(firstOf(text.replace(/\s+/gu, " "), MAX_LINE));

const header = (text: string): Block => ({ type: "header", text: plain(text, 150) });

const context = (text: string): Block => ({ type: "context", elements: [{ type: "mrkdwn", text }] });

/** A head with lines below it, as many as fit. */
function section(head: string, lines: readonly string[]): Block {
  let text = head;
  for (const line of lines) {
    if (text.length + line.length >= MAX_SECTION) break;
    text += `${text === "" ? "" : "\n"}${line}`;
  }
  return { type: "section", text: { type: "mrkdwn", text: text === "" ? "–" : text } };
}
