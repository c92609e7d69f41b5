import type { CaseView } from "../../case-view.ts";
import type { LawReference } from "../../facts/kinds.ts";
import { BotError } from "../../../core/errors.ts";
import { dayOfStage } from "./stages.ts";
import { factIn } from "./facts.ts";

const CITE = /《(.+)》\s*(第[零〇一二三四五六七八九十百千0-9]+条(?:之[一二三四五六七八九十])?)/;

/** The words of an article: as quoted, else as the law store keeps them; empty where neither has them. */
export function lawWords(view: CaseView, { cite, quote }: LawReference): string {
  if (quote !== undefined) return quote;
  const [, name, article] = CITE.exec(cite) ?? [];
  if (name === undefined || article === undefined) return "";
  try {
    return view.statutes.statute(name, { article, on: dayOfAct(view) ?? view.today }).text ?? "";
  } catch (error) {
    // a law that is not known is said by the rule on citations
    if (error instanceof BotError) return "";
    throw error;
  }
}

/** The day whose law applies to the act: its end, else its beginning (行政处罚法 37). */
export const dayOfAct = (view: CaseView): string | undefined =>
  factIn(view, "act_ended_on", "date") ?? factIn(view, "acted_on", "date");

/** The day on which a document cites: the decision's, else today. */
export const dayOfCiting = (view: CaseView): string => dayOfStage(view, "decision") ?? view.today;
