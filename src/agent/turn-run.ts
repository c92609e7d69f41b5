import { createHmac } from "node:crypto";
import { BotError, messageOf } from "../core/errors.ts";
import type { Principal } from "../core/principal.ts";
import type { Reply } from "../core/reply.ts";
import type { Turn } from "../core/turn.ts";
import {
  type Attempt,
  composeOffline,
  type Equipment,
  hasFindings,
  isByWords,
  openAttempt,
} from "./attempt.ts";
import type { Clock } from "./clock.ts";
import { type Deadline, startDeadline } from "./deadline.ts";
import { asFailure, ModelFailure } from "./failure.ts";
import { factsOf } from "./failures.ts";
import type { Health } from "./health.ts";
import type * as loop from "./loop.ts";
import { wantsPerson } from "./offline/handover.ts";
import type { ToolRule } from "./offline/rules.ts";
import type { AgentPack, Endpoint } from "./options.ts";
import { SAYINGS } from "./sayings.ts";
import { settle } from "./settle.ts";
import { permittedTools } from "./toolbelt.ts";

const USER_CHARS = 32; // of the hash: no two people of one institution will share it

export type Loop = Pick<typeof loop, "runEndpoint" | "runOffline">;

/** What a runner brings to every turn. */
export interface House {
  readonly equipment: Equipment;
  readonly endpoints: readonly Endpoint[];
  readonly health: Health;
  readonly loop: Loop;
  readonly rules: readonly ToolRule[];
  readonly userSalt: string;
}

/** One turn on its way through the models: main, fallback, and at last the sources alone. */
export class TurnRun {
  readonly #turn: Turn;
  readonly #pack: AgentPack;
  readonly #house: House;
  readonly #clock: Clock;
  readonly #started: number;
  readonly #attempts: Attempt[] = [];

  constructor(turn: Turn, pack: AgentPack, house: House) {
    this.#turn = turn;
    this.#pack = pack;
    this.#house = house;
    this.#clock = house.equipment.clock;
    this.#started = this.#clock.now();
  }

  async answer(): Promise<Reply> {
    if (wantsPerson(this.#turn.text)) return this.#handOver();
    const { limits } = this.#house.equipment;
    const deadline = startDeadline(this.#clock, limits.totalMs, this.#turn.signal);
    const takeBack = this.#clock.after(limits.slowMs, () => {
      if (!this.#hasSpoken()) this.#tell("slow");
    });
    try {
      return await this.#askModels(deadline);
    } catch (error) {
      if (this.#turn.signal.aborted) throw cancelled(this.#turn.signal.reason);
      throw error;
    } finally {
      takeBack();
      deadline.end();
    }
  }

  async #askModels(deadline: Deadline): Promise<Reply> {
    const { endpoints } = this.#house;
    let failure: ModelFailure | undefined;
    for (const [place, endpoint] of endpoints.entries()) {
      const closed = this.#house.health.closedBy(endpoint);
      if (closed !== undefined) {
        failure = closed;
        continue;
      }
      if (failure !== undefined) this.#tell("switching");
      const attempt = this.#open();
      failure = await this.#ask(endpoint, attempt, deadline);
      const { speaker } = attempt;
      const { kept, dropped } = speaker.tally();
      if (failure === undefined && dropped > kept) failure = unsupported(dropped);
      if (failure === undefined) return this.#settle(attempt, endpoint, place > 0);
      if (speaker.shown() !== "" && failure.kind !== "unsupported")
        return this.#settleCut(attempt, endpoint, failure);
      if (factsOf(failure.kind).isFinal === true || deadline.isOver()) break;
    }
    return this.#quoteSources(failure);
  }

  /** The failure of an endpoint, or undefined when it has answered. */
  async #ask(endpoint: Endpoint, attempt: Attempt, deadline: Deadline): Promise<ModelFailure | undefined> {
    const { bench, notebook, speaker } = attempt;
    const { limits, log } = this.#house.equipment;
    const shift = { limits, clock: this.#clock, notebook, speaker, signal: deadline.signal };
    const tools = permittedTools(bench.tools, this.#pack, this.#turn);
    try {
      await this.#house.loop.runEndpoint(bench, tools, endpoint, this.#user(), shift);
      this.#house.health.answered(endpoint);
      return undefined;
    } catch (error) {
      this.#turn.signal.throwIfAborted();
      const failure = asFailure(deadline.isOver() ? deadline.signal.reason : error, false);
      log("model.failed", { endpoint: endpoint.name, kind: failure.kind, error: messageOf(failure) });
      this.#house.health.failed(endpoint, failure);
      return failure;
    }
  }

  /** The answer without a model, led in by what happened to the model if there was one. */
  async #quoteSources(failure: ModelFailure | undefined): Promise<Reply> {
    const { language, signal } = this.#turn;
    const last = this.#attempts.at(-1);
    // words that were shown, or findings that are there, belong to the last attempt: go on with it; but what a
    // model looked up that then made things up is no better than its words
    const isTrusted = last !== undefined && failure?.kind !== "unsupported";
    const goesOn = isTrusted && (last.speaker.shown() !== "" || hasFindings(last));
    const attempt = goesOn ? last : this.#open();
    const { bench, speaker } = attempt;
    let composed = composeOffline(attempt);
    const tools = permittedTools(bench.tools, this.#pack, this.#turn);
    const show = (): string => {
      composed = composeOffline(attempt);
      const bridge = hasFindings(attempt) ? SAYINGS.bridge[language] : "";
      if (failure !== undefined) speaker.quote(`${failure.detail.forUser[language]}${bridge}`);
      speaker.quote(composed.text);
      return composed.text;
    };
    const isReady = (): boolean => hasFindings(attempt) || isByWords(this.#turn.text);
    const { rules } = this.#house;
    const shift = { turn: this.#turn, tools: tools.map(({ name }) => name), rules, isReady, answer: show };
    await this.#house.loop.runOffline(bench, tools, shift, signal);
    const { asks, handover, actions } = composed;
    const notice = SAYINGS[this.#house.endpoints.length === 0 ? "noModel" : "withoutModel"][language];
    return settle(
      this.#attempts,
      attempt,
      { mode: "offline", model: "", ...(failure && { failure }), notices: [notice], asks, handover, actions },
      this.#ms(),
    );
  }

  /** Somebody who asks for a person gets one named, with or without a model. */
  #handOver(): Reply {
    const attempt = this.#open();
    const { text, asks, handover } = composeOffline(attempt);
    attempt.speaker.quote(text);
    return settle(
      this.#attempts,
      attempt,
      { mode: "rule", model: "", notices: [], asks, handover },
      this.#ms(),
    );
  }

  #settle(attempt: Attempt, endpoint: Endpoint, isOther: boolean): Reply {
    const notices = isOther ? [SAYINGS.otherModel[this.#turn.language]] : [];
    return settle(this.#attempts, attempt, { mode: "model", model: endpoint.model, notices }, this.#ms());
  }

  /** What was shown stays; the reply says that it is not all. */
  #settleCut(attempt: Attempt, endpoint: Endpoint, failure: ModelFailure): Reply {
    const { language } = this.#turn;
    attempt.speaker.quote(`${failure.detail.forUser[language]}${SAYINGS.incomplete[language]}`);
    return settle(
      this.#attempts,
      attempt,
      { mode: "model", model: endpoint.model, failure, notices: [] },
      this.#ms(),
    );
  }

  #open(): Attempt {
    const attempt = openAttempt(this.#turn, this.#pack, this.#house.equipment);
    this.#attempts.push(attempt);
    return attempt;
  }

  #hasSpoken = (): boolean => this.#attempts.some(({ speaker }) => speaker.shown() !== "");
  #tell = (name: "slow" | "switching"): void =>
    this.#turn.progress({ type: "working", words: SAYINGS[name][this.#turn.language] });
  #ms = (): number => this.#clock.now() - this.#started;
  #user = (): string => hashOf(this.#turn.principal, this.#house.userSalt);
}

const hashOf = ({ platform, account, userId }: Principal, salt: string): string =>
  createHmac("sha256", salt).update(`${platform}:${account}:${userId}`).digest("hex").slice(0, USER_CHARS);

const unsupported = (dropped: number): ModelFailure =>
  new ModelFailure("unsupported", `${dropped} sentences without support`);

const cancelled = (cause: unknown): BotError =>
  new BotError("turn.cancelled", "the turn was cancelled", {
    forUser: { zh: "已停止。", en: "Stopped." },
    cause,
  });
