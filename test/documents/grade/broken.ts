/** One thing spoilt in a document of our own, and the point that has to name it. */
export interface Broken {
  readonly what: string;
  readonly sample: string;
  readonly part: string;
  readonly from: string | RegExp;
  readonly to: string;
  readonly point: string;
}

const MAIN = "word/document.xml";
const STYLES = "word/styles.xml";

const inMain = (what: string, point: string, from: string | RegExp, to: string): Broken => ({
  what,
  sample: "official-notice",
  part: MAIN,
  from,
  to,
  point,
});
const inStyles = (what: string, point: string, from: string | RegExp, to: string): Broken => ({
  ...inMain(what, point, from, to),
  part: STYLES,
});

/** The properties of one style, so that a change stays in it. */
const styleOf = (id: string, rest: string): RegExp =>
  new RegExp(`(w:styleId="${id}">(?:(?!</w:style>).)*?)${rest}`, "s");

export const BROKEN: readonly Broken[] = [
  inMain("a page of Letter size", "page.size", 'w:w="11906" w:h="16838"', 'w:w="12240" w:h="16838"'),
  inMain("Word's own margins", "page.margins", /w:top="2098" w:right="1474"/, 'w:top="1440" w:right="1800"'),
  inStyles("a line pitch of 30 points", "page.lines", /w:line="579"/g, 'w:line="600"'),
  inStyles(
    "single line spacing",
    "page.lines",
    /w:line="579" w:lineRule="exact"/g,
    'w:line="276" w:lineRule="auto"',
  ),
  inStyles("characters without the grid's spacing", "page.characters", /<w:spacing w:val="-5"\/>/g, ""),
  inStyles("a black red head", "head.red", 'w:val="FF0000"', 'w:val="000000"'),
  inStyles(
    "a red head in bold song",
    "head.font",
    styleOf("GwRedHead", 'w:eastAsia="方正小标宋简体"'),
    '$1w:eastAsia="宋体"',
  ),
  inMain("a red head at the very top", "head.place", /w:before="1\d{3}"/, 'w:before="0"'),
  inMain("a black rule", "head.rule", /w:color="FF0000"/, 'w:color="000000"'),
  inMain("square brackets in the number", "number.form", "〔2026〕12号", "[2026]12号"),
  inMain("a padded number", "number.form", "〔2026〕12号", "〔2026〕012号"),
  inMain("第 in the number", "number.form", "〔2026〕12号", "〔2026〕第12号"),
  inStyles("a number at the left", "number.place", styleOf("GwNumber", '<w:jc w:val="center"/>'), "$1"),
  inStyles(
    "a title in 黑体",
    "title.font",
    styleOf("Title", 'w:eastAsia="方正小标宋简体"'),
    '$1w:eastAsia="黑体"',
  ),
  inStyles("a title of 三号", "title.size", styleOf("Title", '<w:sz w:val="44"/>'), '$1<w:sz w:val="40"/>'),
  inStyles(
    "a title at the left",
    "title.centred",
    styleOf("Title", '<w:jc w:val="center"/>'),
    '$1<w:jc w:val="left"/>',
  ),
  inStyles("a bold title", "title.bold", styleOf("Title", '<w:b w:val="false"/>'), "$1<w:b/>"),
  inMain(
    "one line above the title",
    "title.above",
    /<w:p><w:pPr><w:pStyle w:val="GwFlush"\/><w:keepNext\/><\/w:pPr><\/w:p>(?=<w:p><w:pPr><w:pStyle w:val="Title"\/>)/,
    "",
  ),
  inMain("a half-width colon after the addressees", "to.form", "各股室：", "各股室:"),
  inMain(
    "addressees indented like a paragraph",
    "to.form",
    '<w:pStyle w:val="GwTo"/>',
    '<w:pStyle w:val="GwBody"/>',
  ),
  inStyles("a body in 宋体", "body.font", /w:eastAsia="仿宋_GB2312"/g, 'w:eastAsia="宋体"'),
  inStyles("a body of 四号", "body.size", '<w:sz w:val="32"/>', '<w:sz w:val="28"/>'),
  inStyles("a body without indent", "body.indent", styleOf("GwBody", '<w:ind w:firstLine="630"/>'), "$1"),
  inMain(
    "a word in blue",
    "text.color",
    /<w:rPr>(<w:rFonts w:hint="eastAsia"\/>)<\/w:rPr>(<w:t xml:space="preserve">特此)/,
    '<w:rPr>$1<w:color w:val="0000FF"/></w:rPr>$2',
  ),
  inStyles(
    "（一） in 仿宋",
    "heading.font",
    styleOf("Heading2", 'w:eastAsia="楷体_GB2312"'),
    '$1w:eastAsia="仿宋_GB2312"',
  ),
  inMain("1、 instead of 1.", "heading.form", "1.进货查验", "1、进货查验"),
  inMain("（一）、 with a comma too many", "heading.form", "（一）节令", "（一）、节令"),
  inMain("一. instead of 一、", "heading.form", "一、检查时间", "一. 检查时间"),
  inMain("a level that is skipped", "heading.levels", "（一）节令", "1.节令"),
  inMain("a number twice", "heading.order", "二、检查重点", "一、检查重点"),
  inMain("a number left out", "heading.order", "三、工作要求", "四、工作要求"),
  inStyles("bold headings", "heading.bold", styleOf("Heading1", '<w:b w:val="false"/>'), "$1<w:b/>"),
  inMain(
    "a full stop after an attachment",
    "attachments.form",
    '任务分工表</w:t></w:r></w:p><w:p><w:pPr><w:pStyle w:val="GwAttachments"/>',
    '任务分工表。</w:t></w:r></w:p><w:p><w:pPr><w:pStyle w:val="GwAttachments"/>',
  ),
  inMain("attachments numbered 1、", "attachments.form", "附件：1. ", "附件：1、"),
  inMain("a date with zeros", "date.form", ">2026年9月3日<", ">2026年09月03日<"),
  inMain("a date in Chinese digits", "date.form", ">2026年9月3日<", ">二〇二六年九月三日<"),
  inMain("a date at the right edge", "date.place", '<w:ind w:right="1260"/>', '<w:ind w:right="0"/>'),
  inMain("a note in half-width brackets", "note.form", /（联系人(.*?)）/, "(联系人$1)"),
  inMain("附件 with a colon", "annex.mark", ">附件1<", ">附件1：<"),
  inStyles(
    "an imprint of 三号",
    "imprint.size",
    styleOf("GwImprint", '<w:sz w:val="28"/>'),
    '$1<w:sz w:val="32"/>',
  ),
  inMain("copies without a full stop", "imprint.copies", "员会办公室。", "员会办公室"),
  inMain(
    "an imprint without 印发",
    "imprint.rules",
    /<w:p><w:pPr><w:pStyle w:val="GwImprint"\/>(?:(?!<\/w:p>).)*印发<\/w:t><\/w:r><\/w:p>/,
    "",
  ),
  {
    ...inMain("hyphens around the page number", "number-of-page.form", /— /g, "- "),
    part: "word/footer1.xml",
  },
  inStyles(
    "a page number in 仿宋",
    "number-of-page.font",
    styleOf("GwPageNumber", 'w:ascii="宋体"'),
    '$1w:ascii="仿宋_GB2312"',
  ),
  {
    ...inMain("page numbers in the middle", "number-of-page.place", 'w:val="right"', 'w:val="center"'),
    part: "word/footer1.xml",
  },
  inMain(
    "a page number near the edge of the paper",
    "number-of-page.down",
    /w:footer="\d+"/,
    'w:footer="400"',
  ),
  inMain(
    "a half-width comma",
    "signs.width",
    "为切实保障2026年中秋国庆期间食品安全，",
    "为切实保障2026年中秋国庆期间食品安全,",
  ),
  inMain("digits of full width", "signs.digits", "为2026年9月7日", "为２０２６年9月7日"),
  inMain("a date in the text with zeros", "signs.dates", "为2026年9月7日", "为2026年09月07日"),
  { ...inMain("签发人 without its colon", "head.signer", "签发人：", "签发人:"), sample: "official-request" },
  {
    ...inMain("urgency in 仿宋", "head.marks", /(w:eastAsia=")黑体(.{0,400}特急)/s, "$1仿宋_GB2312$2"),
    sample: "official-request",
  },
  {
    ...inMain("a letter with a page number on its first page", "letter.first-page", "<w:titlePg/>", ""),
    sample: "official-letter",
  },
  {
    ...inMain(
      "a letter's number in the middle",
      "number.place",
      /(GwNumber.{0,120}?w:jc w:val=")right/s,
      "$1center",
    ),
    sample: "official-letter",
  },
  {
    ...inMain("a record without places to sign", "record.footer", /：/g, ""),
    sample: "inspection-record",
    part: "word/footer1.xml",
  },
  {
    ...inMain("a form in 宋体", "table.font", /黑体/g, ""),
    sample: "case-filing",
    part: STYLES,
    from: styleOf("GwCell", "<w:rPr>"),
    to: '$1<w:rPr><w:rFonts w:eastAsia="宋体"/>',
  },
];
