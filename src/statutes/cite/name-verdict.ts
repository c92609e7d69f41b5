import type { Day } from "../../calendar/day.ts";
import type { LedgerAbout } from "../ledger/ledger.ts";
import { distance } from "./near.ts";
import type { LawBook } from "./book.ts";
import type { Verdict } from "./citation.ts";
import type { Claim } from "./claim.ts";
import { inner } from "./label.ts";
import type { LawRef } from "./mention.ts";
import { nameKey } from "../text/name.ts";

const COLLECTION = {
  zh: (about: readonly LedgerAbout[]) =>
    about
      .map(({ collection, laws, newest }) => `法律库“${collection}”（${laws}部，收至${newest}）`)
      .join("、"),
  en: (about: readonly LedgerAbout[]) =>
    about
      .map(({ collection, laws, newest }) => `collection "${collection}" (${laws} laws, up to ${newest})`)
      .join(", "),
};

const UNKNOWN: Readonly<Record<Claim, { zh: string; en: string }>> = {
  national: {
    zh: "没有这个名称的法律、行政法规",
    en: "no national law or regulation goes by this name",
  },
  local: {
    zh: "从名称看是地方性法规或地方规章，库中只收国家层面的文本，无法核对，请查当地人大、政府公布的文本",
    en: "by its name a local rule; the collection holds national texts only, so check the local publication",
  },
  ministry: {
    zh: "从名称看可能是部门规章或规范性文件，库中只收其中一部分，无法核对，请查发布机关的文本",
    en: "by its name perhaps a ministry's rule; the collection holds only some, so check the ministry's publication",
  },
  internal: {
    zh: "从名称看是单位内部制度，不是法律依据，无法核对",
    en: "by its name a house rule of an institution, which is no law and cannot be checked",
  },
  other: {
    zh: "不是库中的法律、法规，无法核对",
    en: "not a law or regulation of the collection; it cannot be checked",
  },
  none: { zh: "不是法律、法规", en: "not a law or regulation" },
};

// 信用 for 保险 in a name of five signs is another law, one sign in five is a slip
const MOST_CHANGED_SHARE = 0.3;
// 民法 is not 刑法 miswritten
const SHORT_NAME_SIGNS = 3;
// words left out or put in: 食品卫生安全法
const MOST_ADDED_SIGNS = 3;
const KIND = /(?:法典|法|条例|规定|办法|细则|解释|规则)$/;

/** True when the name is surely the other one, miswritten. */
function isSlipOf(key: string, name: string, isLaw: boolean): boolean {
  if (key.length > SHORT_NAME_SIGNS && key.replace(KIND, "") === name.replace(KIND, "")) return true;
  // an existing ministry's rule may differ from another by one word; a law's name is known for certain
  if (!isLaw) return distance(key, name, 1) <= 1;
  const apart = distance(key, name, MOST_ADDED_SIGNS);
  const isAdded =
    key.length > SHORT_NAME_SIGNS &&
    apart === Math.abs(key.length - name.length) &&
    apart <= MOST_ADDED_SIGNS;
  return (
    isAdded ||
    apart <= Math.max(key.length > SHORT_NAME_SIGNS ? 1 : 0, Math.floor(key.length * MOST_CHANGED_SHARE))
  );
}

/** The verdict on a name that no law of the book answers to. */
export function unknownName(ref: Extract<LawRef, { kind: "unknown" }>, book: LawBook): Verdict {
  const key = nameKey(ref.written);
  const near = ref.claim === "local" || ref.claim === "internal" ? [] : book.near(ref.written);
  const [best] = near;
  const isLaw = /法典?$/.test(key) && !key.endsWith("办法");
  const where = { zh: COLLECTION.zh(book.about), en: COLLECTION.en(book.about) };
  if (best !== undefined && isSlipOf(key, nameKey(best), isLaw)) {
    return {
      status: "wrong_name",
      detail: {
        zh: `没有《${inner(ref.written)}》，名称应为《${inner(best)}》。查的是${where.zh}。`,
        en: `There is no 《${inner(ref.written)}》; the name is 《${inner(best)}》. Looked in ${where.en}.`,
      },
      suggestion: `《${inner(best)}》`,
    };
  }
  const { zh, en } = UNKNOWN[ref.claim];
  return {
    status: "unknown_law",
    detail: {
      zh: `《${inner(ref.written)}》：${zh}。查的是${where.zh}。`,
      en: `《${inner(ref.written)}》: ${en}. Looked in ${where.en}.`,
    },
    ...(best === undefined ? {} : { suggestion: `《${inner(best)}》` }),
  };
}

/** 本法 or 该法 where no law has been named. */
export const danglingName = (written: string): Verdict => ({
  status: "unknown_law",
  detail: {
    zh: `“${written}”前面没有提到任何法律，无法判断所指。`,
    en: `No law is named before "${written}", so it points nowhere.`,
  },
});

/** A law that another law says is repealed, and whose text the collection does not hold. */
export function goneName(name: string, on: Day, by: string, day: Day): Verdict {
  if (day < on) {
    return {
      status: "ok",
      detail: {
        zh: `《${inner(name)}》在${day}尚有效（${on}起被《${inner(by)}》废止），库中没有它的条文，条款未核对。`,
        en: `《${inner(name)}》 was in force on ${day} (repealed from ${on} by 《${inner(by)}》); its text is not in the collection, so articles are unchecked.`,
      },
      inForce: { from: null, to: on },
    };
  }
  return {
    status: "repealed",
    detail: {
      zh: `《${inner(name)}》自${on}起已被《${inner(by)}》废止。`,
      en: `《${inner(name)}》 was repealed by 《${inner(by)}》 from ${on}.`,
    },
    suggestion: `《${inner(by)}》`,
    inForce: { from: null, to: on },
  };
}
