import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { openApp } from "../../src/app.ts";
import { readSettings } from "../../src/config.ts";
import { NO_LOG } from "../../src/telemetry/log.ts";
import { tempFolder } from "../commands/run.ts";
import { groupMessage } from "../samples.ts";

it("a room searches the collections that it names, and no others", async () => {
  const data = tempFolder();
  const institution = join(data, "institution.yaml");
  writeFileSync(institution, 'rooms: { "test:narrow": { collections: [green] } }\n');
  const settings = readSettings({ dataDir: data }, { BANGBAN_CONFIG: institution }, "no-such-file");
  const app = await openApp(settings, { log: NO_LOG, today: "2026-11-24" });
  for (const name of ["green", "blue"]) {
    const folder = join(tempFolder(), name);
    mkdirSync(folder);
    writeFileSync(
      join(folder, "a.md"),
      `# 独角兽登记（${name}）\n\n独角兽登记由${name}窗口办理，当场发证。\n`,
    );
    await app.knowledge.ingest([folder], { collection: name, audience: ["citizen"] });
  }
  const way = { signal: new AbortController().signal, progress: () => undefined };
  const found = async (room: string) =>
    (await app.handle(groupMessage("/search 独角兽登记", true, { room }), way))?.citations.map(
      ({ title }) => title,
    );
  expect(await found("narrow")).toContain("独角兽登记（green）");
  expect(await found("narrow")).not.toContain("独角兽登记（blue）");
  expect(await found("wide")).toEqual(expect.arrayContaining(["独角兽登记（green）", "独角兽登记（blue）"]));
  await app.close();
});
