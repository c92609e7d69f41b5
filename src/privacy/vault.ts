import { z } from "zod";
import { BotError, messageOf } from "../core/errors.ts";
import { detect } from "./detect.ts";
import { KINDS } from "./kinds/index.ts";
import { LITERAL, openTokenAt, replaceTokens, tokenOf, tokensIn } from "./token.ts";

/** A piece of personal data in the original text and the token that stands for it in the masked one. */
export interface MaskedSpan {
  readonly kind: string;
  readonly start: number;
  readonly end: number;
  readonly token: string;
}

export interface Masked {
  readonly masked: string;
  readonly spans: readonly MaskedSpan[];
}

/** How restored values look: whole, or with the middle starred where others read along. */
export type Shown = "full" | "partial";

/** Puts values back while a text is still arriving. */
export interface RestoreStream {
  /** What may be shown now; a token that is not whole yet is held back. */
  push(delta: string): string;
  /** What was held back, once no more will come. */
  end(): string;
}

const stateSchema = z.strictObject({
  version: z.literal(1),
  values: z.array(
    z.strictObject({ token: z.string(), kind: z.string(), value: z.string(), spelled: z.string() }),
  ),
});

/** Everything a vault holds, as plain JSON; as secret as the values themselves. */
export type VaultState = Readonly<z.infer<typeof stateSchema>>;

type Entry = VaultState["values"][number];
type Piece = Omit<Entry, "token"> & { readonly word: string; readonly start: number; readonly end: number };

const LITERAL_KIND = "literal";

/**
 * The tokens of one conversation: personal data goes out as `⟦身份证_1⟧` and comes back as it was typed.
 *
 * The same value has the same token as long as the vault lives, however it is spelled; it comes back in the
 * spelling seen first. A token that the vault never gave out stays as it is.
 */
export class Vault {
  readonly #byToken = new Map<string, Entry>();
  readonly #byValue = new Map<string, string>();
  readonly #counts = new Map<string, number>();

  /** An empty vault, or one that goes on from `exported()` state; throws `data.corrupt` on anything else. */
  constructor(state?: unknown) {
    if (state === undefined) return;
    const parsed = stateSchema.safeParse(state);
    if (!parsed.success) throw corrupt(parsed.error);
    for (const entry of parsed.data.values) this.#keep(entry);
  }

  /**
   * Words of a person, with personal data hidden. Something typed in the form of a token gets one of its
   * own, so that nobody can ask for another person's value by its name; it is not listed among the spans.
   */
  mask(text: string): Masked {
    return this.#replace(text, [...personalData(text), ...typedTokens(text)]);
  }

  /** Words of ours that may hold tokens already (prompts, tool results): hides only what is still raw. */
  maskAgain(text: string): Masked {
    return this.#replace(text, personalData(text));
  }

  /** The text with values in the place of tokens. */
  restore(text: string, shown: Shown = "full"): string {
    return replaceTokens(text, (token, asWritten) => {
      const entry = this.#byToken.get(token);
      return entry ? spelling(entry, shown) : asWritten;
    });
  }

  /** Restores a text that arrives in pieces, wherever they are cut. */
  restoreStream(shown: Shown = "full"): RestoreStream {
    let held = "";
    return {
      push: (delta) => {
        const text = held + delta;
        const cut = openTokenAt(text);
        held = text.slice(cut);
        return this.restore(text.slice(0, cut), shown);
      },
      end: () => {
        const rest = this.restore(held, shown);
        held = "";
        return rest;
      },
    };
  }

  /** The state to keep and to make the same vault from again. */
  exported(): VaultState {
    return { version: 1, values: [...this.#byToken.values()] };
  }

  #replace(text: string, pieces: readonly Piece[]): Masked {
    const spans: MaskedSpan[] = [];
    let masked = "";
    let done = 0;
    for (const piece of pieces.toSorted((a, b) => a.start - b.start)) {
      if (piece.start < done) continue;
      const token = this.#tokenFor(piece);
      masked += text.slice(done, piece.start) + token;
      done = piece.end;
      if (piece.kind !== LITERAL_KIND) {
        spans.push({ kind: piece.kind, start: piece.start, end: piece.end, token });
      }
    }
    return { masked: masked + text.slice(done), spans };
  }

  #tokenFor({ kind, value, spelled, word }: Piece): string {
    const known = this.#byValue.get(`${kind} ${value}`);
    if (known) return known;
    const token = tokenOf(word, (this.#counts.get(kind) ?? 0) + 1);
    this.#keep({ token, kind, value, spelled });
    return token;
  }

  #keep(entry: Entry): void {
    this.#byToken.set(entry.token, entry);
    this.#byValue.set(`${entry.kind} ${entry.value}`, entry.token);
    this.#counts.set(entry.kind, (this.#counts.get(entry.kind) ?? 0) + 1);
  }
}

function personalData(text: string): Piece[] {
  return detect(text).map(({ kind, start, end, value }) => ({
    kind: kind.name,
    word: kind.token,
    value,
    spelled: text.slice(start, end),
    start,
    end,
  }));
}

function typedTokens(text: string): Piece[] {
  return tokensIn(text).map(({ start, end, asWritten }) => ({
    kind: LITERAL_KIND,
    word: LITERAL,
    value: asWritten,
    spelled: asWritten,
    start,
    end,
  }));
}

function spelling({ kind, value, spelled }: Entry, shown: Shown): string {
  if (shown === "full") return spelled;
  return KINDS.find(({ name }) => name === kind)?.partial(value) ?? spelled;
}

function corrupt(cause: unknown): BotError {
  return new BotError("data.corrupt", `the saved tokens cannot be read: ${messageOf(cause)}`, {
    forUser: {
      zh: "之前隐去的号码已无法还原，请重新发一次。",
      en: "Numbers hidden earlier can no longer be restored. Please send them again.",
    },
    field: "values",
    remedy: "delete the saved tokens of this conversation; new ones are made with the next message",
    cause,
  });
}
