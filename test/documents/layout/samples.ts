import type { Block, Composed, Form } from "../../../src/documents/composed.ts";

const prose = (text: string, isFlush = false): Block => ({
  kind: "paragraph",
  text,
  section: "text",
  facts: [],
  isFlush,
});
const heading = (level: 1 | 2 | 3 | 4, text: string): Block => ({
  kind: "heading",
  level,
  text,
  section: "text",
});

const LONG =
  "各市场监管所要结合辖区实际，对农村集贸市场、校园周边、旅游景区等重点场所进行全面排查，" +
  "重点检查食品经营者进货查验、索证索票、贮存条件和保质期管理情况，建立问题清单，逐项整改销号。";

const base = {
  agency: "云溪区市场监督管理局",
  hasRedHead: false,
  number: null,
  signer: null,
  secrecy: null,
  urgency: null,
  missing: [],
} as const;

/** Composed documents of every form, as the sections of a type would give them. */
export const SAMPLES: Readonly<Record<string, Composed>> = {
  "official-notice": {
    ...base,
    type: "official-notice",
    form: "official",
    hasRedHead: true,
    title: "云溪区市场监督管理局关于开展2026年中秋国庆节前食品安全专项检查的通知",
    number: "云市监发〔2026〕12号",
    blocks: [
      { kind: "to", text: "各市场监督管理所，局机关各股室" },
      prose("为切实保障2026年中秋国庆期间食品安全，根据年度工作计划，现将有关事项通知如下："),
      heading(1, "一、检查时间和范围"),
      prose("检查时间为2026年9月7日至9月25日。检查范围为辖区内食品生产经营单位。"),
      heading(1, "二、检查重点"),
      heading(2, "（一）节令食品生产经营单位"),
      prose(LONG),
      heading(2, "（二）农村和校园周边"),
      prose(LONG),
      heading(3, "1.进货查验"),
      prose(LONG),
      heading(4, "（1）票据"),
      prose("查看“一票通”等票据是否齐全，票据与实物是否一致。"),
      heading(4, "（2）台账"),
      prose("查看台账是否逐笔登记，登记内容是否完整。"),
      heading(3, "2.贮存条件"),
      prose(LONG),
      heading(1, "三、工作要求"),
      prose(LONG),
      prose("请于2026年9月28日前将检查情况书面报送局食品经营安全监管股。"),
      prose("特此通知。"),
      {
        kind: "attachments",
        names: ["节前食品安全专项检查任务分工表", "食品生产经营单位节前食品安全风险隐患排查整治情况汇总表"],
      },
      { kind: "seal", agency: base.agency, date: "2026年9月3日", isSealed: true },
      { kind: "note", text: "联系人：经办人丁，电话：000-12345678" },
      {
        kind: "annex",
        number: 1,
        title: "节前食品安全专项检查任务分工表",
        blocks: [
          {
            kind: "table",
            section: "annex",
            widths: [4, 12, 12],
            rows: [
              [
                { text: "序号", isLabel: true },
                { text: "任务", isLabel: true },
                { text: "承担单位", isLabel: true },
              ],
              [{ text: "1" }, { text: "节令食品抽检" }, { text: "食品经营安全监管股" }],
            ],
          },
        ],
      },
      {
        kind: "annex",
        number: 2,
        title: "食品生产经营单位节前食品安全风险隐患排查整治情况汇总表",
        blocks: [prose("各单位按所填报，一式两份。")],
      },
      {
        kind: "imprint",
        copyTo: ["市市场监督管理局", "区人民政府办公室", "区食品药品安全委员会办公室"],
        issuer: "云溪区市场监督管理局办公室",
        printedOn: "2026年9月3日",
      },
    ],
  },
  "official-request": {
    ...base,
    type: "official-request",
    form: "official",
    hasRedHead: true,
    title: "关于申请解决执法车辆更新购置经费的请示",
    number: "云市监〔2026〕8号",
    signer: "负责人戊",
    urgency: "特急",
    secrecy: "秘密★1年",
    blocks: [
      { kind: "to", text: "区人民政府" },
      prose("我局现有执法车辆4辆，其中3辆已达到报废年限，难以保障一线执法需要。现申请更新购置执法车辆2辆。"),
      prose("妥否，请批示。"),
      { kind: "seal", agency: base.agency, date: "2026年10月12日", isSealed: false },
      { kind: "note", text: "（联系人：经办人丁，电话：000-12345678）" },
      {
        kind: "imprint",
        copyTo: [],
        issuer: "云溪区市场监督管理局办公室",
        printedOn: "2026年10月12日印发",
      },
    ],
  },
  "official-letter": {
    ...base,
    type: "official-letter",
    form: "letter",
    title: "关于协助核查食品经营单位登记信息的函",
    number: "云市监函〔2026〕31号",
    blocks: [
      { kind: "to", text: "河口区市场监督管理局：" },
      prose(
        "我局在办理一起食品经营案件中，需要核查登记在贵局的河口区某食品商行的登记信息。根据有关规定，请协助核查以下内容：",
      ),
      heading(1, "一、登记信息"),
      prose("请提供该商行的名称、经营者、经营场所和登记状态。"),
      heading(1, "二、许可信息"),
      prose(LONG),
      prose(LONG),
      prose(LONG),
      prose(LONG),
      prose("请予函复。"),
      { kind: "seal", agency: base.agency, date: "2026年11月3日", isSealed: true },
      { kind: "imprint", copyTo: ["市市场监督管理局"], issuer: base.agency, printedOn: "2026年11月3日" },
    ],
  },
  "meeting-minutes": {
    ...base,
    type: "meeting-minutes",
    form: "minutes",
    title: "局长办公会议纪要",
    number: "〔2026〕5号",
    blocks: [
      prose("2026年10月20日上午，局长负责人戊主持召开局长办公会议，研究节后食品安全监管工作。现纪要如下："),
      heading(1, "一、关于节后检查"),
      prose("会议认为，节前检查取得成效。会议议定，由食品经营安全监管股于2026年11月30日前完成复查。"),
      prose("出席：负责人戊、副局长己、副局长庚、纪检组长辛、四级调研员壬、办公室主任癸、食品股股长子"),
      prose("请假：副局长丑"),
      {
        kind: "imprint",
        copyTo: ["局领导"],
        issuer: "云溪区市场监督管理局办公室",
        printedOn: "2026年10月21日",
      },
    ],
  },
  "penalty-decision": {
    ...base,
    type: "penalty-decision",
    form: "decision",
    title: "行政处罚决定书",
    number: "云市监罚决〔2026〕7号",
    blocks: [
      prose("当事人：鲜到家超市", true),
      prose("统一社会信用代码：92110108MA01AB2C3D", true),
      prose("住所：云溪区青石路18号", true),
      heading(1, "一、违法事实和证据"),
      prose(
        "经查，2026年10月23日10时20分，本局执法人员在当事人冷柜内发现酸奶6盒，批号20261001，保质期21天。",
      ),
      prose(LONG),
      heading(1, "二、处罚依据和决定"),
      prose("依据《中华人民共和国食品安全法》有关规定，本局决定处罚款5000元（大写：伍仟元整）。"),
      prose(LONG),
      prose(LONG),
      { kind: "seal", agency: base.agency, date: "2026年11月23日", isSealed: true },
    ],
  },
  "inspection-record": {
    ...base,
    type: "inspection-record",
    form: "record",
    title: "现场检查笔录",
    blocks: [
      prose("检查时间：2026年11月23日10时20分至2026年11月23日10时55分", true),
      prose("检查地点：云溪区青石路18号", true),
      prose("当事人：鲜到家超市　现场负责人：负责人丙　职务：经营者", true),
      prose("检查人员：检查员甲（12030117）、检查员乙（12030142）", true),
      heading(1, "一、告知情况"),
      prose("检查人员出示执法证件，告知当事人依法享有的权利和应当履行的义务。"),
      heading(1, "二、检查情况"),
      prose("冷柜第二层陈列酸奶6盒，包装标示生产批号20261001，保质期21天，价签标示9.9元/盒。"),
      prose(LONG.repeat(5)),
      prose("当事人对检查情况的意见：", false),
      {
        kind: "signatures",
        lines: [
          { label: "现场负责人（签名、日期）" },
          { label: "检查人员（签名、日期）" },
          { label: "见证人", text: "无" },
        ],
      },
    ],
  },
  "case-filing": {
    ...base,
    type: "case-filing",
    form: "table",
    title: "立案审批表",
    number: "云市监立〔2026〕15号",
    blocks: [
      {
        kind: "table",
        section: "form",
        widths: [5, 9, 5, 9],
        rows: [
          [
            { text: "案由", isLabel: true },
            { text: "涉嫌经营超过保质期的食品案", span: 3 },
          ],
          [
            { text: "当事人", isLabel: true, rows: 2 },
            { text: "名称", isLabel: true },
            { text: "鲜到家超市", span: 2 },
          ],
          [
            { text: "统一社会信用代码", isLabel: true },
            { text: "92110108MA01AB2C3D", span: 2 },
          ],
          [
            { text: "案件来源", isLabel: true },
            { text: "日常检查" },
            { text: "发现日期", isLabel: true },
            { text: "2026年10月23日" },
          ],
          [
            { text: "简要案情", isLabel: true },
            { text: LONG.repeat(2), span: 3 },
          ],
          [
            { text: "承办人意见", isLabel: true },
            {
              text: "建议立案调查。\n\n承办人（签名）：\u3000\u3000\u3000\u3000\n年\u3000月\u3000日",
              span: 3,
            },
          ],
        ],
      },
    ],
  },
};

export const FORMS: readonly Form[] = ["official", "letter", "minutes", "decision", "record", "table"];
