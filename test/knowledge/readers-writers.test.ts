import { describe, expect, it } from "vitest";
import { runActors } from "../../bench/knowledge-life/actors.ts";
import { temporaryFolder } from "./pack-folder.ts";

describe("two writers and three readers, each a process of its own", () => {
  it("never see half a document, a former edition too late, or a text that was removed", async () => {
    const verdict = await runActors(temporaryFolder(), 2, 3, 4_000);
    expect(verdict).toMatchObject({ mixed: 0, deleted: 0, untimely: 0, missed: 0 });
    expect(verdict.writes).toBeGreaterThan(1);
    expect(verdict.found).toBeGreaterThan(1);
  }, 60_000);
});
