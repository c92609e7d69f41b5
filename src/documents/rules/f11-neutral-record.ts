import { valueOf } from "../facts/fact.ts";
import { documentsOf } from "./look/facts.ts";
import { say, type Found, type Rule } from "./rule.ts";

const VERDICT =
  /违反(?:了)?[^。；，]{0,24}(?:法|条例|规定|办法)|构成违法|违法(?:行为|事实|经营|建设|生产)|属于(?:假冒|伪劣|违法|非法|无证)|非法(?:经营|生产|占用|销售)|涉嫌|应(?:当)?(?:予以)?(?:处罚|罚款)|过期/;

/** F11: a record of an inspection says what was seen, not what it means. */
export const neutralRecord: Rule = {
  id: "F11",
  severity: "info",
  article: "《中华人民共和国行政处罚法》第四十条、第四十六条、第五十五条第二款",
  title: say("笔录写所见不写结论", "records say what was seen"),
  check: (view) =>
    documentsOf(view, "inspection-record").flatMap(({ own, type }): readonly Found[] => {
      const [words] = VERDICT.exec(valueOf(own, "observations", "prose") ?? "") ?? [];
      if (words === undefined) return [];
      const message = say(
        `检查情况里的“${words}”是结论，笔录只写看到的位置、数量、标签和日期`,
        `「${words}」 is a conclusion; a record gives places, numbers, labels and dates`,
      );
      return [{ where: `${type.name.zh} · observations`, message }];
    }),
};
