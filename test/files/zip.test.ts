import { describe, expect, it } from "vitest";
import { BotError } from "../../src/core/errors.ts";
import { unzip } from "../../src/files/zip.ts";
import { hostileArchives } from "./hostile-archives.ts";
import { madeZip } from "./made-zip.ts";

const text = (bytes: Uint8Array | undefined): string => new TextDecoder().decode(bytes);

async function refusalOf(work: Promise<unknown>): Promise<BotError> {
  const error: unknown = await work.then(
    () => null,
    (error: unknown) => error,
  );
  if (error instanceof BotError) return error;
  throw new Error("nothing was refused", { cause: error });
}

describe("an archive", () => {
  it("gives its files by name, in its order, packed or not", async () => {
    const entries = await unzip(
      madeZip([
        { name: "二/乙.txt", content: "乙".repeat(1_000) },
        { name: "一/", content: "" },
        { name: "一/甲.txt", content: "甲", method: 0 },
        { name: "空.txt", content: "" },
      ]),
    );
    expect([...entries.keys()]).toEqual(["二/乙.txt", "一/甲.txt", "空.txt"]);
    expect(text(entries.get("二/乙.txt"))).toBe("乙".repeat(1_000));
    expect(text(entries.get("一/甲.txt"))).toBe("甲");
    expect(entries.get("空.txt")?.length).toBe(0);
  });

  it("unpacks only what was asked for", async () => {
    const bytes = madeZip([
      { name: "a.xml", content: "a" },
      { name: "b.png", content: "b", crc: 1 },
    ]);
    expect([...(await unzip(bytes, { only: (name) => name.endsWith(".xml") })).keys()]).toEqual(["a.xml"]);
  });

  it("has its Chinese names read as UTF-8 or as GB18030, even where a character ends like a backslash", async () => {
    // 誠 ends in the byte of a backslash in GB18030
    const gb = Buffer.from("d55c2e747874", "hex");
    const entries = await unzip(
      madeZip([
        { name: gb, content: "a" },
        { name: Buffer.from("規則\\甲.txt"), content: "b" },
      ]),
    );
    expect([...entries.keys()]).toEqual(["誠.txt", "規則/甲.txt"]);
  });

  it("is refused when it holds more files or bytes than it may", async () => {
    const bytes = madeZip(["a", "b", "c"].map((name) => ({ name, content: "x".repeat(1_000) })));
    expect((await refusalOf(unzip(bytes, { maxEntries: 2 }))).message).toContain("more than 2 entries");
    expect((await refusalOf(unzip(bytes, { maxInflatedBytes: 2_999 }))).message).toContain(
      "more than the limit",
    );
    expect((await unzip(bytes, { maxInflatedBytes: 3_000, maxEntries: 3 })).size).toBe(3);
  });

  it("is refused with its name, a reason and a remedy in both languages", async () => {
    const error = await refusalOf(unzip(Buffer.from("not an archive"), { name: "规则.zip" }));
    expect(error).toMatchObject({ code: "file.refused", detail: { file: "规则.zip" } });
    expect(error.message).toBe("规则.zip: the archive (or office file) is damaged or cut off");
    expect(error.detail.remedy).toBe("Copy or save the file again");
    expect(error.detail.forUser.zh).toBe(
      "压缩包（或 Office 文件）损坏或不完整。请重新复制或重新保存这个文件",
    );
  });

  const lies = hostileArchives.filter(
    ({ name }) => !/^(?:nested|many-entries|claims-none|empty|bomb-(?:honest|many))/.test(name),
  );
  it.each(lies)("is refused: $name", async ({ make }) => {
    expect((await refusalOf(unzip(make(), { maxEntries: 5_000 }))).code).toBe("file.refused");
  });
});
