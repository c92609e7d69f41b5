import type { Adapter, Admission } from "../core/adapter.ts";
import type { IncomingMessage } from "../core/message.ts";
import { say, type Reply } from "../core/reply.ts";
import type { Handle, OnProgress } from "../core/turn.ts";
import type { Store, Unsent, Waiting } from "../store/port.ts";
import { createCourier, pauseByTimer, type Courier, type Pause } from "./courier.ts";
import { SILENT, type DeskEvents } from "./events.ts";
import { Lanes } from "./lanes.ts";
import { Running, type CutOff } from "./running.ts";
import { CRASHED, FULL_LANE, queued, wordsFor } from "./words.ts";

export interface DeskOptions {
  readonly store: Store;
  /** The pipeline. */
  readonly handle: Handle;
  readonly adapters: readonly Adapter[];
  readonly events?: DeskEvents;
  /** Turns at once over all conversations. */
  readonly concurrency?: number;
  readonly pause?: Pause;
  readonly now?: () => number;
}

// a turn spends its time waiting for a model; 64 of them fit easily into one process
const CONCURRENCY = 64;
// fifty unanswered messages in one conversation are a flood, not a talk
const MAX_LANE = 50;
// a message that was being worked on each time the process died is what kills it
const MAX_CRASHES = 8;

/** Stores what comes in, has it answered once and in order, and sees the answer out. */
export class Desk {
  readonly #store: Store;
  readonly #handle: Handle;
  readonly #adapters: ReadonlyMap<string, Adapter>;
  readonly #events: DeskEvents;
  readonly #courier: Courier;
  readonly #pause: Pause;
  readonly #now: () => number;
  readonly #lanes: Lanes;
  readonly #running = new Running();
  readonly #leaving = new AbortController();

  constructor({ store, handle, adapters, events = SILENT, ...rest }: DeskOptions) {
    this.#store = store;
    this.#handle = handle;
    this.#adapters = new Map(adapters.map((adapter) => [adapter.name, adapter]));
    this.#events = events;
    this.#pause = rest.pause ?? pauseByTimer;
    this.#now = rest.now ?? Date.now;
    this.#lanes = new Lanes(rest.concurrency ?? CONCURRENCY);
    const adapterOf = (platform: string) => this.#adapters.get(platform);
    this.#courier = createCourier({ outbox: store.outbox, adapterOf, events, pause: this.#pause });
  }

  /** Takes a message from an adapter; resolves once it is on disk, before it is answered. */
  async receive(message: IncomingMessage, onProgress: OnProgress = ignore): Promise<Admission> {
    const admission = await this.#store.inbox.accept(message);
    this.#events.received(message.platform, admission);
    // what is stored while we leave is answered after the next start
    if (admission === "stored" && !this.#leaving.signal.aborted) this.#enqueue(message, onProgress);
    return admission;
  }

  /** Takes up what a former process left, in order; returns how many messages. Call before `open`. */
  async recover(): Promise<number> {
    // what belongs to a platform that is not served now waits until it is
    const waiting = (await this.#store.inbox.recover()).filter(({ platform }) =>
      this.#adapters.has(platform),
    );
    for (const piece of await this.#store.outbox.unsent()) await this.#resend(piece);
    for (const row of waiting) this.#add(row.lane, row.id, () => this.#takeUp(row));
    return waiting.length;
  }

  /** Begins to work; until then messages are stored and queued only. */
  open(): void {
    this.#lanes.open();
  }

  /** Starts nothing more and waits for what runs; what is not done in time goes on after the next start. */
  async drain(withinMs: number): Promise<void> {
    this.#lanes.close();
    const done = new AbortController();
    await Promise.race([this.#lanes.idle(), this.#pause(withinMs, done.signal)]);
    done.abort();
    this.#leaving.abort();
    this.#running.cutAll();
    await this.#lanes.idle();
  }

  get queue(): { readonly waiting: number; readonly running: number } {
    return { waiting: this.#lanes.size - this.#lanes.running, running: this.#lanes.running };
  }

  #add(lane: string, id: string, work: () => Promise<void>): number {
    return this.#lanes.add(lane, () => work().catch((error: unknown) => this.#events.broken(id, error)));
  }

  #enqueue(message: IncomingMessage, onProgress: OnProgress): void {
    const lane = message.conversation.key;
    if (isCutOff(message.kind)) this.#running.cancel(lane, message.targetMessageId, message.kind);
    if (this.#lanes.ahead(lane) >= MAX_LANE) {
      const refusal = say(wordsFor(message, FULL_LANE), { failure: "rate.exceeded" });
      this.#add(lane, message.id, () => this.#finish(message, refusal, onProgress));
      return;
    }
    this.#running.expect(message);
    const ahead = this.#add(lane, message.id, () => this.#answer(message, onProgress));
    if (ahead === 0) return;
    onProgress({ type: "queued", ahead });
    // one notice a wait, and only where no progress can be shown
    if (ahead === 1) this.#notify(message, "queued", wordsFor(message, queued(ahead)));
  }

  async #answer(message: IncomingMessage, onProgress: OnProgress): Promise<void> {
    const startedMs = this.#now();
    this.#store.inbox.begin(message.id);
    const progress: OnProgress = (event) => {
      onProgress(event);
      if (event.type === "working") this.#notify(message, "working", event.words);
    };
    const reply = await this.#running.watch(message, async (signal) => {
      const answer = await this.#handle(message, { signal, progress });
      // cut off by the shutdown: the message stays open and is answered after the next start
      return signal.reason === ("shutdown" satisfies CutOff) ? undefined : answer;
    });
    if (reply === undefined) return;
    this.#events.answered(message.platform, this.#now() - startedMs, reply?.failure);
    await this.#finish(message, reply, onProgress);
  }

  async #finish(
    message: IncomingMessage,
    reply: Reply | null,
    onProgress: OnProgress = ignore,
  ): Promise<void> {
    const adapter = this.#adapters.get(message.platform);
    const pieces = reply === null ? [] : (adapter?.render(reply, message) ?? []);
    const unsent = await this.#store.inbox.close(message.id, reply, pieces);
    await this.#courier(message, unsent, this.#leaving.signal);
    onProgress({ type: "done" });
  }

  async #takeUp(row: Waiting): Promise<void> {
    const message = await this.#store.inbox.read(row.id);
    if (!message) return;
    if (row.crashes < MAX_CRASHES) return this.#answer(message, ignore);
    await this.#finish(message, say(wordsFor(message, CRASHED), { failure: "internal" }));
  }

  /** A piece that a former process had stored but perhaps not brought out; it goes before new work. */
  async #resend(piece: Unsent): Promise<void> {
    const message = await this.#store.inbox.read(piece.messageId);
    if (!message || !this.#adapters.has(message.platform)) return;
    const bring = () => this.#courier(message, [piece], this.#leaving.signal);
    this.#add(message.conversation.key, message.id, bring);
  }

  /** A passing notice where progress cannot be shown: worth a try, not worth a retry. */
  #notify(message: IncomingMessage, name: string, words: string): void {
    const adapter = this.#adapters.get(message.platform);
    if (!adapter || adapter.limits.stream !== "none") return;
    const [piece] = adapter.render(say(words), message);
    if (!piece) return;
    const key = `${message.id}/${name}`;
    adapter
      .send({ ...piece, key, message, isDoubtful: false })
      .catch((error: unknown) => this.#events.sendFailed(key, String(error), undefined));
  }
}

const ignore: OnProgress = () => undefined;

const isCutOff = (kind: IncomingMessage["kind"]): kind is "stop" | "delete" | "edit" =>
  kind === "stop" || kind === "delete" || kind === "edit";
