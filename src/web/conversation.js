// @ts-check
import { newConversation, Refused, sendQuestion, stopAnswer } from "./api.js";
import { listen } from "./events.js";
import { keep, recall } from "./settings.js";
import { Talk } from "./talk.js";

/** @typedef {import("./types.ts").Turn} Turn */
/**
 * @typedef {object} Onlooker
 * @property {(turn: Turn, isFinished: boolean) => void} onTurn one turn has changed
 * @property {() => void} onMany any number of turns came, changed or went
 * @property {(isOnline: boolean) => void} onConnection
 * @property {(words: string) => void} onFault
 * @property {(text: string) => void} onTakenBack a question that would be refused again
 */

/** The talk on this page and its way to the bot and back; this browser remembers which one it is. */
export class Conversation {
  talk = new Talk((turn, isFinished) => this.#tell(turn, isFinished));
  /** True until what was said before has come. */
  isLoading = false;
  /** @type {Onlooker} */
  #onlooker;
  #stopListening = () => {};
  /** @type {Promise<string> | null} */
  #beginning = null;

  /** @param {Onlooker} onlooker */
  constructor(onlooker) {
    this.#onlooker = onlooker;
  }

  /** @param {Turn} turn @param {boolean} isFinished */
  #tell(turn, isFinished) {
    if (!this.isLoading) this.#onlooker.onTurn(turn, isFinished);
  }

  /** @param {string} text */
  say(text) {
    void this.send(this.talk.ask(text));
  }

  /** Sends a question, or sends it again: the bot answers it once. @param {Turn} turn */
  async send(turn) {
    this.talk.mark(turn, "sending");
    try {
      const conversation = recall("conversation") ?? (await this.#beginOnce());
      this.talk.taken(turn.key, await sendQuestion(conversation, turn.text, turn.key));
      this.#onlooker.onMany();
    } catch (error) {
      this.#notSent(turn, error);
    }
  }

  /** @param {Turn} turn @param {unknown} error */
  #notSent(turn, error) {
    // the bot has it all the same: only its word of it was lost
    if (turn.id !== null) return;
    // anything but an answer of the bot's: there was no connection, and a second try may get through
    if (!(error instanceof Refused) || error.status >= 500) {
      this.talk.mark(turn, "failed");
      if (error instanceof Refused) this.#onlooker.onFault(error.message);
      return;
    }
    this.talk.drop(turn);
    this.#onlooker.onMany();
    this.#onlooker.onTakenBack(turn.text);
    this.#onlooker.onFault(error.message);
  }

  /** Two quick questions begin one talk, not two. */
  #beginOnce() {
    this.#beginning ??= this.#begin().finally(() => (this.#beginning = null));
    return this.#beginning;
  }

  async #begin() {
    const conversation = await newConversation();
    keep("conversation", conversation);
    this.#follow(conversation);
    return conversation;
  }

  /** Stops the answer under way; what has come of it stays. */
  stop() {
    const conversation = recall("conversation");
    const [turn] = this.talk.running;
    if (!conversation || !turn?.id) return;
    this.talk.mark(turn, "stopped");
    stopAnswer(conversation, turn.id).catch((error) => this.#onlooker.onFault(String(error.message)));
  }

  /** Takes up the talk this browser remembers, if any. */
  resume() {
    const conversation = recall("conversation");
    this.isLoading = conversation !== null;
    if (conversation !== null) this.#follow(conversation);
  }

  /** Leaves this talk; one step back is possible. */
  startAnew() {
    keep("previous", recall("conversation"));
    this.#change(null);
  }

  goBack() {
    const previous = recall("previous");
    keep("previous", null);
    this.#change(previous);
  }

  /** @param {string | null} conversation */
  #change(conversation) {
    this.#stopListening();
    this.talk = new Talk((turn, isFinished) => this.#tell(turn, isFinished));
    keep("conversation", conversation);
    this.resume();
    this.#onlooker.onMany();
  }

  /** @param {string} conversation */
  #follow(conversation) {
    const { talk } = this;
    this.#stopListening();
    this.#stopListening = listen(conversation, {
      onPast: (past, running) => {
        // told once at the end instead of once a turn
        this.isLoading = true;
        talk.recall(past, running);
        this.isLoading = false;
        this.#onlooker.onMany();
      },
      onSaid: (said) => talk.hear(said),
      onProgress: (event) => talk.progress(event),
      onConnection: (isOnline) => this.#onlooker.onConnection(isOnline),
    });
  }
}
