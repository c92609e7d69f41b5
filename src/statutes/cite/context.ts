import type { Place } from "./locator.ts";
import type { LawRef, Mention } from "./mention.ts";
import type { PlainText } from "./plain.ts";
import { nameKey } from "../text/name.ts";
import type { RelativePlace } from "./relative.ts";

/** Who owns a place: a law named beside it, a word like 该法, or (null) nobody there. */
export interface PlaceOwner {
  readonly ref: LawRef | null;
  readonly anaphor: string | null;
  readonly start: number;
}

const LINK = /^(?:、|,|;|以及|或者|和|及|与|或|并|至|到|的|有关|规定|同时|还)*$/;
const SENTENCE_END = /[。!?\n]/;
const CITING =
  /(?:依据|根据|依照|按照|违反|违背|触犯|适用|参照|援引|符合|依|按)了?(?:其|上述|前述|其中)?的?$/;
// a numbered clause of something that is no law
const CLAUSE =
  /(?:合同|协议|协议书|章程|公约|规约|约定|条款|制度|手册|标准|守则|协定|附件|通知|意见|方案)[^。,;]{0,6}$/;
const KIND = /(法律|法典|法规|规章|条例|规定|办法|细则|解释|规则|决定|法)$/;
// a sentence later a bare number still means the law before it, a page later it does not
const NEAR_CHARS = 400;

/** What has been named so far, so that 该法, 前款 and bare numbers find their law. */
export class Context {
  readonly #plain: PlainText;
  readonly #refs: LawRef[] = [];
  #current: LawRef | null = null;
  #end = 0;
  #place: Place | null = null;

  constructor(plain: PlainText) {
    this.#plain = plain;
  }

  /** A law named without an article; silent for names that claim to be no law. */
  law(ref: LawRef | null, start: number, end: number): Mention[] {
    if (ref === null) return [];
    this.#see(ref, end, null);
    const isSilent = ref.kind === "unknown" && ["none", "other", "internal"].includes(ref.claim);
    return isSilent ? [] : [{ ref, place: null, start, end }];
  }

  places(owner: PlaceOwner | null, places: readonly Place[]): Mention[] {
    const [first] = places;
    if (!first) return [];
    const ref = this.#refOf(owner, first);
    if (ref === null) return [];
    this.#see(ref, places.at(-1)?.end ?? first.end, places.at(-1) ?? null);
    if (ref.kind === "unknown" && ref.claim === "none") return [];
    const from = owner?.start ?? first.start;
    return places.map((place) => ({
      ref,
      place,
      start: place.start === first.start ? from : place.start,
      end: place.end,
    }));
  }

  relative({ word, start, end, inside }: RelativePlace): Mention[] {
    const last = this.#place;
    const ref = this.#current;
    const between = this.#plain.text.slice(this.#end, start);
    if (!last || !ref || ref.kind === "dangling" || between.includes("\n") || between.length > NEAR_CHARS / 2)
      return [];
    const article = /^[前上]条/.test(word) ? { main: last.article.main - 1, sub: 0 } : last.article;
    if (article.main < 1) return [];
    const isParagraph = word.endsWith("款");
    const back = /^[前上]/.test(word) ? 1 : 0;
    const paragraph = isParagraph && last.paragraph !== null ? last.paragraph - back : null;
    if (isParagraph && (paragraph === null || paragraph < 1)) return [];
    const places =
      inside.length > 0
        ? inside.map((each) => ({ ...each, article, paragraph: each.paragraph ?? paragraph }))
        : [{ article, paragraph, item: null, start, end }];
    this.#place = places.at(-1) ?? last;
    this.#end = end;
    return places.map((place) => ({ ref, place, start: place.start, end: place.end }));
  }

  #see(ref: LawRef, end: number, place: Place | null): void {
    if (ref.kind !== "dangling") this.#refs.push(ref);
    this.#current = ref;
    this.#end = end;
    this.#place = place;
  }

  #refOf(owner: PlaceOwner | null, first: Place): LawRef | null {
    if (owner?.ref) return owner.ref;
    return owner?.anaphor ? this.#meantBy(owner.anaphor) : this.#ownerOfBare(first.start);
  }

  #meantBy(anaphor: string): LawRef | null {
    const kind = KIND.exec(anaphor)?.[1] ?? "法";
    const isAny = ["法律", "法规", "规章"].includes(kind);
    const found = this.#refs.findLast((ref) => isAny || isOfKind(ref, kind));
    if (found) return found;
    // a rule that speaks of itself
    if (anaphor.startsWith("本") && kind !== "法") return null;
    if (/规定|决定/.test(kind) && this.#refs.length > 0) return this.#refs.at(-1) ?? null;
    return { kind: "dangling", written: anaphor };
  }

  #ownerOfBare(at: number): LawRef | null {
    const ref = this.#current;
    if (!ref) return null;
    const { text, lineStarts } = this.#plain;
    const between = text.slice(this.#end, at);
    if (this.#place !== null && LINK.test(between) && !lineStarts.has(at)) return ref;
    if (lineStarts.has(at)) return null;
    const before = text.slice(Math.max(0, at - 14), at);
    if (CLAUSE.test(before)) return null;
    if (!SENTENCE_END.test(between)) return ref;
    return CITING.test(before) && between.length < NEAR_CHARS && !between.includes("\n") ? ref : null;
  }
}

function isOfKind(ref: LawRef, kind: string): boolean {
  const name = nameKey(nameOf(ref)).replace(/(?:试行|暂行|[一二三四五六七八九十]+)$/, "");
  return kind === "法" || kind === "法典"
    ? /(?:法|法典)$/.test(name) && !name.endsWith("办法")
    : name.endsWith(kind);
}

function nameOf(ref: LawRef): string {
  if (ref.kind !== "known") return ref.written;
  return ref.found.kind === "law" ? ref.found.law.title : ref.found.gone.name;
}
