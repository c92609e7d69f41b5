import type { CaseDocument, CaseView } from "../case-view.ts";
import { valueOf } from "../facts/fact.ts";
import { compute, spelled } from "./look/calendar.ts";
import { documentsOf, factIn } from "./look/facts.ts";
import { plainName } from "./look/parties.ts";
import { isPolice, isSpot } from "./look/procedure.ts";
import { dayOfStage } from "./look/stages.ts";
import { allWords } from "./look/words.ts";
import { say, type Found, type Rule } from "./rule.ts";

const CIVIL = "《中华人民共和国民事诉讼法》";

/** C29: to whom, how and when; every later period runs from it. */
export const service: Rule = {
  id: "C29",
  severity: "warn",
  article: "《中华人民共和国行政处罚法》第六十一条",
  title: say("送达", "service"),
  check: (view) => [
    ...documentsOf(view, "service-receipt").flatMap((receipt) => inReceipt(view, receipt)),
    ...late(view),
  ],
};

function inReceipt(view: CaseView, receipt: CaseDocument): readonly Found[] {
  const found = [
    ...addressee(view, receipt),
    ...method(view, receipt),
    ...sameDay(view, receipt),
    ...documents(view, receipt),
  ];
  return found.map((each) => ({ ...each, where: `${receipt.type.name.zh} · ${each.where}` }));
}

function addressee(view: CaseView, { facts }: CaseDocument): readonly Found[] {
  const party = factIn(view, "party", "party");
  const named = valueOf(facts, "addressee", "text");
  const receiver = valueOf(facts, "receiver", "person");
  const found: Found[] = [];
  const own = [party?.name, party?.operator, party?.representative].filter((name) => name !== undefined);
  const isOwn = (name: string): boolean => own.some((each) => plainName(name).includes(plainName(each)));
  if (party && named !== undefined && !isOwn(named)) {
    const message = say(
      `受送达人“${named}”不是当事人“${party.name}”`,
      `It is addressed to 「${named}」, the party is 「${party.name}」`,
    );
    found.push({ where: "addressee", message });
  }
  const isExplained = valueOf(facts, "receiver_relation", "text") ?? receiver?.role;
  if (party && receiver && !isOwn(receiver.name) && isExplained === undefined) {
    const message = say(
      `签收人${receiver.name}不是当事人本人，没有写明与当事人的关系`,
      `${receiver.name} signed and is not the party; how they are related is not said`,
    );
    found.push({ where: "receiver_relation", message, article: `${CIVIL}第八十八条` });
  }
  return found;
}

const SEEN = /见证|邀请|基层组织|居委会|村委会|社区|拍照|照片|录像|视频|摄像/;

function method(view: CaseView, { facts }: CaseDocument): readonly Found[] {
  const how = valueOf(facts, "service_method", "choice");
  const refusal = valueOf(facts, "refusal", "text");
  const witness = valueOf(facts, "witness", "person");
  const where = "service_method";
  if (how === "留置送达" && (refusal === undefined || (!witness && !SEEN.test(refusal) && !isFilmed(view)))) {
    const message =
      refusal === undefined
        ? say("留置送达没有写明拒收事由", "Left at the place without the reason of the refusal")
        : say(
            "留置送达没有见证人，也没有拍照、录像的记载",
            "Left at the place with neither a witness nor pictures",
          );
    return [{ where, message, article: `${CIVIL}第八十九条` }];
  }
  const isConfirmed = allWords(view).some(({ text }) => /(?:送达地址|电子送达)?确认书/.test(text));
  if (how === "电子送达" && !isConfirmed) {
    const message = say(
      "电子送达须当事人同意并签订确认书，没有确认书的记载",
      "Electronic service needs the party's signed consent; none is told",
    );
    return [{ where, message, article: "《中华人民共和国行政处罚法》第六十一条第二款" }];
  }
  return how === "公告送达" ? announcement(view, facts) : [];
}

const isFilmed = (view: CaseView): boolean =>
  documentsOf(view, "service-receipt").some(
    ({ facts }) => facts.photos !== undefined || facts.recording !== undefined,
  );

/** An announcement has to run before the document counts as served. */
function announcement(view: CaseView, facts: CaseDocument["facts"]): readonly Found[] {
  const decided = dayOfStage(view, "decision");
  const served = factIn(view, "served_on", "date") ?? valueOf(facts, "served_at", "moment")?.slice(0, 10);
  if (decided === undefined || served === undefined) return [];
  const kind = isPolice(view) ? "police-announcement-service" : "announcement-service";
  const computed = compute(view, kind, { from: decided }, "served_on");
  if ("unknown" in computed) return [computed.unknown];
  const { deadline } = computed;
  if (served >= deadline.due) return [];
  const message = say(
    `公告送达（${served}）距决定（${decided}）不足公告期，最早${deadline.due}视为送达`,
    `By announcement it cannot count as served on ${served}: ${deadline.due} at the earliest`,
  );
  return [{ where: "served_on", message, article: deadline.article }];
}

function sameDay(view: CaseView, { facts }: CaseDocument): readonly Found[] {
  const at = valueOf(facts, "served_at", "moment")?.slice(0, 10);
  const served = factIn(view, "served_on", "date");
  const isOfDecision = (valueOf(facts, "served_documents", "references") ?? []).some(({ name }) =>
    /决定书/.test(name),
  );
  if (at === undefined || served === undefined || at === served || !isOfDecision) return [];
  const message = say(
    `回证上的送达日期${at}与决定送达日期${served}不一致，后续期限无法起算`,
    `The receipt says ${at}, the case ${served}: later periods cannot start`,
  );
  return [{ where: "served_at", message }];
}

/** What the receipt lists must be a document of the case, by its number. */
function documents(view: CaseView, { facts }: CaseDocument): readonly Found[] {
  const decision = documentsOf(view, "penalty-decision")[0];
  const own = decision?.number ?? (decision && valueOf(decision.own, "document_number", "text"));
  const number = own ?? factIn(view, "decision_number", "text");
  return (valueOf(facts, "served_documents", "references") ?? []).flatMap((served): readonly Found[] => {
    if (!served.name.endsWith("处罚决定书") || served.number === undefined || number === undefined) return [];
    if (served.number.replace(/\s/g, "") === number.replace(/\s/g, "")) return [];
    const message = say(
      `送达文书文号${served.number}与决定书文号${number}不一致`,
      `The receipt lists ${served.number}, the decision is ${number}`,
    );
    return [{ where: "served_documents", message }];
  });
}

/** Seven working days to serve who was absent; two days for the police. */
function late(view: CaseView): readonly Found[] {
  const how = documentsOf(view, "service-receipt").map(({ facts }) =>
    valueOf(facts, "service_method", "choice"),
  );
  const [decided, served] = [dayOfStage(view, "decision"), dayOfStage(view, "service")];
  if (decided === undefined || served === undefined || served <= decided || isSpot(view)) return [];
  // by post and by announcement the start counts, not the arrival
  if (how.some((each) => each === "公告送达" || each === "邮寄送达")) return [];
  const computed = compute(
    view,
    isPolice(view) ? "police-service" : "service",
    { from: decided },
    "served_on",
  );
  if ("unknown" in computed) return [computed.unknown];
  const { deadline } = computed;
  if (served <= deadline.due) return [];
  const { zh, en } = spelled(deadline);
  const message = say(`送达（${served}）超过期限：${zh}`, `Served on ${served}, too late: ${en}`);
  return [{ where: "served_on", message, article: deadline.article }];
}
