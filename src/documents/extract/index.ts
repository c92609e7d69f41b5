export { extractFacts } from "./extract.ts";
export type { Extracted } from "./extract.ts";
export { readChange } from "./change.ts";
export type { ChangeOptions } from "./change.ts";
export type { Change } from "./correction.ts";
export type { Contradiction, Rejected, TalkMessage, TalkOptions } from "./talk.ts";
