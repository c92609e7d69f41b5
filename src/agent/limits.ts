/** How much one turn may cost, in calls and in time. */
export interface Limits {
  readonly modelCalls: number;
  readonly toolCalls: number;
  /** Calls of unknown tools or with wrong arguments that are answered before the model must do without. */
  readonly badCalls: number;
  readonly firstTokenMs: number;
  readonly idleMs: number;
  readonly totalMs: number;
  readonly toolMs: number;
  /** After this long without a word the person hears that it takes longer. */
  readonly slowMs: number;
  /** Further attempts at one endpoint after a failure that may pass. */
  readonly retries: number;
  /** The longest Retry-After that is waited for; beyond it the next model is quicker. */
  readonly retryAfterMs: number;
  readonly answerTokens: number;
}

/** Limits that suit a chat; each with its reason. */
export const LIMITS: Limits = {
  modelCalls: 6, // two look-ups, a calculation, a repair and the answer; more is a model going in circles
  toolCalls: 8, // a model may look up several things at once, but never reads the whole knowledge base
  badCalls: 3, // a model that has not learnt a tool's form after three answers does not learn it
  firstTokenMs: 60_000, // DeepSeek may queue for ten minutes under load; nobody in a chat waits so long
  idleMs: 30_000, // between tokens even a busy server needs a second or two
  totalMs: 180_000, // the whole turn, tools and all models together
  toolMs: 20_000, // a search takes milliseconds; a database that needs longer is ill
  slowMs: 8_000, // about when people ask whether anybody is there
  retries: 2,
  retryAfterMs: 8_000,
  answerTokens: 1_500, // about 2,500 Chinese characters: more than any window clerk would say
};
