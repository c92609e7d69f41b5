import type { CaseDocument } from "../case-view.ts";
import { valueOf } from "../facts/fact.ts";
import { inOfficial } from "./look/official.ts";
import { say, type Found, type Rule } from "./rule.ts";

/** F09: minutes say who does what until when, who was there, and carry no seal. */
export const minutes: Rule = {
  id: "F09",
  severity: "warn",
  article: "《党政机关公文处理工作条例》第八条第（十五）项；GB/T 9704-2012 10.3",
  title: say("纪要的规范", "form of minutes"),
  check: (view) =>
    inOfficial(view, ["meeting-minutes"], (document) => [
      ...tasks(document),
      ...seal(document),
      ...present(document),
    ]),
};

function tasks({ facts }: CaseDocument): readonly Found[] {
  const held = valueOf(facts, "meeting_time", "span")?.from.slice(0, 10);
  return (valueOf(facts, "resolutions", "resolutions") ?? []).flatMap(
    ({ matter, responsible, deadline }, at) => {
      const where = `resolutions ${at + 1}`;
      const short = matter.slice(0, 20);
      const lacking = [
        ...(responsible === undefined ? [say("责任单位", "who is responsible")] : []),
        ...(deadline === undefined ? [say("完成期限", "the deadline")] : []),
      ];
      const found: Found[] = lacking.map(({ zh, en }) => ({
        where,
        message: say(`议定事项“${short}”没有${zh}`, `「${short}」 lacks ${en}`),
      }));
      if (held !== undefined && deadline !== undefined && deadline < held) {
        const message = say(
          `“${short}”的期限${deadline}早于会议${held}`,
          `「${short}」 is due ${deadline}, before the meeting`,
        );
        found.push({ where, message });
      }
      return found;
    },
  );
}

function seal({ text, isComposed }: CaseDocument): readonly Found[] {
  if (isComposed || !/[（(](?:盖章|印章|公章)[）)]|加盖公章/.test(text)) return [];
  return [{ where: "seal", message: say("纪要不加盖印章", "Minutes carry no seal") }];
}

function present({ facts, text, isComposed }: CaseDocument): readonly Found[] {
  const isFinished = text !== "" && isComposed !== true;
  if (facts.attendees !== undefined || (isFinished && /出席|参加(?:人员|会议)?[:：]|参会/.test(text)))
    return [];
  return [{ where: "attendees", message: say("纪要没有出席名单", "The minutes do not say who was there") }];
}
