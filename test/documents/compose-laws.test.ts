import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { quotationOf, sayLaw } from "../../src/documents/compose/laws.ts";
import { compose } from "../../src/documents/compose/compose.ts";
import { plainOf } from "../../src/documents/compose/plain.ts";
import { ingestStatutes, openStatutes, openStatuteStore } from "../../src/statutes/index.ts";
import { ownLaws } from "../statutes/own-laws.ts";
import { changed, tenant, TODAY, typeOf } from "./examples.ts";

const store = openStatuteStore(join(mkdtempSync(join(tmpdir(), "quotations-")), "statutes.db"));
ingestStatutes(ownLaws(), store, { collection: "灯会", today: TODAY });
const desk = openStatutes(store);
afterAll(() => store.close());

const LAW = "《中华人民共和国灯笼管理法》";

describe("a quotation", () => {
  it("is the words of the item with what leads to it, of the paragraph, or of the article", () => {
    expect(quotationOf(`${LAW}第二条第（二）项`, desk, TODAY)).toBe("灯笼分为以下三类：……（二）纱灯笼");
    expect(quotationOf(`${LAW}第二条第一款第（三）项`, desk, TODAY)).toBe(
      "灯笼分为以下三类：……（三）冰灯笼。",
    );
    expect(quotationOf(`${LAW}第三条之一`, desk, TODAY)).toBe("冰灯笼不适用前条规定。");
  });

  it("is of the edition in force on the day of the act", () => {
    expect(quotationOf(`${LAW}第四条`, desk, "2024-01-01")).toContain("一百文以上五百文以下");
    expect(quotationOf(`${LAW}第五条`, desk, "2024-10-01")).toContain("二百文以上一千文以下");
  });

  it("is left out for a law, article, paragraph or item that is not there", () => {
    for (const cite of [
      "《无此法》第一条",
      `${LAW}第九十九条`,
      `${LAW}第二条第七款`,
      `${LAW}第二条第（九）项`,
      "灯笼法",
    ]) {
      expect(quotationOf(cite, desk, TODAY)).toBeNull();
      expect(sayLaw({ cite }, desk, TODAY)).toBe(cite);
    }
  });

  it("of the officer stays as it is, for the check to judge", () => {
    expect(sayLaw({ cite: `${LAW}第五条`, quote: "罚一千文" }, desk, TODAY)).toBe(`${LAW}第五条“罚一千文”`);
  });

  it("stands verbatim in the decision, by the law of the time of the act, and passes the check of citations", () => {
    const facts = changed("no-penalty-decision", {
      violated: [{ cite: `${LAW}第四条` }],
      filed_on: "2026-10-14",
    });
    const text = plainOf(
      compose(typeOf("no-penalty-decision"), facts, { tenant, today: TODAY, statutes: desk }),
    );
    expect(text).toContain(`违反了${LAW}第四条“悬挂灯笼应当距离屋檐三尺以上，并由挂灯人签字登记。”的规定。`);
    const { citations } = desk.cite(text, { on: TODAY });
    expect(citations.filter(({ law }) => law?.includes("灯笼")).map(({ status }) => status)).toEqual(["ok"]);
  });
});
