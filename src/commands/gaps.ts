import { SHIPPED_PACKS } from "../shipped.ts";
import { readSettings } from "../config.ts";
import { BotError } from "../core/errors.ts";
import { dayInChina } from "../core/today.ts";
import { draftArticle } from "../knowledge/lifecycle/draft-article.ts";
import type { Gap, Gaps } from "../store/gaps.ts";
import { openSqliteGaps } from "../store/sqlite/gaps.ts";
import { fail, print, printJson, wrongUse, type CommonOptions } from "./output.ts";

interface GapsOptions extends CommonOptions {
  readonly pack?: string;
  readonly closed?: boolean;
}

/** `bangban gaps [close ID | draft ID --pack PACK]`: what was asked and not known, and a card to be written from it. */
export async function gaps(
  action: string | undefined,
  id: string | undefined,
  options: GapsOptions,
): Promise<void> {
  let list: Gaps | undefined;
  try {
    const { dataDir, knowledgeDir = SHIPPED_PACKS } = readSettings({ dataDir: options.data });
    list = openSqliteGaps(dataDir);
    if (action === undefined) await show(list, options);
    else if (action === "close") await close(list, id, options);
    else if (action === "draft") await draft(list, id, knowledgeDir, options);
    else throw wrongUse(`gaps ${action}`, "use: gaps, gaps close ID, or gaps draft ID --pack PACK");
  } catch (error) {
    fail(error, options);
  } finally {
    await list?.end();
  }
}

async function show(list: Gaps, { json, closed = false, lang = "zh" }: GapsOptions): Promise<void> {
  const open = await list.countOpen();
  const found = await list.list({ isClosed: closed });
  if (json) return printJson({ open, gaps: found });
  for (const { id, count, lastOn, agent, question } of found) {
    print(`${id.padStart(4)}  ×${count}  ${lastOn}  ${agent}  ${question}`);
  }
  const total = {
    zh: `${open} 个问题还没有答案。写草稿：bangban gaps draft 编号 --pack 知识包`,
    en: `${open} questions have no answer yet. Write one: bangban gaps draft ID --pack PACK`,
  };
  print(total[lang]);
}

async function close(list: Gaps, id: string | undefined, { json, lang = "zh" }: GapsOptions): Promise<void> {
  const gap = await gapOf(list, id);
  await list.close(gap.id);
  if (json) return printJson({ closed: gap.id });
  print({ zh: `已关闭：${gap.question}`, en: `closed: ${gap.question}` }[lang]);
}

async function draft(
  list: Gaps,
  id: string | undefined,
  packsDir: string,
  { json, pack, today = dayInChina(Date.now()), lang = "zh" }: GapsOptions,
): Promise<void> {
  const gap = await gapOf(list, id);
  const file = draftArticle(packsDir, pack ?? gap.agent, gap, today);
  if (json) return printJson({ file, gap: gap.id });
  print(
    {
      zh: `已写入 ${file}。写完并核对来源后，删去其中的 draft: true，再运行 bangban gaps close ${gap.id}`,
      en: `written to ${file}. When it is done and checked, remove draft: true from it, then: bangban gaps close ${gap.id}`,
    }[lang],
  );
}

async function gapOf(list: Gaps, id: string | undefined): Promise<Gap> {
  const gap = id === undefined ? null : await list.find(id);
  if (gap !== null) return gap;
  throw new BotError("usage.invalid", `there is no gap ${id ?? ""}`, {
    forUser: { zh: `没有编号为 ${id ?? ""} 的问题。`, en: `There is no gap ${id ?? ""}.` },
    remedy: "bangban gaps lists them with their ids",
  });
}
