/** What a client sends to /chat/completions, as far as the fake reads it. */
export interface ChatRequest {
  readonly model: string;
  readonly stream?: boolean;
  readonly messages: readonly ChatMessage[];
  readonly tools?: readonly {
    readonly function: {
      readonly name: string;
      readonly description?: string;
      readonly parameters?: { readonly required?: readonly string[] };
    };
  }[];
  readonly tool_choice?: unknown;
  readonly [field: string]: unknown;
}

export interface ChatMessage {
  readonly role: "system" | "user" | "assistant" | "tool";
  readonly content: string | null | readonly { readonly text?: string }[];
  readonly tool_calls?: readonly unknown[];
  readonly tool_call_id?: string;
  readonly reasoning_content?: string;
}

/** What one piece of a streamed answer carries. */
export interface Delta {
  readonly role?: string;
  readonly content?: string;
  readonly reasoning_content?: string;
  readonly tool_calls?: readonly {
    readonly index: number;
    readonly id?: string;
    readonly type?: string;
    readonly function: { readonly name?: string; readonly arguments: string };
  }[];
}

/** One move of the fake after the request came in. */
export type Move =
  | { readonly kind: "wait"; readonly ms: number }
  | { readonly kind: "raw"; readonly text: string }
  | { readonly kind: "delta"; readonly delta: Delta; readonly finish?: string }
  | { readonly kind: "repeat"; readonly text: string; readonly everyMs: number }
  | { readonly kind: "usage" }
  | { readonly kind: "done" }
  | { readonly kind: "cut" }
  | { readonly kind: "hang" };

/** The whole answer to one request: a status with a body, or a stream of moves. */
export interface Plan {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly moves: readonly Move[];
}

export const wait = (ms: number): Move => ({ kind: "wait", ms });
export const raw = (text: string): Move => ({ kind: "raw", text });
export const delta = (value: Delta, finish?: string): Move =>
  finish === undefined ? { kind: "delta", delta: value } : { kind: "delta", delta: value, finish };
export const CUT: Move = { kind: "cut" };
export const HANG: Move = { kind: "hang" };

/** An answer that streams these moves; like the real service it names the role first. */
export const stream = (...moves: readonly Move[]): Plan => ({
  moves: [delta({ role: "assistant", content: "" }), ...moves],
});

/** The last moves of a stream that ends as it should. */
export const ending = (finish: string): readonly Move[] => [
  delta({ content: "" }, finish),
  { kind: "usage" },
  { kind: "done" },
];

/** Text in small pieces, as a model streams it. */
export function speak(
  text: string,
  msPerToken = 0,
  field: "content" | "reasoning_content" = "content",
): readonly Move[] {
  const pieces = text.match(/[\s\S]{1,4}/gu) ?? [];
  return pieces.flatMap((piece) => [
    ...(msPerToken > 0 ? [wait(msPerToken)] : []),
    delta({ [field]: piece }),
  ]);
}

/** A call of one tool whose arguments arrive in two pieces; `args` is sent as it is, sound JSON or not. */
export function call(name: string, args: string, index = 0): readonly Move[] {
  const half = Math.ceil(args.length / 2);
  const id = `call_${index}_${name}`;
  return [
    delta({
      tool_calls: [{ index, id, type: "function", function: { name, arguments: args.slice(0, half) } }],
    }),
    delta({ tool_calls: [{ index, function: { arguments: args.slice(half) } }] }),
  ];
}

/** The plain text of a message, whichever of the two forms it has. */
export function textOf(message: ChatMessage | undefined): string {
  const content = message?.content;
  if (typeof content === "string") return content;
  return content?.map((part) => part.text ?? "").join("") ?? "";
}

/** Rough tokens of a text: DeepSeek counts about 0.6 a Chinese character and 0.3 another one. */
export function tokensOf(text: string): number {
  let tokens = 0;
  for (const char of text) tokens += char.charCodeAt(0) > 0x2e80 ? 0.6 : 0.3;
  return Math.ceil(tokens);
}

/** The length of the longest beginning that `text` shares with one of `earlier`. */
export function sharedPrefix(text: string, earlier: readonly string[]): number {
  let best = 0;
  for (const other of earlier) {
    let length = 0;
    while (length < text.length && text[length] === other[length]) length++;
    best = Math.max(best, length);
  }
  return best;
}
