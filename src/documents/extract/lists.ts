import { amountsIn } from "../facts/amount.ts";
import { numbersIn } from "../facts/identifiers.ts";
import type { Evidence } from "../facts/kinds.ts";
import { answersIn } from "./answers.ts";
import { goodsIn } from "./goods.ts";
import { lawsIn } from "./laws.ts";
import { fromRoster, officersIn, recordersIn, selfIn } from "./officers.ts";
import { penaltiesIn } from "./penalties.ts";
import { photosIn } from "./photos.ts";
import { evidenceKind, evidenceOf, goodsOf, tablesIn } from "./tables.ts";
import { claim, refuse, textOf, within } from "./talk.ts";
import type { Claim, Piece, Read, Scene } from "./talk.ts";

const NOT_EXACT = {
  zh: "金额不准确，请写到元角分",
  en: "the amount is not exact; please give it to the fen",
};
const UNKNOWN_SELF = {
  zh: "“我”不在执法人员名册里，请写姓名和执法证号",
  en: "“我” is not in the roster; please give name and certificate number",
};

const MONEY_CUES: readonly (readonly [string, RegExp])[] = [
  ["illegal_gains", /(?:违法所得|非法所得|获利|赚了?|盈利)[^,。;\n\d]{0,8}$/],
  ["goods_value", /(?:货值(?:金额)?|涉案金额|价值|总值|货款)[^,。;\n\d]{0,8}$/],
  ["paid_amount", /(?:缴纳?了?|交了|已缴|已交|缴清了?|缴来)(?:罚款)?[^,。;\n\d]{0,6}$/],
];
const NO_GAINS =
  /(?:没有|无|未产生|未获得?)(?:任何)?(?:违法所得|非法所得|获利)|违法所得(?:为|是)?(?:无|没有|零)|(?:没|未)赚(?:到)?钱/;

/** Yes and no answers of a piece. */
export function readAnswers(piece: Piece, scene: Scene): Read {
  const answers = answersIn(textOf(piece), (name) => scene.byName.get(name)?.kind === "answer");
  return {
    claims: answers.map(({ name, start, end, value }) => {
      const at = within(piece, start, end);
      const words = at.said.message.text.slice(at.start, at.end).trim();
      return claim(name, "answer", { yes: value.yes, words }, at);
    }),
    rejected: [],
  };
}

/** The officers of a piece, the writer among them where the roster knows the account. */
export function readOfficers(piece: Piece, scene: Scene): Read {
  const name = scene.byName.has("officers") ? "officers" : "servers";
  if (!scene.byName.has(name)) return { claims: [], rejected: [] };
  const text = textOf(piece);
  const found = officersIn(text, scene.tenant.officers);
  const self = selfIn(text);
  const recorders = scene.byName.has("recorder") ? recordersIn(text, scene.tenant.officers) : [];
  const noted = recorders.map(({ start, end, words }) =>
    claim("recorder", "person", { name: words }, within(piece, start, end)),
  );
  const author = piece.said.message.author;
  const me = scene.tenant.officers.find(({ user }) => user !== undefined && user === author);
  const named = found.map(({ start, end, value, isFromRoster }) => {
    const one = claim(name, "officers", [value], within(piece, start, end));
    return isFromRoster ? fromRoster(one) : one;
  });
  const claims = [...named, ...noted];
  if (self === null) return { claims, rejected: [] };
  const at = within(piece, self.start, self.end);
  if (me === undefined) return { claims, rejected: [refuse(name, at, UNKNOWN_SELF)] };
  return {
    claims: [
      fromRoster(claim(name, "officers", [{ name: me.name, certificate: me.certificate }], at)),
      ...claims,
    ],
    rejected: [],
  };
}

/** Photos, goods, penalties and laws of a piece. */
export function readLists(piece: Piece, scene: Scene): Read {
  const text = textOf(piece);
  const has = (name: string): boolean => scene.byName.has(name);
  const photos = has("photos") ? photosIn(text) : null;
  const claims: Claim[] = [];
  if (photos?.value)
    claims.push(claim("photos", "photos", photos.value, within(piece, photos.start, photos.end)));
  if (has("goods")) claims.push(...goodsClaims(piece, text));
  claims.push(
    ...penaltyClaims(piece, text, scene),
    ...lawClaims(piece, text, scene),
    ...evidenceClaims(piece, text, scene),
  );
  claims.push(...referenceClaims(piece, text, scene));
  const money = readMoney(piece, text, scene);
  return { claims: [...claims, ...money.claims], rejected: money.rejected };
}

function goodsClaims(piece: Piece, text: string): Claim[] {
  return goodsIn(text).map(({ start, end, value }) =>
    claim("goods", "goods", [value], within(piece, start, end)),
  );
}

function penaltyClaims(piece: Piece, text: string, scene: Scene): Claim[] {
  const names = ["penalties", "proposed_penalties"].filter((name) => scene.byName.has(name));
  const found = names.length === 0 ? null : penaltiesIn(text);
  if (found === null) return [];
  const wanted = found.isProposed ? "proposed_penalties" : "penalties";
  const name = names.includes(wanted) ? wanted : (names[0] ?? wanted);
  return [claim(name, "penalties", [...found.value], within(piece, found.start, found.end))];
}

function lawClaims(piece: Piece, text: string, scene: Scene): Claim[] {
  return lawsIn(text).flatMap(({ start, end }) => {
    const before = /[^。;\n]*$/.exec(text.slice(0, start))?.[0] ?? "";
    const cue = before.match(/涉嫌违反|违反|触犯|依据|根据|依照|按照|按/g)?.at(-1) ?? "";
    const wanted =
      cue === "涉嫌违反"
        ? ["suspected", "violated"]
        : /违反|触犯/.test(cue)
          ? ["violated", "suspected"]
          : cue === ""
            ? []
            : ["penalty_basis"];
    const name = wanted.find((one) => scene.byName.has(one));
    if (name === undefined) return [];
    const at = within(piece, start, end);
    return [claim(name, "laws", [{ cite: at.said.message.text.slice(at.start, at.end) }], at)];
  });
}

const EVIDENCE = /(?<=^|[\n\s。;,、])证据([一二三四五六七八九十]{1,2}|\d{1,2})\s*[:、.]\s*([^。;\n]+)/g;

function evidenceClaims(piece: Piece, text: string, scene: Scene): Claim[] {
  if (!scene.byName.has("evidence")) return [];
  return [...text.matchAll(EVIDENCE)].map((match) => {
    const at = within(piece, match.index, match.index + match[0].length);
    const words = at.said.message.text.slice(at.end - (match[2]?.length ?? 0), at.end);
    return claim("evidence", "evidence", [evidenceItem(match[1] ?? "", words)], at);
  });
}

/** One piece of evidence from its words: the name, and behind 证明 what it stands for. */
export function evidenceItem(id: string, words: string): Evidence {
  const [, name = words, proves] =
    /^(.*?)[,\uFF0C、(（]?\s*(?:用于|用以|拟)?证明(?:了)?[::]?\s*(.+?)[)）]?$/.exec(words) ?? [];
  const kind = evidenceKind(words);
  const fact = proves?.trim() ?? "";
  return {
    id,
    name: name.trim() || words.trim(),
    ...(kind ? { kind } : {}),
    ...(fact === "" ? {} : { proves: [fact] }),
  };
}

const REFERENCE =
  /《?((?:关于[^《》\n]{2,40}?的|行政处罚|不予行政处罚|当场行政处罚|责令改正|先行登记保存证据|行政处罚事先|查封|扣押)?[\u4e00-\u9fff、]{0,12}?(?:决定书|通知书|告知书|确认书|清单|回证|函|请示|报告|通知))》?\s*\(?$/;

function referenceClaims(piece: Piece, text: string, scene: Scene): Claim[] {
  const field = scene.fields.find(({ kind }) => kind === "references");
  if (field === undefined) return [];
  return numbersIn(text).flatMap(({ kind, start, end, value }) => {
    const [whole = "", name] = REFERENCE.exec(text.slice(Math.max(0, start - 60), start)) ?? [];
    if (kind !== "document" || value === null || name === undefined) return [];
    return [
      claim(field.name, "references", [{ name, number: value }], within(piece, start - whole.length, end)),
    ];
  });
}

function readMoney(piece: Piece, text: string, scene: Scene): Read {
  const claims: Claim[] = [];
  const rejected: Read["rejected"][number][] = [];
  for (const { start, end, yuan } of amountsIn(text)) {
    const cue = MONEY_CUES.find(([name, form]) => scene.byName.has(name) && form.test(text.slice(0, start)));
    if (cue === undefined || /没收[^,。;]{0,4}(?:违法|非法)所得[^,。;]*$/.test(text.slice(0, start)))
      continue;
    const at = within(piece, start, end);
    if (yuan === null) rejected.push(refuse(cue[0], at, NOT_EXACT));
    else claims.push(claim(cue[0], "money", yuan, at));
  }
  const none = scene.byName.has("illegal_gains") ? NO_GAINS.exec(text) : null;
  if (none !== null)
    claims.push(claim("illegal_gains", "money", 0, within(piece, none.index, none.index + none[0].length)));
  return { claims, rejected };
}

/** Goods and evidence of the tables in a piece. */
export function readTables(piece: Piece, scene: Scene): Read & { readonly used: readonly Piece[] } {
  const used: Piece[] = [];
  const claims = tablesIn(piece.said.message.text.slice(piece.start, piece.end)).flatMap((table): Claim[] => {
    const at = within(piece, table.start, table.end);
    const evidence = scene.byName.has("evidence") ? evidenceOf(table) : null;
    const goods = evidence === null && scene.byName.has("goods") ? goodsOf(table) : null;
    if (evidence?.length) return used.push(at) ? [claim("evidence", "evidence", evidence, at, "label")] : [];
    if (goods?.length) return used.push(at) ? [claim("goods", "goods", goods, at, "label")] : [];
    return [];
  });
  return { claims, rejected: [], used };
}
