// @ts-check
import { randomId } from "./settings.js";

/** @typedef {import("./types.ts").Turn} Turn */
/** @typedef {import("./types.ts").Live} Live */
/** @typedef {import("./types.ts").ReplyEvent} ReplyEvent */
/** @typedef {import("./events.js").Said} Said */

// an unanswered question older than this is not waited for after a reload
const WAITED_FOR_MS = 10 * 60_000;

/**
 * What has been said in the conversation on the page. Events may come late, twice or before the question they
 * belong to; the talk is the same in the end. Nothing is drawn here: `onChange` hears of each turn that changed.
 */
export class Talk {
  /** @type {Turn[]} */
  turns = [];
  /** @type {Map<string, ReplyEvent>} by the id of the message they answer */
  #replies = new Map();
  /** @type {Map<string, Live>} */
  #live = new Map();
  /** @type {(turn: Turn, isFinished: boolean) => void} */
  #onChange;

  /** @param {(turn: Turn, isFinished: boolean) => void} onChange `isFinished`: its answer has just come */
  constructor(onChange) {
    this.#onChange = onChange;
  }

  /** A question is on its way. @param {string} text @returns {Turn} */
  ask(text) {
    /** @type {Turn} */
    const turn = { key: randomId(), id: null, text, atMs: Date.now(), state: "sending" };
    this.turns.push(turn);
    this.#onChange(turn, false);
    return turn;
  }

  /** The bot has taken a question. @param {string} key @param {string} id */
  taken(key, id) {
    const turn = this.turns.find((one) => one.key === key);
    if (!turn || turn.id !== null) return;
    // it was heard of before the answer to the sending came
    this.turns = this.turns.filter((one) => one === turn || one.id !== id);
    turn.id = id;
    turn.state = "open";
    this.#onChange(turn, this.#replies.has(id));
  }

  /** @param {Turn} turn @param {Turn["state"]} state */
  mark(turn, state) {
    turn.state = state;
    this.#onChange(turn, false);
  }

  /** @param {Turn} turn */
  drop(turn) {
    this.turns = this.turns.filter((one) => one !== turn);
  }

  /** @param {Said} said */
  hear({ kind, event }) {
    if (kind === "question") return this.#hearQuestion(event);
    if (this.#replies.has(event.id)) return;
    this.#replies.set(event.id, event);
    this.#live.delete(event.id);
    const turn = this.turns.find((one) => one.id === event.id) ?? this.#unasked(event);
    if (turn) this.#onChange(turn, true);
  }

  /** @param {import("./types.ts").QuestionEvent} event */
  #hearQuestion({ id, text, atMs, key }) {
    if (this.turns.some((one) => one.id === id)) return;
    const own = this.turns.find((one) => one.key === key) ?? this.#unconfirmed(text);
    if (own) return this.taken(own.key, id);
    /** @type {Turn} */
    const turn = { key: key ?? id, id, text, atMs, state: "open" };
    this.turns.push(turn);
    this.#onChange(turn, false);
  }

  /**
   * A question of ours that the bot may have without our knowing: the answer to its sending was lost.
   *
   * @param {string} text
   */
  #unconfirmed(text) {
    return this.turns.find((one) => one.id === null && one.text.normalize("NFC") === text);
  }

  /** The bot spoke without a question of ours, or before we know its id. @param {ReplyEvent} event */
  #unasked({ id, atMs }) {
    if (this.turns.some((one) => one.state === "sending")) return undefined;
    /** @type {Turn} */
    const turn = { key: id, id, text: "", atMs, state: "open" };
    this.turns.push(turn);
    return turn;
  }

  /** What was said before, and which of it is being worked on. @param {Said[]} past @param {string[]} running */
  recall(past, running) {
    for (const said of past) this.hear(said);
    for (const turn of this.turns) {
      const isWaitedFor = Date.now() - turn.atMs < WAITED_FOR_MS && turn === this.turns.at(-1);
      if (turn.state !== "open" || turn.id === null || this.#replies.has(turn.id)) continue;
      if (!running.includes(turn.id) && !isWaitedFor) this.mark(turn, "silent");
    }
  }

  /** @param {import("./types.ts").ProgressEvent} event */
  progress(event) {
    const { messageId } = event;
    const turn = this.turns.find((one) => one.id === messageId);
    if (this.#replies.has(messageId)) return;
    const before = this.#live.get(messageId) ?? { partial: "", status: null };
    if (event.type === "done") {
      this.#live.delete(messageId);
      if (turn?.state === "open") this.mark(turn, "silent");
      return;
    }
    const partial = event.type === "text" ? before.partial.slice(0, event.at) + event.delta : before.partial;
    const status = event.type === "text" ? before.status : event;
    this.#live.set(messageId, { partial, status });
    if (turn) this.#onChange(turn, false);
  }

  /** @param {Turn} turn */
  replyTo = ({ id }) => (id === null ? undefined : this.#replies.get(id)?.reply);

  /** @param {Turn} turn @returns {Live} */
  liveOf = ({ id }) => (id === null ? undefined : this.#live.get(id)) ?? { partial: "", status: null };

  /** The questions that are being worked on, oldest first. */
  get running() {
    return this.turns.filter((turn) => turn.state === "open" && !this.replyTo(turn));
  }
}
