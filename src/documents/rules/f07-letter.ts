import type { CaseDocument } from "../case-view.ts";
import { valueOf } from "../facts/fact.ts";
import { bodyOf, inOfficial, titleOf } from "./look/official.ts";
import { say, type Found, type Rule } from "./rule.ts";

const TAIL = 200;
const ANSWER_END = /(?:特此|此|专此)(?:函)?(?:复|告|函复)|函复如下/;

/** F07: how a letter opens and closes, and an answer names what it answers. */
export const letter: Rule = {
  id: "F07",
  severity: "warn",
  article: "《党政机关公文处理工作条例》第八条第（十四）项",
  title: say("函和复函的起结", "opening and closing of a letter"),
  check: (view) =>
    inOfficial(view, ["official-letter"], (document) => [...answer(document), ...ending(document)]),
};

function answer(document: CaseDocument): readonly Found[] {
  const { facts, text, isComposed } = document;
  const answered = valueOf(facts, "reply_to", "references") ?? [];
  const isAnswer = answered.length > 0 || /(?:复函|的复函)$/.test(titleOf(document) ?? "");
  if (!isAnswer) return [];
  const found: Found[] = [];
  const isFinished = text !== "" && isComposed !== true;
  if (isFinished && !/收悉|收到/.test(text)) {
    const message = say(
      "复函开头没有“……收悉”",
      "An answer opens by saying that the letter was received (收悉)",
    );
    found.push({ where: "opening", message });
  }
  const isNumbered =
    answered.some(({ number }) => number !== undefined) ||
    /[〔[（(]\s*\d{4}\s*[〕\])）]/.test(isFinished ? text : "");
  if (!isNumbered && answered.length > 0) {
    const message = say("所复来函没有文号", "The letter that is answered has no number");
    found.push({ where: "reply_to", message, fix: say("写明来函标题和文号", "Give its title and number") });
  }
  const closing = valueOf(facts, "closing_words", "text") ?? (isFinished ? text.slice(-TAIL) : "");
  if (closing !== "" && !ANSWER_END.test(closing)) {
    found.push({
      where: "closing_words",
      message: say("复函应以“特此函复”结尾", "An answer closes with 特此函复"),
    });
  }
  return found;
}

const OTHER_KIND = /请批示|妥否|当否|特此通知|特此报告|请遵照执行|请贯彻执行|请审批/;

function ending(document: CaseDocument): readonly Found[] {
  const closing = valueOf(document.facts, "closing_words", "text") ?? bodyOf(document).slice(-TAIL);
  const [words] = OTHER_KIND.exec(closing) ?? [];
  if (words === undefined) return [];
  const message = say(
    `函的结尾用了“${words}”，应为“请予函复”“特此函达”一类`,
    `A letter does not close with 「${words}」`,
  );
  return [{ where: "closing_words", message }];
}
