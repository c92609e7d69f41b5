import { isBold, sizeOf, strangeFaces } from "./faces.ts";
import { excerpt, point, pointOver, type Check, type Point } from "./point.ts";

const LINES_ABOVE_TITLE = 2;

/** The title: face, size, centred, not bold, whole words in each line, two lines below the rule (7.3.1). */
export const titleChecks: Check = ({ parts, form, grid }) => {
  const { title, redHead: red } = parts;
  const { fonts, sizes_pt: sizes } = grid.profile;
  // the red name of minutes is their title
  if (title.length === 0 && form === "minutes" && red !== null) return [];
  const clause = "7.3.1";
  const found = title.length === 0 ? [{ zh: "无标题", en: "no title" }] : null;
  return [
    pointOver(
      { id: "title.font", clause, name: { zh: "标题字体", en: "face of the title" }, expected: fonts.title },
      found ?? title.flatMap((each) => strangeFaces(each, fonts.title)),
    ),
    pointOver(
      {
        id: "title.size",
        clause,
        name: { zh: "标题字号（磅）", en: "size of the title (points)" },
        expected: String(sizes.title),
      },
      found ??
        title
          .map(sizeOf)
          .filter((size) => size !== sizes.title)
          .map(String),
    ),
    pointOver(
      {
        id: "title.centred",
        clause,
        name: { zh: "标题居中", en: "title centred" },
        expected: { zh: "居中", en: "centred" },
      },
      found ?? title.map(({ look }) => look.align ?? "left").filter((align) => align !== "center"),
    ),
    pointOver(
      {
        id: "title.bold",
        clause,
        name: { zh: "标题加粗", en: "title bold" },
        expected: { zh: "不加粗", en: "not bold" },
      },
      title.filter(isBold).map(() => ({ zh: "加粗", en: "bold" })),
    ),
    ...(form === "official" && red !== null ? [blanksAbove(parts.blanksAboveTitle)] : []),
  ];
};

const blanksAbove = (found: number): Point =>
  point({
    id: "title.above",
    clause: "7.3.1",
    name: { zh: "标题与红色分隔线之间空行", en: "empty lines between red rule and title" },
    expected: String(LINES_ABOVE_TITLE),
    found: String(found),
    ok: found === LINES_ABOVE_TITLE,
  });

/** 主送机关 at the edge, with a colon of full width (7.3.2). */
export const addresseeChecks: Check = ({ parts, form, grid }) => {
  const { to } = parts;
  if (to === null) return [];
  if (form !== "official" && form !== "letter") return [];
  const indent = (to.look.firstLine ?? 0) + (to.look.left ?? 0);
  const isFlush = Math.abs(indent) < grid.characterPitch && !/^[\s\u3000]/.test(to.text);
  return [
    point({
      id: "to.form",
      clause: "7.3.2",
      name: { zh: "主送机关", en: "addressee" },
      expected: { zh: "顶格，后用全角冒号", en: "at the edge, with a colon of full width" },
      found: {
        zh: `${isFlush ? "顶格" : "未顶格"}，“${excerpt(to.text.slice(-4))}”`,
        en: `${isFlush ? "at the edge" : "indented"}, “${excerpt(to.text.slice(-4))}”`,
      },
      ok: isFlush && to.text.trim().endsWith("："),
    }),
  ];
};
