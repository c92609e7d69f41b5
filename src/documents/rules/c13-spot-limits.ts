import type { CaseView } from "../case-view.ts";
import { documentsOf, factIn } from "./look/facts.ts";
import { fineOf, penaltiesOf, yuan } from "./look/penalties.ts";
import { isPolice, isSpot } from "./look/procedure.ts";
import { say, type Found, type Rule } from "./rule.ts";

// 行政处罚法 51; a sole trader (个体工商户) counts as a citizen (民法典 54)
const PERSON_YUAN = 200;
const UNIT_YUAN = 3_000;
// 治安管理处罚法 119 and 109
const POLICE_YUAN = 500;
const STATION_YUAN = 1_000;
// 行政处罚法 68, 治安管理处罚法 123
const CASH_YUAN = 100;
const POLICE_CASH_YUAN = 200;
const POLICE_SPOT = "《中华人民共和国治安管理处罚法》第一百一十九条";

/** C13: what may be decided, and collected, on the spot. */
export const spotLimits: Rule = {
  id: "C13",
  severity: "block",
  article: "《中华人民共和国行政处罚法》第五十一条",
  title: say("当场处罚限额", "limits of penalties on the spot"),
  check: (view) => [...limit(view), ...kinds(view), ...cash(view), ...station(view)],
};

const FIX = say(
  "改用普通程序：立案、告知、陈述申辩后再决定",
  "Use the ordinary procedure: file, give notice, hear, decide",
);

function limit(view: CaseView): readonly Found[] {
  if (!isSpot(view)) return [];
  const fine = fineOf(penaltiesOf(view));
  const kind = factIn(view, "party", "party")?.kind;
  const police = isPolice(view);
  const most = police ? POLICE_YUAN : kind === "unit" ? UNIT_YUAN : PERSON_YUAN;
  if (fine <= most || (kind === undefined && !police && fine <= UNIT_YUAN)) return [];
  const isArguable = kind === "sole_trader" && fine <= UNIT_YUAN;
  const message = say(
    `当场罚款${yuan(fine)}超过限额${yuan(most)}${isArguable ? "（个体工商户按公民计）" : ""}`,
    `A fine of ${fine} yuan on the spot is over the limit of ${most}${isArguable ? " (a sole trader counts as a citizen)" : ""}`,
  );
  const article = police ? { article: POLICE_SPOT } : {};
  return [{ where: "penalties", message, fix: FIX, severity: isArguable ? "warn" : "block", ...article }];
}

function kinds(view: CaseView): readonly Found[] {
  if (!isSpot(view)) return [];
  const other = penaltiesOf(view).find(({ kind }) => kind !== "警告" && kind !== "罚款");
  if (!other) return [];
  const message = say(
    `当场只能处警告或者小额罚款，不能作出“${other.kind}”`,
    `On the spot only a warning or a small fine is possible, not 「${other.kind}」`,
  );
  return [{ where: "penalties", message, fix: FIX }];
}

function cash(view: CaseView): readonly Found[] {
  const [document] = documentsOf(view, "spot-penalty", "penalty-decision");
  const paid = factIn(view, "paid_on_spot", "answer");
  if (!document || paid?.yes !== true || factIn(view, "spot_reason", "text") !== undefined) return [];
  const fine = fineOf(penaltiesOf(view));
  const police = isPolice(view);
  const most = isSpot(view) ? (police ? POLICE_CASH_YUAN : CASH_YUAN) : 0;
  if (fine === 0 || fine <= most) return [];
  const message = say(
    `当场收缴罚款${yuan(fine)}，没有写明可以当场收缴的情形`,
    `${fine} yuan were collected on the spot and no ground for it is given`,
  );
  const fix = say(
    "写明“不当场收缴事后难以执行”或者边远、水上、交通不便且当事人提出；否则到银行缴纳",
    "Name the ground (hard to enforce later; remote place and the party asked), or let it be paid at the bank",
  );
  const article = police
    ? "《中华人民共和国治安管理处罚法》第一百二十三条"
    : "《中华人民共和国行政处罚法》第六十八条、第六十九条";
  return [{ where: "paid_on_spot", message, fix, article, severity: "warn" }];
}

/** A police station decides warnings and fines up to 1,000 yuan only. */
function station(view: CaseView): readonly Found[] {
  const penalties = penaltiesOf(view);
  const isOver =
    fineOf(penalties) > STATION_YUAN || penalties.some(({ kind }) => !["警告", "罚款"].includes(kind));
  if (!view.tenant.name.endsWith("派出所") || !isPolice(view) || penalties.length === 0 || !isOver) return [];
  const message = say(
    "派出所只能决定警告和一千元以下罚款",
    "A police station may decide warnings and fines of up to 1,000 yuan only",
  );
  const article = "《中华人民共和国治安管理处罚法》第一百零九条";
  return [
    {
      where: "penalties",
      message,
      article,
      fix: say("报县级以上公安机关决定", "Let the county's police organ decide"),
    },
  ];
}
