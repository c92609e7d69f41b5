const SLACK = /<!(channel|here|everyone|subteam\^[^>|]*)(?:\|([^>]*))?>/gi;
const SLACK_ID = /<[@#]([A-Z0-9]+)(?:\|([^>]*))?>/g;
const EVERYBODY = /[@＠](所有人|全体成员|全员|all|channel|here|everyone)(?![A-Za-z0-9_.])/gi;
const WECOM = /<@(all|[A-Za-z0-9_.-]+)>/gi;
const BREAK = "\u2060"; // word joiner: the eye sees @所有人, the platform does not

/** The text with every form of calling a whole room or a person made harmless. */
export const disarmMentions = (text: string): string =>
  text
    .replace(SLACK, (_, name: string, label?: string) => `@${BREAK}${(label ?? name).replace(/^@/, "")}`)
    .replace(SLACK_ID, (_, id: string, label?: string) => label ?? id)
    .replace(WECOM, (_, name: string) => `@${BREAK}${name}`)
    .replace(EVERYBODY, (_, name: string) => `@${BREAK}${name}`);
