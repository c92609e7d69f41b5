import type { CaseDocument, CaseView } from "../case-view.ts";
import { readNumber } from "../facts/numerals.ts";
import { documentsOf } from "./look/facts.ts";
import { claimedEnds } from "./claims.ts";
import { isSpot } from "./look/procedure.ts";
import { sentencesOf } from "./look/words.ts";
import { say, type Found, type Rule } from "./rule.ts";

const RECONSIDERATION = "《中华人民共和国行政复议法》第二十条、第二十四条、第二十七条";
const FIRST = "《中华人民共和国行政复议法》第二十三条第一款第（一）项";
const LITIGATION = "《中华人民共和国行政诉讼法》第四十六条";
const PAYMENT = "《中华人民共和国行政处罚法》第六十七条第三款、第七十二条第一款第（一）项";

/** Agencies under vertical leadership: the upper department reconsiders (行政复议法 27). */
const VERTICAL = /税务|海关|外汇|人民银行|金融监督|国家安全/;
/** 司法行政 may be taken to either (行政复议法 28). */
const EITHER = /司法[局厅]/;

/** C19: organ, periods and court of the remedies, and of payment. */
export const remedies: Rule = {
  id: "C19",
  severity: "block",
  article: "《中华人民共和国行政处罚法》第五十九条第一款第（五）项",
  title: say("救济途径", "remedies"),
  check: (view) => [
    ...documentsOf(
      view,
      "penalty-decision",
      "no-penalty-decision",
      "spot-penalty",
      "correction-order",
    ).flatMap((document) => inDocument(view, document)),
    ...claimedEnds(view, "C19"),
  ],
};

function inDocument(view: CaseView, document: CaseDocument): readonly Found[] {
  const text = document.text.replace(/[ \t\u3000]/g, "");
  if (text === "") return [];
  const where = document.type.name.zh;
  const sentences = sentencesOf(text).filter((sentence) => /复议|诉讼|起诉/.test(sentence));
  const block = sentences.join("；");
  const found = [
    ...absent(document, block),
    ...organ(view, block, text),
    ...periods(block),
    ...precedence(view, document, block),
    ...court(view, block),
    ...payment(text),
  ];
  return found.map((each) => ({ ...each, where }));
}

type Part = Omit<Found, "where">;

function absent({ type }: CaseDocument, block: string): readonly Part[] {
  if (type.id === "correction-order") return [];
  const hasBoth = /复议/.test(block) && /诉讼|起诉/.test(block);
  if (hasBoth) return [];
  const message = say(
    "没有写明申请行政复议、提起行政诉讼的途径和期限",
    "Channel and time of reconsideration and litigation are not given",
  );
  return [{ message }];
}

const ORGAN = /(?:向|到)([^，。；、“”]{2,40}?(?:[、或]|或者)?[^，。；“”]{0,40}?)(?:提出|申请)(?:行政)?复议/g;
const DEPARTMENT = /上一级|上级(?:主管|行政)|主管部门|[局厅部署委]$|总局|委员会$/;

/** 行政复议法 24: the government of the same level, since 2024; the upper department only under vertical leadership. */
function organ(view: CaseView, block: string, text: string): readonly Part[] {
  const agency = view.tenant.name === "" ? text.slice(0, 60) : view.tenant.name;
  const mode = VERTICAL.test(agency)
    ? "vertical"
    : EITHER.test(agency)
      ? "either"
      : view.tenant.reconsideration;
  if (mode === "either") return [];
  const named = Array.from(block.matchAll(ORGAN), ([, words = ""]) => words);
  const organs = named.flatMap((words) => words.split(/或者|或|、/)).filter((each) => each.length > 1);
  const isWrong = (each: string): boolean =>
    mode === "vertical" ? /人民政府/.test(each) : DEPARTMENT.test(each.trim()) && !/人民政府|复议/.test(each);
  const wrong = organs.find(isWrong);
  const fix =
    mode === "vertical"
      ? say("写上一级主管部门", "Name the next higher department")
      : say(
          `写本级人民政府${view.tenant.government ?? ""}`,
          "Name the people's government of the same level",
        );
  if (wrong !== undefined) {
    const message = say(
      `复议机关写作“${wrong}”，不符合现行规定`,
      `「${wrong}」 does not reconsider this agency's acts`,
    );
    return [{ message, fix, article: RECONSIDERATION }];
  }
  const own = view.tenant.government;
  const other = organs.find((each) => /人民政府/.test(each) && own !== undefined && !isOrgan(each, own));
  if (other === undefined || mode === "vertical") return [];
  const message = say(
    `复议机关写作“${other}”，机构设置为${own ?? ""}`,
    `「${other}」, but the agency's government is ${own ?? ""}`,
  );
  return [{ message, fix, severity: "warn", article: RECONSIDERATION }];
}

const isOrgan = (one: string, other: string): boolean =>
  /本级人民政府/.test(one) || one.includes(other) || other.includes(one);

const DAYS = /([0-9零一二三四五六七八九十]+)个?(工作)?(日|天|个?月)(?:之)?内/g;
const RECONSIDER_DAYS = 60;
const SUE_MONTHS = 6;
const SUE_AFTER_DAYS = 15;

/** Sixty days to reconsider, six months to sue, fifteen days after reconsideration. */
function periods(block: string): readonly Part[] {
  return sentencesOf(block)
    .flatMap((sentence) =>
      sentence.split(
        /[，,]?(?=也可以|或者(?:自|在|于|依法)|或(?:自|在|于|依法))|(?<=复议)[，,；]|不服的?[，,]/,
      ),
    )
    .flatMap((clause): readonly Part[] => {
      const [, digits, , unit = ""] = [...clause.matchAll(DAYS)].at(-1) ?? [];
      const number = readNumber(digits ?? "");
      if (number === null) return [];
      const isMonth = unit.endsWith("月");
      const isSuit = /诉讼|起诉/.test(clause);
      const isAfter =
        /复议决定/.test(clause) ||
        (isSuit && !isMonth && number === SUE_AFTER_DAYS && /复议决定/.test(block));
      if (isSuit && isAfter) {
        return isMonth || number !== SUE_AFTER_DAYS
          ? [
              period(
                "复议后起诉",
                "suing after reconsideration",
                "十五日",
                "15 days",
                "《中华人民共和国行政诉讼法》第四十五条",
              ),
            ]
          : [];
      }
      if (isSuit) {
        return isMonth && number === SUE_MONTHS
          ? []
          : [period("直接起诉", "suing directly", "六个月", "six months", LITIGATION)];
      }
      const isSixty = (!isMonth && number === RECONSIDER_DAYS) || !/复议/.test(clause);
      return isSixty ? [] : [period("申请复议", "reconsideration", "六十日", "60 days", RECONSIDERATION)];
    });
}

const period = (zh: string, en: string, days: string, length: string, article: string): Part => ({
  message: say(`${zh}的期限写错，应为${days}`, `The time for ${en} is ${length}`),
  article,
});

const DIRECT =
  /(?:也|还)?可以?(?:依法)?(?:直接)?[^。；，]{0,30}(?:六个月|6个月)[^。；]{0,30}(?:诉讼|起诉)|直接[^。；]{0,24}(?:诉讼|起诉)/;
const RECONSIDER_FIRST = /应当?先|必须先|先(?:自|向|行|于|在|依法)?[^。；]{0,50}复议/;

/** A penalty on the spot goes to reconsideration first (行政复议法 23). */
function precedence(view: CaseView, { type }: CaseDocument, block: string): readonly Part[] {
  if (!/复议/.test(block)) return [];
  const isOnSpot = type.id === "spot-penalty" || (type.id === "penalty-decision" && isSpot(view));
  const isFirst = RECONSIDER_FIRST.test(block) && !DIRECT.test(block);
  if (isOnSpot === isFirst || (!isOnSpot && type.id === "correction-order")) return [];
  const message = isOnSpot
    ? say(
        "当场处罚应当先申请行政复议，不能写可以直接起诉",
        "A penalty on the spot must go to reconsideration first",
      )
    : say("普通程序的处罚可以直接起诉，不是复议前置", "After the ordinary procedure one may sue directly");
  return [{ message, article: FIRST }];
}

/** The court has a name. */
function court(view: CaseView, block: string): readonly Part[] {
  const named = Array.from(block.matchAll(/(?:向|到)([^，。；]{0,40}?)人民法院/g), ([, words = ""]) => words);
  if (named.length === 0 || named.some((words) => /[省市区县州旗盟]|铁路|海事|互联网/.test(words))) return [];
  const fix =
    view.tenant.court === undefined
      ? {}
      : { fix: say(`写明${view.tenant.court}`, `Name ${view.tenant.court}`) };
  if (isSpot(view)) return [];
  return [{ message: say("没有写明具体的人民法院", "The court is not named"), severity: "info", ...fix }];
}

const PAY_DAYS =
  /(?:收到|接到|送达)[^。；]{0,20}?([0-9零一二三四五六七八九十]+)个?(?:工作)?日(?:之)?内[^。；]{0,60}?(?:缴纳|缴至|缴到|缴清|交至|交到)[^。；]{0,20}/g;
const LEGAL_PAY_DAYS = 15;
const RATE =
  /每日(?:按|以)?[^。；]{0,16}?(?:百分之([0-9零一二三四五六七八九十]+)|([0-9.]+)[%％])[^。；]{0,8}?加处/g;
const LEGAL_RATE = 3;

/** Fifteen days to pay, three per cent a day after that. */
function payment(text: string): readonly Part[] {
  const found: Part[] = [];
  for (const [, digits] of text.matchAll(PAY_DAYS)) {
    if (readNumber(digits ?? "") === LEGAL_PAY_DAYS) continue;
    found.push({
      message: say("缴纳罚款的期限应为十五日", "A fine is paid within 15 days"),
      article: PAYMENT,
    });
  }
  for (const [, chinese, digits] of text.matchAll(RATE)) {
    if (readNumber(chinese ?? digits ?? "") === LEGAL_RATE) continue;
    found.push({
      message: say("加处罚款应为每日百分之三", "The additional fine is 3 % a day"),
      article: PAYMENT,
    });
  }
  return found;
}
