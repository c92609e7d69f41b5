import { PAGE_MARK } from "../layout/word/paragraph.ts";
import { isRed } from "./faces.ts";
import { excerpt, point, type Check } from "./point.ts";

/** 信函格式 (10.1): a red name in the head of the first page, and no number on that page. */
export const letterChecks: Check = ({ section, form }) => {
  if (form !== "letter") return [];
  const head = section.headers["first"] ?? [];
  const isBare =
    section.hasTitlePage && section.footers["first"]?.some(({ text }) => text.includes(PAGE_MARK)) !== true;
  const name = head.find((each) => isRed(each) && each.text.trim() !== "");
  const hasRules = [...head, ...(section.footers["first"] ?? [])].filter(
    ({ look }) => look.bottomRule !== undefined || look.topRule !== undefined,
  );
  return [
    point({
      id: "letter.head",
      clause: "10.1",
      name: { zh: "信函格式机关标志", en: "name of a letter" },
      expected: { zh: "首页红色机关名称", en: "a red name on the first page" },
      found: name === undefined ? { zh: "无", en: "none" } : excerpt(name.text),
      ok: section.hasTitlePage && name !== undefined,
    }),
    point({
      id: "letter.rules",
      clause: "10.1",
      name: { zh: "信函格式红色双线", en: "red double rules of a letter" },
      expected: { zh: "上下各一条", en: "one above, one below" },
      found: String(hasRules.length),
      ok: hasRules.length >= 2,
    }),
    point({
      id: "letter.first-page",
      clause: "10.1",
      name: { zh: "信函首页页码", en: "page number on a letter's first page" },
      expected: { zh: "不显示", en: "none" },
      found: isBare ? { zh: "不显示", en: "none" } : { zh: "显示", en: "shown" },
      ok: isBare,
    }),
  ];
};
