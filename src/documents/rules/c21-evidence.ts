import type { CaseView } from "../case-view.ts";
import { valueOf } from "../facts/fact.ts";
import type { Evidence } from "../facts/kinds.ts";
import { readNumber } from "../facts/numerals.ts";
import { factIn, hasDecision, isSubject } from "./look/facts.ts";
import { isPolice } from "./look/procedure.ts";
import { allWords } from "./look/words.ts";
import { say, type Found, type Rule } from "./rule.ts";

/** C21: facts stand on evidence, and evidence that is named is there. */
export const evidence: Rule = {
  id: "C21",
  severity: "block",
  article: "《中华人民共和国行政处罚法》第四十条、第四十六条",
  title: say("证据", "evidence"),
  check(view) {
    const list = factIn(view, "evidence", "evidence") ?? [];
    return [
      ...twice(list),
      ...confession(view, list),
      ...unknownIds(view, list),
      ...unproved(list),
      ...photos(view),
    ];
  },
};

function twice(list: readonly Evidence[]): readonly Found[] {
  const repeated = list.find(({ id }, at) => list.findIndex((other) => other.id === id) < at);
  if (!repeated) return [];
  const message = say(
    `证据编号“${repeated.id}”重复`,
    `Two pieces of evidence are numbered 「${repeated.id}」`,
  );
  return [{ where: "evidence", message, severity: "warn" }];
}

const STATEMENT = /询问笔录|调查笔录|陈述|自述|自认|检讨|情况说明|供述/;

const isStatement = ({ kind, name }: Evidence): boolean =>
  kind === undefined ? STATEMENT.test(name) && !/证人|现场|检查笔录/.test(name) : kind === "当事人的陈述";

/** Words of the party alone prove nothing. */
function confession(view: CaseView, list: readonly Evidence[]): readonly Found[] {
  const isUsed =
    hasDecision(view) ||
    isSubject(view, "final-report", "penalty-notice", "penalty-decision", "spot-penalty");
  if (!isUsed || list.length === 0 || !list.every(isStatement)) return [];
  const message = say(
    "只有当事人陈述，没有其他证据，事实不能认定",
    "There is nothing but the party's own words: the facts are not proved",
  );
  const article = isPolice(view) ? { article: "《中华人民共和国治安管理处罚法》第一百一十一条" } : {};
  return [{ where: "evidence", message, fix: say("补充其他证据", "Find other evidence"), ...article }];
}

const ID = /^(.*?)([0-9]+|[一二三四五六七八九十]+)$/;
const BARE = "证据";

/** 证据七 where the list has five; E9 where it ends at E4. */
function unknownIds(view: CaseView, list: readonly Evidence[]): readonly Found[] {
  const parts = list.flatMap(({ id }) => {
    const [, prefix = "", number = ""] = ID.exec(id.trim()) ?? [];
    const value = readNumber(number);
    return value === null ? [] : [{ prefix, value }];
  });
  if (parts.length === 0 || parts.length < list.length) return [];
  const prefixes = new Set([...parts.map(({ prefix }) => prefix), BARE].filter((prefix) => prefix !== ""));
  const numbers = new Set(parts.map(({ value }) => value));
  const escaped = [...prefixes].map((prefix) => prefix.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  const mention = new RegExp(
    `(?<![A-Za-z0-9])(?:${escaped.join("|")})[（(]?([0-9]{1,3}|[一二三四五六七八九十]{1,3})[）)]?(?![0-9年月日份项条张页个组])`,
    "g",
  );
  const found = allWords(view)
    .filter(({ field }) => field !== "evidence" && field !== "dialogue")
    .flatMap(({ text, where }) =>
      Array.from(text.matchAll(mention)).flatMap(([words, number = ""]): readonly Found[] => {
        const value = readNumber(number);
        if (value === null || numbers.has(value)) return [];
        const message = say(
          `提到“${words}”，证据清单中没有`,
          `「${words}」 is named but not in the list of evidence`,
        );
        return [{ where, message }];
      }),
    );
  return found.filter(
    ({ message }, at) => found.findIndex((other) => other.message.zh === message.zh) === at,
  );
}

/** In a list that says what each piece proves, one that proves nothing. */
function unproved(list: readonly Evidence[]): readonly Found[] {
  const silent = list.filter(({ proves }) => proves === undefined || proves.length === 0);
  if (silent.length === 0 || silent.length === list.length) return [];
  const names = silent.map(({ id }) => id).join("、");
  const message = say(`证据${names}没有写明证明的事实`, `What ${names} proves is not said`);
  return [{ where: "evidence", message, severity: "warn" }];
}

const PHOTO_COUNT =
  /(?:照片|图片|相片)[^。；，\d]{0,6}?([0-9]+|[一二三四五六七八九十]+)\s*[张份幅]|([0-9]+|[一二三四五六七八九十]+)\s*[张份幅](?:现场)?(?:照片|图片|相片)/;

/** As many photographs as are listed, and as are spoken of. */
function photos(view: CaseView): readonly Found[] {
  return view.documents.flatMap(({ facts, own, type }) => {
    const taken = valueOf(facts, "photos", "photos");
    if (!taken) return [];
    const where = `${type.name.zh} · photos`;
    const found: Found[] = [];
    if (taken.ids && taken.ids.length !== taken.count) {
      const message = say(
        `照片${taken.count}张，编号${taken.ids.length}个`,
        `${taken.count} photographs, ${taken.ids.length} numbers`,
      );
      found.push({ where, message, severity: "warn" });
    }
    const prose = valueOf(own, "observations", "prose") ?? valueOf(own, "measures_taken", "prose") ?? "";
    const [, before, after] = PHOTO_COUNT.exec(prose) ?? [];
    const said = readNumber(before ?? after ?? "");
    if (said !== null && said !== taken.count) {
      const message = say(
        `照片记为${taken.count}张，正文写${said}张`,
        `${taken.count} photographs, but the text speaks of ${said}`,
      );
      found.push({ where, message, severity: "warn" });
    }
    return found;
  });
}
