import { isNo, isYes } from "./look/facts.ts";
import { isPolice } from "./look/procedure.ts";
import { documentWords, factWords, sentencesOf } from "./look/words.ts";
import { say, type Rule } from "./rule.ts";

const PUBLISHED =
  /(?:予以|依法|将|向社会|在[^。；，]{0,24}|上网|公开)[^。；，]{0,6}(?:公示|公开|公布)|公示(?:系统|平台|网)/;
const WITHHELD =
  /(?:不予|不得|不|免予|禁止|暂不|无需)(?:向社会|对外)?(?:公示|公开|公布)|公开(?:举行|进行|听证|审)|公开透明|政务公开|公告送达|公开(?:场所|道路|场合|侮辱|拍卖)|听证公开/;

/** C25: records of public security cases are sealed; nobody publishes them. */
export const sealedRecord: Rule = {
  id: "C25",
  severity: "block",
  article: "《中华人民共和国治安管理处罚法》第一百三十六条",
  title: say("治安违法记录封存", "sealed records"),
  check(view) {
    if (!isPolice(view) && !isYes(view, "sealed_record")) return [];
    for (const { text, where, field } of [...factWords(view), ...documentWords(view)]) {
      if (field === "violation_facts" || field === "dialogue") continue;
      const sentence = sentencesOf(text).find((each) => PUBLISHED.test(each) && !WITHHELD.test(each));
      if (sentence === undefined) continue;
      const message = say(
        `违反治安管理的记录应当封存，此处却写要公开：“${sentence.slice(0, 40)}”`,
        "The record must be sealed, yet this says that it will be published",
      );
      return [{ where, message, fix: say("删去公示、公开的内容", "Take the publication out") }];
    }
    if (!isPolice(view) || !isNo(view, "sealed_record")) return [];
    const message = say(
      "治安违法记录应当封存，此处记为不封存",
      "The record must be sealed; here it is said not to be",
    );
    return [{ where: "sealed_record", message, severity: "warn" }];
  },
};
