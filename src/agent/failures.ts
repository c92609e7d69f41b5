import type { ErrorCode } from "../core/errors.ts";
import type { Words } from "../core/language.ts";

interface FailureKindFacts {
  readonly code: ErrorCode;
  /** What the person reads; the sources' answer or the cut text stands beside it. */
  readonly words: Words;
  /** What the operator does about it; absent where there is nothing to do. */
  readonly remedy?: string;
  /** Further attempts at the same endpoint that make sense; none where it would only say the same again. */
  readonly retries?: number;
  /** Another model must not be asked: the words themselves were refused. */
  readonly isFinal?: boolean;
}

/** Everything that can go wrong at a model's end, with the words for both people concerned. */
export const FAILURES = {
  balance: {
    code: "model.balance",
    words: {
      zh: "模型账户余额不足，已通知管理员。",
      en: "The model account has run out of balance; the administrator has been told.",
    },
    remedy: "top up the model account",
  },
  key: {
    code: "model.key",
    words: {
      zh: "模型服务不认可当前的密钥，已通知管理员。",
      en: "The model service does not accept our key; the administrator has been told.",
    },
    remedy: "set a valid API key for this endpoint",
  },
  refused: {
    code: "model.unavailable",
    words: {
      zh: "模型服务没有接受这次请求，已通知管理员。",
      en: "The model service did not accept the request; the administrator has been told.",
    },
    remedy: "check base URL and model id of this endpoint; the message says what it disliked",
  },
  busy: {
    code: "model.busy",
    words: {
      zh: "现在问的人太多，模型服务要求稍后再试。",
      en: "The model service is receiving too many requests.",
    },
    remedy: "raise the account's rate or concurrency limit, or configure a fallback endpoint",
    retries: 2,
  },
  overloaded: {
    code: "model.busy",
    words: { zh: "模型服务眼下资源不足。", en: "The model service is short of capacity right now." },
    remedy: "usually passes by itself; configure a fallback endpoint if it lasts",
    retries: 2,
  },
  server: {
    code: "model.unavailable",
    words: {
      zh: "模型服务出了故障，已通知管理员。",
      en: "The model service is failing; the administrator has been told.",
    },
    remedy: "see the provider's status page; configure a fallback endpoint if it lasts",
    retries: 2,
  },
  unreachable: {
    code: "model.unavailable",
    words: {
      zh: "连不上模型服务，已通知管理员。",
      en: "The model service cannot be reached; the administrator has been told.",
    },
    remedy: "check the network, the proxy and the base URL of this endpoint",
    retries: 2,
  },
  firstToken: {
    code: "model.timeout",
    words: { zh: "模型迟迟没有开始回答。", en: "The model did not begin to answer in time." },
    remedy: "the endpoint queues for too long; try a smaller model or configure a fallback endpoint",
  },
  idle: {
    code: "model.timeout",
    words: { zh: "模型答到一半停住了。", en: "The model stopped in the middle of its answer." },
    remedy: "the endpoint stalls in mid-stream; check its load and any proxy between",
  },
  total: {
    code: "model.timeout",
    words: { zh: "模型用时太长，已经停下。", en: "The model took too long and was stopped." },
    remedy: "the endpoint is too slow for a chat; try a smaller model",
  },
  cut: {
    code: "model.cut",
    words: { zh: "与模型的连接中途断了。", en: "The connection to the model broke off." },
    remedy: "the endpoint closes streams early; check its load and any proxy between",
    retries: 1,
  },
  length: {
    code: "model.cut",
    words: { zh: "回答太长，只写到这里。", en: "The answer was too long and ends here." },
  },
  empty: {
    code: "model.empty",
    words: { zh: "模型没有给出内容。", en: "The model gave no answer." },
    retries: 1,
  },
  filtered: {
    code: "model.filtered",
    words: {
      zh: "模型服务没有通过这段内容的审核。",
      en: "The model service's content filter stopped this answer.",
    },
    isFinal: true,
  },
  garbage: {
    code: "model.unavailable",
    words: { zh: "模型返回的内容无法识别。", en: "The model's answer could not be read." },
    remedy: "the address may not be a chat completions API: check the base URL",
    retries: 1,
  },
  badCall: {
    code: "model.unavailable",
    words: { zh: "模型没能正确使用查询工具。", en: "The model failed to use its tools properly." },
    remedy: "on a server of your own check the tool call parser that fits the model",
    retries: 1,
  },
  unsupported: {
    code: "model.empty",
    words: {
      zh: "模型写的内容和来源对不上，没有采用。",
      en: "What the model wrote does not match the sources and was left out.",
    },
    isFinal: true,
  },
} as const satisfies Record<string, FailureKindFacts>;

export type FailureKind = keyof typeof FAILURES;

/** The facts of a kind, by the common shape. */
export const factsOf = (kind: FailureKind): FailureKindFacts => FAILURES[kind];
