import type { Words } from "../../core/language.ts";
import type { Kind } from "../facts/kinds.ts";

const same = (form: string): Words => ({ zh: `应写作：${form}`, en: `write ${form}` });

/** How a value of each kind is written, for the person who got it wrong. */
export const FORM_OF: Readonly<Record<Kind, Words>> = {
  text: { zh: "应为文字", en: "a text" },
  prose: { zh: "应为一段文字", en: "a text" },
  list: same('["…", "…"]'),
  number: { zh: "应为数字", en: "a number" },
  money: {
    zh: "应为金额（元，最多两位小数），如 3000 或 29.7",
    en: "an amount in yuan, such as 3000 or 29.7",
  },
  date: same("2026-11-23"),
  moment: same("2026-11-23T10:20"),
  span: same('{"from": "2026-11-23T10:20", "to": "2026-11-23T10:55"}'),
  answer: same('true / false / {"yes": true, "words": "…"}'),
  choice: { zh: "应为所列的一项", en: "one of those listed" },
  person: same('{"name": "…", "role": "…", "id_number": "…"}'),
  people: same('[{"name": "…", "role": "…"}]'),
  party: same('{"kind": "unit" | "sole_trader" | "person", "name": "…", "credit_code": "…", "address": "…"}'),
  officers: same('[{"name": "…", "certificate": "…"}]'),
  evidence: same('[{"id": "1", "name": "…", "proves": ["…"]}]'),
  goods: same('[{"name": "…", "batch": "…", "unit": "盒", "quantity": 6, "price": 9.9}]'),
  photos: same('{"count": 12, "ids": ["P1", "P2"]}'),
  penalties: same('[{"kind": "罚款", "amount": 3000}]'),
  laws: same('[{"cite": "《中华人民共和国…法》第…条第…款"}]'),
  references: same('[{"name": "…", "number": "…"}]'),
  dialogue: same('[{"question": "…", "answer": "…"}]'),
  matters: same('[{"heading": "…", "text": "…"}]'),
  resolutions: same('[{"matter": "…", "responsible": "…", "deadline": "2026-11-30"}]'),
};
