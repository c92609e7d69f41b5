import type { Law, Version } from "../ledger/ledger.ts";
import { articleKey } from "../text/article-number.ts";
import type { LawTexts } from "../texts.ts";
import type { Verdict } from "./citation.ts";
import type { Group } from "./groups.ts";
import { englishLabel, inner, placeLabel } from "./label.ts";
import type { Mention } from "./mention.ts";

// 依据第三十四条的规定，决定处以罚款: the article behind a penalty must speak of one
const BASIS = /(?:依据|根据|依照|按照)(?:了|是|:)*$/;
const IMPOSES =
  /^(?:的|之)?(?:有关|相关)?规定?[,:]*(?:本[局机关队委]{1,3}|我[局委队])?(?:现|拟|依法)?(?:决定|拟)?(?:对[^,。;]{1,20})?(?:依法)?(?:作出|给予|处以|处|没收|吊销|责令停产停业)[^。;]{0,30}?(罚款|没收|吊销|拘留|停产停业|警告)/;
const PENAL = /罚|没收|吊销|警告|拘留|责令|处分|刑|暂扣|关闭|停业|停产|收缴|取缔/;

interface Candidate {
  readonly mention: Mention;
  readonly law: Law | null;
  readonly version: Version | null;
}

/** Says that a penalty rests on articles none of which speaks of a penalty; null when one does or none is known. */
export function penaltyFault(
  text: string,
  { start, end, from, to }: Group,
  cited: readonly Candidate[],
  texts: LawTexts,
): Pick<Verdict, "status" | "detail"> | null {
  if (!BASIS.test(text.slice(Math.max(from, start - 8), start))) return null;
  const [, kind] = IMPOSES.exec(text.slice(end, Math.min(to, end + 90))) ?? [];
  if (kind === undefined) return null;
  for (const { law, version, mention } of cited) {
    const place = mention.place;
    const article = law && version && place ? texts.article(law, version, articleKey(place.article)) : null;
    if (!article) return null;
    const words = article.paragraphs
      .flatMap((each) => [each.text, ...each.items.map((item) => item.text)])
      .join("");
    if (PENAL.test(words)) return null;
  }
  const last = cited.at(-1);
  if (!last?.law || !last.mention.place) return null;
  const place = { ...last.mention.place, paragraph: null, item: null };
  return {
    status: "does_not_say_so",
    detail: {
      zh: `《${inner(last.law.title)}》${placeLabel(place)}没有规定处罚，不能作为“${kind}”的依据。`,
      en: `${englishLabel(place)} of 《${inner(last.law.title)}》 provides for no penalty and cannot carry one.`,
    },
  };
}
