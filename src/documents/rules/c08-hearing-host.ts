import { factIn } from "./look/facts.ts";
import { investigators } from "./look/officers.ts";
import { say, type Rule } from "./rule.ts";

/** C08: who investigates a case does not preside over its hearing. */
export const hearingHost: Rule = {
  id: "C08",
  severity: "block",
  article: "《中华人民共和国行政处罚法》第六十四条第（四）项",
  title: say("听证主持人不是调查人员", "the host of the hearing is no investigator"),
  check(view) {
    const host = factIn(view, "hearing_host", "person");
    if (!host || !investigators(view).has(host.name)) return [];
    const message = say(
      `听证主持人${host.name}是本案调查人员`,
      `${host.name} presides over the hearing and investigates the case`,
    );
    const fix = say("另行指定非本案调查人员主持", "Name a host who is no investigator of this case");
    return [{ where: "hearing_host", message, fix }];
  },
};
