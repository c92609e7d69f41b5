import type { WordParagraph } from "../layout/word/paragraph.ts";
import { sizeOf } from "./faces.ts";
import { excerpt, point, pointOver, type Check } from "./point.ts";

/** 版记 (7.4). */
export const imprintChecks: Check = ({ parts, grid, form }) => {
  const { copies, printed } = parts;
  const found = [copies, printed].filter((each): each is WordParagraph => each !== null);
  if (found.length === 0) return [];
  const size = grid.profile.sizes_pt.imprint;
  const isRuled = copies?.look.topRule !== undefined || printed?.look.topRule !== undefined;
  const isClosed = printed?.look.bottomRule !== undefined;
  return [
    pointOver(
      {
        id: "imprint.size",
        clause: "7.4",
        name: { zh: "版记字号（磅）", en: "size of the imprint (points)" },
        expected: String(size),
      },
      found
        .map(sizeOf)
        .filter((each) => each !== size)
        .map(String),
    ),
    ...(copies === null
      ? []
      : [
          point({
            id: "imprint.copies",
            clause: "7.4.2",
            name: { zh: "抄送", en: "copies" },
            expected: { zh: "“抄送：”左空一字，用逗号分隔，句号结束", en: "“抄送：…。”, one character in" },
            found: excerpt(copies.text.trim()),
            ok: /^\u3000?抄送：/.test(copies.text) && copies.text.trimEnd().endsWith("。"),
          }),
        ]),
    ...(printed === null
      ? []
      : [
          point({
            id: "imprint.printed",
            clause: "7.4.3",
            name: { zh: "印发机关和印发日期", en: "who prints, and when" },
            expected: "印发机关 2026年1月5日印发",
            found: excerpt(printed.text.trim()),
            ok: /\S[\s\u3000]+\d{4}年[1-9]\d?月[1-9]\d?日印发$/.test(printed.text.trim()),
          }),
        ]),
    ...(form === "letter"
      ? []
      : [
          point({
            id: "imprint.rules",
            clause: "7.4.1",
            name: { zh: "版记分隔线", en: "rules of the imprint" },
            expected: { zh: "首、末条分隔线", en: "a first and a last rule" },
            found: {
              zh: `${isRuled ? "有" : "无"}首条，${isClosed ? "有" : "无"}末条`,
              en: `${isRuled ? "a" : "no"} first, ${isClosed ? "a" : "no"} last`,
            },
            ok: isRuled && isClosed,
          }),
        ]),
  ];
};
