import { inOfficial, KIND_WORDS, titleOf } from "./look/official.ts";
import { say, type Found, type Rule } from "./rule.ts";

const ALL = /(通知|报告|请示|函|纪要|批复|意见|决定|通报|公告|通告|决议|命令|令|议案|公报)$/;
const MIXED = /请示报告|报告请示|请示函|报告函|通知函/;

/** F02: a title ends in its kind, one kind only. */
export const title: Rule = {
  id: "F02",
  severity: "warn",
  article: "《党政机关公文处理工作条例》第九条；GB/T 9704-2012 7.3.1",
  title: say("标题文种", "the title names the kind"),
  check: (view) =>
    inOfficial(view, [], (document): readonly Found[] => {
      const { text, type, isComposed } = document;
      const written = titleOf(document)?.replace(/[“”"《》]/g, "");
      const kind = KIND_WORDS[type.id];
      if (written === undefined || written === "" || kind === undefined) return [];
      if (MIXED.test(written)) {
        const message = say(`标题混用文种：“${written}”`, `The title mixes kinds: 「${written}」`);
        return [{ where: "title", message, fix: say("请示与报告分开行文", "Write two documents") }];
      }
      const [said] = ALL.exec(written) ?? [];
      const isFinished = text !== "" && !isComposed;
      if (said !== undefined && said !== kind && !kind.endsWith(said)) {
        const message = say(
          `标题文种是“${said}”，本文是${kind}`,
          `The title says 「${said}」, this is a 「${kind}」`,
        );
        return [{ where: "title", message }];
      }
      if (said !== undefined || !isFinished) return [];
      return [
        { where: "title", message: say(`标题没有文种“${kind}”`, `The title does not end in 「${kind}」`) },
      ];
    }),
};
