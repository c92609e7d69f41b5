import { valueOf } from "../facts/fact.ts";
import { inOfficial } from "./look/official.ts";
import { say, type Found, type Rule } from "./rule.ts";

const BELOW = /^各|所属|下属|直属(?:单位|机构)|(?:科|股|室|中队|街道办事处)$/;

/** F01: the kind of document fits whom it is sent to. */
export const direction: Rule = {
  id: "F01",
  severity: "warn",
  article: "《党政机关公文处理工作条例》第八条、第十五条",
  title: say("文种与行文方向", "kind and direction"),
  check: (view) =>
    inOfficial(view, [], ({ facts, type }) => {
      const to = valueOf(facts, "to", "list") ?? [];
      const { government, superior } = view.tenant;
      const above = to.find((organ) => organ === government || organ === superior);
      const below = to.find((organ) => BELOW.test(organ.trim()));
      const found: Found[] = [];
      if (type.id === "official-notice" && above !== undefined) {
        const message = say(
          `通知是下行文，不能发给上级机关${above}`,
          `A notice goes down; ${above} is a higher organ`,
        );
        found.push({
          where: "to",
          message,
          fix: say("改用请示、报告或者函", "Use a request, a report or a letter"),
        });
      }
      if (["official-report", "official-request"].includes(type.id) && below !== undefined) {
        const message = say(
          `${type.name.zh}是上行文，不能主送“${below}”`,
          `It goes up and cannot be sent to 「${below}」`,
        );
        found.push({ where: "to", message, fix: say("改用通知", "Use a notice") });
      }
      if (type.id === "official-letter" && above !== undefined) {
        const message = say(
          `函用于不相隶属机关之间，${above}是上级机关`,
          `A letter goes between organs of no rank to each other; ${above} is higher`,
        );
        found.push({ where: "to", message, fix: say("改用请示或者报告", "Use a request or a report") });
      }
      return found;
    }),
};
