import type { DocumentMeta } from "../../store/library.ts";
import type { Finding } from "./finding.ts";
import { lifeSchema, type Life } from "./validity.ts";

/** What a document's own dates say against it on a day. */
export function staleIn(collection: string, fileOf: (path: string) => string, today: string) {
  return ({ path, meta }: DocumentMeta): Finding[] => {
    const life = lifeSchema.safeParse(meta).data;
    if (life === undefined) return [];
    return [draft(life), superseded(life), expired(life, today), review(life, today)]
      .filter((each) => each !== null)
      .slice(0, 1)
      .map((each) => ({ ...each, collection, file: fileOf(path) }));
  };
}

type Partly = Pick<Finding, "kind" | "detail" | "remedy">;

const byOwner = ({ owner }: Life) => ({
  zh: owner === undefined ? "" : `（负责：${owner}）`,
  en: owner === undefined ? "" : ` (owner: ${owner})`,
});

function draft(life: Life): Partly | null {
  if (life.draft !== true) return null;
  const by = byOwner(life);
  return {
    kind: "draft",
    detail: { zh: `草稿，不用于回答${by.zh}`, en: `a draft, not answered from${by.en}` },
    remedy: { zh: "核对后删除 draft: true", en: "check it, then remove draft: true" },
  };
}

function superseded(life: Life): Partly | null {
  if (life.supersededBy === undefined) return null;
  const by = byOwner(life);
  const isDated = life.validTo !== undefined;
  return {
    kind: "superseded",
    detail: {
      zh: `已被“${life.supersededBy}”取代，不再用于回答${by.zh}`,
      en: `superseded by "${life.supersededBy}" and no longer answered from${by.en}`,
    },
    remedy: isDated
      ? {
          zh: "如不再需要历史查询，可删除此文件",
          en: "remove the file when nobody asks about the past any more",
        }
      : {
          zh: "补上 valid_to（最后有效日），过去日期的问题才能用它回答",
          en: "add valid_to, its last day, so that questions about the past can be answered from it",
        },
  };
}

function expired(life: Life, today: string): Partly | null {
  if (life.validTo === undefined || life.validTo >= today) return null;
  const by = byOwner(life);
  return {
    kind: "expired",
    detail: { zh: `${life.validTo} 起失效${by.zh}`, en: `valid until ${life.validTo} only${by.en}` },
    remedy: {
      zh: "读入新版本并写明 superseded_by，或更正 valid_to",
      en: "read in what replaced it and name it in superseded_by, or correct valid_to",
    },
  };
}

function review(life: Life, today: string): Partly | null {
  if (life.reviewBy === undefined || life.reviewBy >= today) return null;
  const by = byOwner(life);
  return {
    kind: "review",
    detail: { zh: `应在 ${life.reviewBy} 前复核${by.zh}`, en: `to be reviewed by ${life.reviewBy}${by.en}` },
    remedy: {
      zh: "对照来源复核，更新 checked_on 和 review_by",
      en: "compare it with its source, then renew checked_on and review_by",
    },
  };
}
