import { mkdirSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { describe, expect, it } from "vitest";
import { lockFolder } from "../../src/store/sqlite/lock.ts";
import { bangban, tempFolder } from "./run.ts";

describe.concurrent("the command line", () => {
  it("explains itself", async () => {
    const { code, out } = await bangban(["--help"]);
    expect(code).toBe(0);
    for (const verb of ["start", "chat", "ask", "ingest", "search", "evaluate", "doctor", "mask", "audit"]) {
      expect(out).toContain(`  ${verb} `);
    }
  });

  it.each([
    [["dance"], "unknown command"],
    [["search", "x", "--k", "many"], "whole number"],
    [["search", "x", "--on", "2026-02-30"], "YYYY-MM-DD"],
    [["audit", "burn"], "audit verify, or audit export"],
    [["ask", "x", "--as", "king"], "use one of: none, citizen"],
    [["search", " "], "for example: bangban search"],
  ])("answers wrong use %j with one sentence and code 2", async (args, sentence) => {
    const { code, err, out } = await bangban(args);
    expect(out + err).toContain(sentence);
    expect(code).toBe(2);
  });

  it("names every wrong setting at once", async () => {
    const { code, out } = await bangban(["ask", "x", "--json"], {
      env: { WEB_PORT: "door", DEEPSEEK_BASE_URL: "there" },
    });
    expect(code).toBe(1);
    expect(JSON.parse(out).error).toMatchObject({ code: "config.invalid", field: "WEB_PORT" });
    expect(out).toContain("DEEPSEEK_BASE_URL");
  });

  it("says that the data folder is a file, and what to do", async () => {
    const data = join(tempFolder(), "data");
    writeFileSync(data, "");
    const { code, err } = await bangban(["ask", "居住证怎么办", "--data", data]);
    expect(code).toBe(1);
    expect(err).toContain("choose another one with --data");
  });

  it("does not serve a folder that another process serves", async () => {
    const data = tempFolder();
    const lock = lockFolder(data);
    const { code, err } = await bangban(["start", "--data", data, "--port", "0"]);
    lock.release();
    expect(code).toBe(1);
    expect(err).toContain("正由另一个进程使用");
  });

  it("says that the port is taken, and what to do", async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, "127.0.0.1", resolve));
    const address = other.address();
    const port = address !== null && typeof address === "object" ? String(address.port) : "";
    const { code, err } = await bangban(["start", "--data", tempFolder(), "--port", port]);
    other.close();
    expect(code).toBe(1);
    expect(err).toContain(port);
    expect(err).toContain("WEB_PORT");
  });
});

describe.concurrent("ask", () => {
  it("answers from its sources with no key, no network and no account", async () => {
    const { code, out } = await bangban([
      "ask",
      "孩子的出生医学证明怎么办",
      "--json",
      "--data",
      tempFolder(),
    ]);
    const reply = JSON.parse(out);
    expect(code).toBe(0);
    expect(reply).toMatchObject({ agent: "citizen-services", mode: "offline", model: "" });
    expect(reply.text).toContain("孩子在哪家医院出生");
    expect(reply.citations[0]).toMatchObject({
      source: "《中华人民共和国母婴保健法》第二十三条",
      checkedOn: "2026-11-23",
    });
    expect(reply.notices.join()).toContain("未接入大模型");
  });

  it("remembers a conversation across processes", async () => {
    const data = tempFolder();
    const say = (text: string) => bangban(["ask", text, "--json", "--conversation", "c1", "--data", data]);
    await say("居住证在哪个窗口办");
    const { out } = await say("济南");
    expect(JSON.parse(out).text).toContain("居住证");
  });

  it("answers a file of questions in order, one line each", async () => {
    const file = join(tempFolder(), "batch.jsonl");
    const lines = [
      { id: "a", text: "孩子的出生医学证明怎么办" },
      { id: "b", text: "  " },
      { id: "c", text: "长".repeat(1_000_000) },
      { id: "d", text: "/help" },
    ];
    writeFileSync(file, lines.map((line) => JSON.stringify(line)).join("\n"));
    const { out } = await bangban(["ask", "--batch", file, "--data", tempFolder()]);
    const replies = out
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(replies.map(({ id }) => id)).toEqual(["a", "b", "c", "d"]);
    expect(replies[1].failure).toBe("input.empty");
    expect(replies[2].text).toContain("1000000 字");
  });

  it("names the line of a batch that it cannot read", async () => {
    const file = join(tempFolder(), "batch.jsonl");
    writeFileSync(file, '{"id":1,"text":"一"}\n{"id":2,\n');
    const { code, err } = await bangban(["ask", "--batch", file, "--data", tempFolder()]);
    expect(code).toBe(2);
    expect(err).toContain("line 2");
  });

  it("refuses with code 3 what the role may not use", async () => {
    const { code, out } = await bangban([
      "ask",
      "居住证怎么办",
      "--as",
      "none",
      "--json",
      "--data",
      tempFolder(),
    ]);
    expect(code).toBe(3);
    expect(JSON.parse(out).failure).toBe("access.denied");
  });
});

describe.concurrent("chat", () => {
  it("answers every line of a pipe in order and leaves when all are answered", async () => {
    const { code, out } = await bangban(["chat", "--data", tempFolder()], {
      input: "怎么补办身份证\n要多久\n",
    });
    expect(code).toBe(0);
    expect(out.indexOf("临时身份证")).toBeGreaterThan(-1);
    expect(out.lastIndexOf("六十日内发证")).toBeGreaterThan(out.indexOf("临时身份证"));
    expect(out.match(/未接入大模型/g)).toHaveLength(2);
  });
});

describe.concurrent("the record", () => {
  it("holds after a talk, and shows a line that was changed", async () => {
    const data = tempFolder();
    await bangban(["ask", "/help", "--data", data]);
    await bangban(["ask", "/status", "--data", data]);
    const good = await bangban(["audit", "verify", "--json", "--data", data]);
    expect(JSON.parse(good.out)).toMatchObject({ ok: true, records: 2 });
    const raw = new DatabaseSync(join(data, "bangban.db"));
    raw.exec("DROP TRIGGER audit_no_update; UPDATE audit SET body = '{}' WHERE seq = 2");
    raw.close();
    const bad = await bangban(["audit", "verify", "--json", "--data", data]);
    expect(JSON.parse(bad.out)).toMatchObject({ ok: false, firstBad: 2 });
    expect(bad.code).toBe(1);
    const lines = (await bangban(["audit", "export", "--data", data])).out.trim().split("\n");
    expect(lines).toHaveLength(2);
  });
});

describe.concurrent("ingest, search and doctor", () => {
  it("reads a folder, finds it at once, and sees what changed", async () => {
    const data = tempFolder();
    const texts = tempFolder();
    mkdirSync(join(texts, "rules"));
    writeFileSync(join(texts, "rules", "canteen.md"), "# 食堂\n\n## 时间\n\n午餐供应到十三点三十分。\n");
    writeFileSync(join(texts, "photo.md"), Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 1, 2, 0, 255]));
    const ingest = () => bangban(["ingest", texts, "--collection", "house", "--json", "--data", data]);
    expect(JSON.parse((await ingest()).out)).toMatchObject({
      added: 1,
      unchanged: 0,
      skipped: [{ file: "photo.md" }],
    });
    expect(JSON.parse((await ingest()).out)).toMatchObject({ added: 0, updated: 0, unchanged: 1 });
    const found = await bangban(["search", "午餐到几点", "--collection", "house", "--json", "--data", data]);
    expect(JSON.parse(found.out).results[0].text).toContain("十三点三十分");
  });

  it("leaves out a broken pack, names its fault, and goes on with the others", async () => {
    const packs = tempFolder();
    mkdirSync(join(packs, "broken"));
    writeFileSync(join(packs, "broken", "pack.yaml"), "name: { zh: 坏, en: broken }\naudience: [king]\n");
    writeFileSync(join(packs, "broken", "guide.md"), "x");
    const { code, out } = await bangban(["doctor", "--json", "--data", tempFolder()], {
      env: { BANGBAN_KNOWLEDGE: packs },
    });
    const { ok, checks } = JSON.parse(out);
    expect([ok, code]).toEqual([false, 1]);
    expect(JSON.stringify(checks)).toContain("broken/pack.yaml");
  });

  it("finds nothing wrong with a fresh installation", async () => {
    const { code, out } = await bangban(["doctor", "--data", tempFolder()]);
    expect(out).not.toContain("FAIL");
    expect(code).toBe(0);
  });
});

describe.concurrent("mask", () => {
  it("shows what a model would see", async () => {
    const { out } = await bangban(["mask", "--json"], { input: "身份证11010519491231002X" });
    expect(JSON.parse(out)).toEqual({
      masked: "身份证⟦身份证_1⟧",
      spans: [{ kind: "id_card", start: 3, end: 21, token: "⟦身份证_1⟧" }],
    });
  });
});
