import { valueOf } from "../facts/fact.ts";
import { inOfficial } from "./look/official.ts";
import { say, type Found, type Rule } from "./rule.ts";

const OWN: Readonly<Record<string, RegExp>> = {
  "official-notice": /特此(?:报告|请示|函)|请批示|妥否|请予函复/,
  "official-report": /特此(?:通知|请示|函)|请遵照执行|请贯彻执行|请予函复/,
};

/** F08: a notice and a report close as such. */
export const closingWords: Rule = {
  id: "F08",
  severity: "warn",
  article: "《党政机关公文处理工作条例》第八条",
  title: say("结尾用语与文种", "closing words fit the kind"),
  check: (view) =>
    inOfficial(view, Object.keys(OWN), ({ facts, type, text, isComposed }): readonly Found[] => {
      const said = valueOf(facts, "closing_words", "text") ?? (isComposed ? "" : text.slice(-200));
      const [words] = OWN[type.id]?.exec(said) ?? [];
      if (words === undefined) return [];
      const message = say(
        `${type.name.zh}的结尾用了“${words}”`,
        `It closes with 「${words}」, of another kind`,
      );
      return [{ where: "closing_words", message }];
    }),
};
