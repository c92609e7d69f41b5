import { readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { bangban, tempFolder } from "../commands/run.ts";
import { eventsUntil, post, serve } from "./serve.ts";

const QUESTION = "孩子的出生医学证明怎么办";
const CONCLUSION = "孩子在哪家医院出生";

describe("the bot as it is started", () => {
  it("tells the operator how it works, answers on the page, and leaves when asked", async () => {
    const bot = await serve(tempFolder());
    expect(bot.banner).toContain(
      "none: answering from sources only. Set DEEPSEEK_API_KEY or DEEPSEEK_BASE_URL",
    );
    const { conversation } = await post(bot.url, QUESTION);
    const seen = await eventsUntil(bot.url, conversation, (text) => text.includes("event: reply"));
    expect(seen).toContain(CONCLUSION);
    const health = await (await fetch(`${bot.url}/healthz`)).json();
    expect(health).toMatchObject({ ok: true, model: { mode: "offline" }, queue: { open: 0 } });
    expect(await (await fetch(`${bot.url}/metrics`)).text()).toContain(
      'bangban_turns_total{platform="web",outcome="answered"} 1',
    );
    expect(await bot.end("SIGTERM")).toBe(0);
  });

  it("answers after kill -9 what it had acknowledged, once, and keeps the talk", async () => {
    const data = tempFolder();
    const first = await serve(data);
    const { conversation } = await post(first.url, QUESTION);
    await first.end("SIGKILL");
    const second = await serve(data);
    const isAnswered = (text: string) => text.includes(CONCLUSION);
    const seen = await eventsUntil(second.url, conversation, isAnswered);
    expect(seen).toContain(QUESTION);
    await second.end("SIGTERM");
    const { out } = await bangban(["audit", "verify", "--json", "--data", data]);
    expect(JSON.parse(out)).toMatchObject({ ok: true });
  });

  it("mends a damaged index by itself", async () => {
    const data = tempFolder();
    const texts = tempFolder();
    for (let number = 0; number < 70; number += 1) {
      const rules = Array.from(
        { length: 30 },
        (_, rule) => `第${number}号规则第${rule}款：库房${number}的钥匙由值班${rule}保管。`,
      );
      writeFileSync(
        join(texts, `rule${number}.md`),
        `# 规则${number}\n\n${rules.map((rule) => `## ${rule}\n\n${rule}`).join("\n\n")}\n`,
      );
    }
    await bangban(["ingest", texts, "--collection", "house", "--data", data]);
    const files = readdirSync(data, { recursive: true, encoding: "utf8" })
      .filter((name) => !/\.(db|db-wal|db-shm|lock|key)$/.test(name))
      .filter((name) => statSync(join(data, name)).isFile());
    // 2,100 passages: enough that the index is kept in files
    expect(files.length).toBeGreaterThan(0);
    for (const name of files) writeFileSync(join(data, name), "damaged");
    const ask = ["search", "库房7的钥匙", "--collection", "house", "--json", "--data", data];
    expect(JSON.parse((await bangban(ask)).out).results[0].text).toContain("库房7的钥匙");
    for (const name of files) rmSync(join(data, name), { force: true });
    expect(JSON.parse((await bangban(ask)).out).results[0].text).toContain("库房7的钥匙");
  });

  it("runs without the optional libraries", async () => {
    // as after `npm ci --omit=optional`: the two cannot be found
    const hook = join(tempFolder(), "lean.mjs");
    writeFileSync(
      hook,
      `import { registerHooks } from "node:module";
       registerHooks({ resolve(name, context, next) {
         if (name === "hnswlib-node" || name === "wechaty") throw Object.assign(new Error("not here"), { code: "ERR_MODULE_NOT_FOUND" });
         return next(name, context);
       } });`,
    );
    const bot = await serve(tempFolder(), {}, ["--import", hook]);
    const { conversation } = await post(bot.url, QUESTION);
    expect(await eventsUntil(bot.url, conversation, (text) => text.includes("event: reply"))).toContain(
      CONCLUSION,
    );
    await bot.end("SIGTERM");
  });
});
