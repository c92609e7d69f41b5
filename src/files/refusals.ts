import type { Words } from "../core/language.ts";
import type { Refusal } from "./refuse.ts";

const COPY_AGAIN: Words = { zh: "请重新复制或重新保存这个文件", en: "Copy or save the file again" };
const SPLIT: Words = { zh: "请分成几个较小的文件再读入", en: "Split it into smaller files and read those" };
const SAVE_OFFICE: Words = {
  zh: "请另存为 .docx、.xlsx、.pptx 或 PDF",
  en: "Save it as .docx, .xlsx, .pptx or PDF",
};

/** Every reason for which a file is not read, besides those of an archive. */
export const refusals = {
  empty: (): Refusal => ({
    reason: { zh: "文件是空的", en: "the file is empty" },
    remedy: { zh: "请检查原文件，或删掉它", en: "Check the original, or delete it" },
  }),
  noText: (): Refusal => ({
    reason: { zh: "文件里没有文字", en: "there is no text in the file" },
    remedy: { zh: "请检查原文件，或删掉它", en: "Check the original, or delete it" },
  }),
  scanned: (): Refusal => ({
    reason: { zh: "扫描件，没有文字层", en: "a scan, without a text layer" },
    remedy: {
      zh: "请先做文字识别（OCR），存成带文字的 PDF",
      en: "Run text recognition (OCR) and save a PDF with text",
    },
  }),
  unreadableFonts: (): Refusal => ({
    reason: {
      zh: "PDF 的字体没有文字编码，取出来的是乱码",
      en: "the fonts of this PDF do not say which characters they show",
    },
    remedy: {
      zh: "请由原文档重新导出 PDF，或改用 .docx",
      en: "Export the PDF again from its original, or use .docx",
    },
  }),
  somePagesScanned: (pages: readonly number[]): Refusal => ({
    reason: {
      zh: `第 ${rangesOf(pages, "、")} 页没有可读的文字（扫描或空白），没有读入`,
      en: `page ${rangesOf(pages, ", ")}: no text that can be read (scanned or blank)`,
    },
    remedy: { zh: "请先做文字识别（OCR）", en: "Run text recognition (OCR)" },
  }),
  hidden: (names: readonly string[]): Refusal => ({
    reason: {
      zh: `隐藏的部分没有读入：${listOf(names, "、")}`,
      en: `hidden parts were not read: ${listOf(names, ", ")}`,
    },
    remedy: { zh: "要读入的话，请先取消隐藏", en: "Unhide them if they are to be read" },
  }),
  encrypted: (): Refusal => ({
    reason: { zh: "文件有密码", en: "it is protected by a password" },
    remedy: { zh: "请去掉密码后另存再读入", en: "Save it without the password" },
  }),
  oldOffice: (): Refusal => ({
    reason: {
      zh: "旧版 Office 文件（.doc、.xls、.ppt、.wps）",
      en: "an old Office file (.doc, .xls, .ppt, .wps)",
    },
    remedy: SAVE_OFFICE,
  }),
  unknown: (format: string): Refusal => ({
    reason: { zh: `不是可读的文档（${format}）`, en: `not a document that can be read (${format})` },
    remedy: SAVE_OFFICE,
  }),
  binary: (format: string): Refusal => ({
    reason: { zh: `这是二进制文件（${format}）`, en: `a binary file (${format})` },
    remedy: { zh: "请另存为文本、Markdown、Office 或 PDF", en: "Save it as text, Markdown, Office or PDF" },
  }),
  notText: (): Refusal => ({
    reason: {
      zh: "不是 UTF-8 或 GB18030 文本",
      en: "neither UTF-8 nor GB18030 text; a binary file or another encoding",
    },
    remedy: { zh: "请另存为 UTF-8 文本", en: "Save it as UTF-8 text" },
  }),
  notRead: (name: string): Refusal => {
    const ending = /\.[^./]+$/.exec(name)?.[0] ?? "";
    return {
      reason: { zh: `不读 ${ending} 文件`, en: `${ending} files are not read` },
      remedy: {
        zh: "可读：PDF、.docx、.xlsx、.pptx、.csv、.html、.md、.txt、.jsonl 和它们的 .zip",
        en: "PDF, .docx, .xlsx, .pptx, .csv, .html, .md, .txt, .jsonl and a .zip of these can be read",
      },
    };
  },
  linkOutside: (): Refusal => ({
    reason: { zh: "是指向文件夹之外的链接", en: "a link that leads out of the folder" },
    remedy: { zh: "请把文件本身复制进来", en: "Copy the file itself into the folder" },
  }),
  badName: (): Refusal => ({
    reason: { zh: "文件名里有控制字符", en: "its name holds control characters" },
    remedy: { zh: "请改名后再读入", en: "Rename it" },
  }),
  wrongName: (name: string): Refusal => {
    const ending = /\.[^./]+$/.exec(name)?.[0] ?? "";
    return {
      reason: {
        zh: `名为 ${ending}，内容却是纯文本`,
        en: `it is named ${ending}, but its content is plain text`,
      },
      remedy: { zh: "如果确实是文本，请改名为 .txt", en: "If it is text indeed, rename it to .txt" },
    };
  },
  twoFormats: (one: string, other: string): Refusal => ({
    reason: {
      zh: `同时是 ${one} 和 ${other}，内容不能确定`,
      en: `it is ${one} and ${other} at once, so that its content is not certain`,
    },
    remedy: { zh: "请由原文档重新导出", en: "Export it again from its original" },
  }),
  damaged: (format: string): Refusal => ({
    reason: { zh: `${format} 损坏或不完整`, en: `the ${format} file is damaged or cut off` },
    remedy: COPY_AGAIN,
  }),
  doctype: (part: string): Refusal => ({
    reason: {
      zh: `“${part}”含有 DTD 声明（可夹带外部实体）`,
      en: `"${part}" holds a document type declaration, which can bring entities along`,
    },
    remedy: { zh: "请用 Office 或 WPS 打开后重新保存", en: "Open it in its own program and save it again" },
  }),
  tooDeep: (): Refusal => ({
    reason: { zh: "内容嵌套过深", en: "its elements are nested too deeply" },
    remedy: { zh: "请用原程序重新保存", en: "Save it again in its own program" },
  }),
  manyCells: (most: number): Refusal => ({
    reason: { zh: `单元格超过 ${most} 个`, en: `it has more than ${most} cells` },
    remedy: SPLIT,
  }),
  manyPages: (pages: number, most: number): Refusal => ({
    reason: {
      zh: `声称有 ${pages} 页，上限 ${most} 页`,
      en: `it claims ${pages} pages; the limit is ${most}`,
    },
    remedy: SPLIT,
  }),
  muchText: (): Refusal => ({
    reason: { zh: "文字量超过上限", en: "it holds more text than the limit" },
    remedy: SPLIT,
  }),
  largeFile: (mebibytes: number): Refusal => ({
    reason: { zh: `文件超过 ${mebibytes} MB`, en: `the file is larger than ${mebibytes} MB` },
    remedy: SPLIT,
  }),
  nestedZip: (): Refusal => ({
    reason: { zh: "压缩包里的压缩包不读", en: "an archive within an archive is not read" },
    remedy: { zh: "请先解压里面的压缩包", en: "Unpack the inner archive first" },
  }),
  tookTooLong: (): Refusal => ({
    reason: { zh: "读取用时超过上限，已停止", en: "reading took too long and was stopped" },
    remedy: { zh: "请用原程序重新保存，或分成几个文件", en: "Save it again in its own program, or split it" },
  }),
  tookTooMuchMemory: (): Refusal => ({
    reason: { zh: "读取占用的内存超过上限，已停止", en: "reading took too much memory and was stopped" },
    remedy: { zh: "请用原程序重新保存，或分成几个文件", en: "Save it again in its own program, or split it" },
  }),
  crashed: (): Refusal => ({
    reason: { zh: "读取时解析程序出错停止", en: "the reader broke down on this file" },
    remedy: { zh: "请用原程序重新保存", en: "Save it again in its own program" },
  }),
} as const;

const MAX_RANGES = 8; // the line is to be read; a long list says no more

const listOf = (names: readonly string[], glue: string): string =>
  names.slice(0, MAX_RANGES).join(glue) + (names.length > MAX_RANGES ? " …" : "");

/** 1, 2, 3, 7 as "1–3、7". */
function rangesOf(pages: readonly number[], glue: string): string {
  const ranges: [first: number, last: number][] = [];
  for (const page of pages) {
    const open = ranges.at(-1);
    if (open !== undefined && open[1] === page - 1) open[1] = page;
    else ranges.push([page, page]);
  }
  const shown = ranges
    .slice(0, MAX_RANGES)
    .map(([first, last]) => (first === last ? `${first}` : `${first}–${last}`));
  return shown.join(glue) + (ranges.length > MAX_RANGES ? " …" : "");
}
