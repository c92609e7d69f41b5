import type { CaseDocument } from "../case-view.ts";
import { valueOf } from "../facts/fact.ts";
import { inOfficial, titleOf } from "./look/official.ts";
import { say, type Found, type Rule } from "./rule.ts";

const LISTED = /[、，,；;]|和|及|并报/;
const REQUEST =
  /请(?:求|予|批准|同意|支持|解决|增|拨|核)|恳请|申请|拟(?:增|新|申|追|购|建|设|聘|招)|追加|增加|增拨|批准|解决/;
const TWO_MATTERS =
  /关于.{2,}(?:和|及|以及|并)(?:追加|增加|申请|解决|购置|调整|设立|新增|建设|招聘|拨付|审批|批准).{0,20}的?请示?$/;
const TO_LINE = /^([^，。；\n]{2,60})[:：]\s*$/m;

/** F04: one request has one matter, one addressee, a signer and somebody to call. */
export const request: Rule = {
  id: "F04",
  severity: "warn",
  article: "《党政机关公文处理工作条例》第九条、第十五条；GB/T 9704-2012 7.2.6、7.3.6",
  title: say("请示的规范", "form of a request"),
  check: (view) =>
    inOfficial(view, ["official-request"], (document) => [
      ...oneAddressee(document),
      ...oneMatter(document),
      ...marks(document),
      ...copies(document),
      ...closing(document),
    ]),
};

function oneAddressee({ facts, text, isComposed }: CaseDocument): readonly Found[] {
  const to = valueOf(facts, "to", "list") ?? [];
  const line = isComposed ? undefined : TO_LINE.exec(text)?.[1];
  const isMany =
    to.length > 1 ||
    (to.length === 0 && line !== undefined && LISTED.test(line)) ||
    to.some((each) => /[、，]/.test(each));
  if (!isMany) return [];
  const said = to.length > 0 ? to.join("、") : (line ?? "");
  const message = say(
    `请示只能主送一个机关，此处为“${said}”`,
    `A request goes to one organ, this to 「${said}」`,
  );
  const fix = say("主送一个，需要其他机关知道的抄送", "Send it to one and copy it to the others");
  return [{ where: "to", message, fix, severity: "block" }];
}

function oneMatter(document: CaseDocument): readonly Found[] {
  const matters = valueOf(document.facts, "matters", "matters") ?? [];
  const asking = matters.filter(({ heading = "", text }) => REQUEST.test(heading) || REQUEST.test(text));
  const title = titleOf(document) ?? "";
  if (asking.length < 2 && !TWO_MATTERS.test(title)) return [];
  const message = say(
    "请示应当一文一事，此处请求事项不止一个",
    "A request has one matter; this asks for more than one",
  );
  return [
    { where: "matters", message, fix: say("分别行文", "Write one request for each"), severity: "block" },
  ];
}

/** 签发人 and 附注 are told by the facts, or seen in a finished text. */
function marks({ facts, text, isComposed }: CaseDocument): readonly Found[] {
  const isFinished = text !== "" && isComposed !== true;
  const found: Found[] = [];
  const isSigned = facts.signer !== undefined || (isFinished && /签发人/.test(text));
  if (!isSigned) {
    found.push({
      where: "signer",
      message: say("上行文没有标注签发人", "A document that goes up names its signer"),
    });
  }
  const hasContact =
    facts.contact_person !== undefined || (isFinished && /联系人|联系电话|联系方式/.test(text));
  if (!hasContact) {
    found.push({
      where: "contact_person",
      message: say("请示附注没有联系人和电话", "The note of a request names somebody to call"),
    });
  }
  return found;
}

const BELOW = /^各|所属|下属|直属|(?:街道办事处|镇人民政府|乡人民政府|分局|中队|大队|科|股|室|所)$/;

function copies({ facts }: CaseDocument): readonly Found[] {
  const below = (valueOf(facts, "copy_to", "list") ?? []).filter((organ) => BELOW.test(organ.trim()));
  if (below.length === 0) return [];
  const message = say(
    `请示不得抄送下级机关：${below.join("、")}`,
    `A request is not copied to lower organs: ${below.join(", ")}`,
  );
  return [{ where: "copy_to", message, severity: "block" }];
}

function closing({ facts, text, isComposed }: CaseDocument): readonly Found[] {
  const said = valueOf(facts, "closing_words", "text") ?? (isComposed ? "" : text.slice(-300));
  if (said === "" || /请(?:予)?(?:批示|批复|审批|批准|审示|核准|审定|示)/.test(said)) return [];
  const message = say("请示结尾没有“妥否，请批示”一类的请求语", "A request closes by asking: 妥否，请批示");
  return [{ where: "closing_words", message }];
}
