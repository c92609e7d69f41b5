import type { Target } from "./target.ts";

const LONG = new Set([
  "prose",
  "dialogue",
  "goods",
  "evidence",
  "matters",
  "resolutions",
  "list",
  "penalties",
]);

// values that end with their clause
const CLAUSE = new Set(["span", "date", "moment", "money", "number", "choice", "answer", "photos"]);
// an answer goes on where somebody confirms it
const CONFIRMED =
  /^(?:,[^,。;\n]{0,10}(?:确认|表示|听清|看过|明白|清楚|知道|无异议|没有异议|不申辩|不听证)[^,。;\n]*)+/;
// a text of this kind may well be two half sentences
const WHOLE_SENTENCE = /lifted|handled|refus|recording|check|outcome/;
// numbers and places hold no comma
const ONE_CLAUSE = /number|receipt|place|address|relation/;
// a person or party goes on over commas as long as what follows is a trait
const FOLLOWS =
  "男|女|\\d|9[1-3][\\dA-Z]{16}|[\\u4e00-\\u9fff]{1,2}族|(?:居民)?身份证?|护照|证件|住|电话|联系|手机|统一|社会|信用|代码|法定|法人|" +
  "负责人|经营者|经营场所|经营地址|注册地址|出生|年龄|户籍|地址|现住|家住|工作|单位|职务|职业|文化|系|公民|姓名|性别";
const JOB_CLAUSE =
  "(?:[\\u4e00-\\u9fffA-Za-z()]{2,24}?(?:公司|集团|店|超市|局|厂|院|校|社|中心|部))?[\\u4e00-\\u9fff]{0,5}?(?:长|主|理|员|任|管|法定代表人|负责人|经营者)(?=[,。;\\n]|$)";
const PLACE_CLAUSE =
  "(?=[\\u4e00-\\u9fff]*(?:[省市区县镇乡村街路巷道]))[\\u4e00-\\u9fff]{2,16}\\d{1,5}号[^,。;\\n]{0,16}(?=[,。;\\n]|$)";
const NAME_CLAUSE = "[\\u4e00-\\u9fff]{2,5}[甲乙丙丁戊己庚辛壬癸](?=[,。;\\n]|$)";
const NEXT_CLAUSE = new RegExp(
  `[。;\\n]|,(?!\\s*(?:${FOLLOWS}|${JOB_CLAUSE}|${PLACE_CLAUSE}|${NAME_CLAUSE}))`,
);

/** How many signs behind a label belong to its value; `isSaid` with 是 instead of a colon. */
export function lengthOfValue(rest: string, target: Target, isSaid: boolean): number {
  const kind = target.kind === "field" ? target.fields[0]?.kind : undefined;
  const isLong = target.kind === "field" && target.fields.some(({ kind }) => LONG.has(kind));
  if (isLong && !isSaid) return rest.length;
  const isPart = target.kind === "part" || kind === "person" || kind === "party";
  const name = target.kind === "field" ? (target.fields[0]?.name ?? "") : "";
  const isClause = kind !== undefined && (CLAUSE.has(kind) || (kind === "text" && ONE_CLAUSE.test(name)));
  const cut = isClause ? /[。;\n]|,(?!\d{3})/ : isPart ? NEXT_CLAUSE : null;
  if (cut !== null && !isSaid && !/^\s*\n/.test(rest)) {
    const end = rest.search(cut);
    const more = kind === "answer" && end >= 0 ? (CONFIRMED.exec(rest.slice(end))?.[0].length ?? 0) : 0;
    return end < 0 ? rest.length : end + more;
  }
  if (WHOLE_SENTENCE.test(name) && !isSaid && !/^\s*\n/.test(rest)) {
    const end = rest.search(/[。\n]/);
    return end < 0 ? rest.length : end;
  }
  const stop = rest.search(isSaid ? /[。;\n]|,(?!\d)/ : /[。;\n]|$/);
  // the value stands on the line below its label
  const lead = /^\s*\n\s*/.exec(rest)?.[0].length ?? 0;
  if (lead > 0 && !isSaid) return lead + Math.max(0, rest.slice(lead).search(/[。;\n]|$/));
  return stop < 0 ? rest.length : stop;
}
