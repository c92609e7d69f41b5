import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { ROLES } from "../../src/core/principal.ts";
import { openKnowledge } from "../../src/knowledge/open.ts";
import type { Query } from "../search-score.ts";
import { COLLECTION, noPacks } from "./engines.ts";

/**
 * Whether the decision "nothing found", fitted on cards of one pack, holds over statutes that it never saw: people's
 * questions with a right article, and questions that no statute answers.
 *
 *   node bench/knowledge/off-matter.ts --stard FOLDER --data DIR
 *
 * DIR is what `search-peers.ts --keep DIR` left.
 */
const { values } = parseArgs({
  options: { stard: { type: "string", default: "" }, data: { type: "string", default: "" } },
});

const OFF_MATTER =
  "红烧肉怎么做才不腻|明天会下雨吗|推荐几首适合跑步的歌|Python怎么读取Excel文件|猫为什么喜欢踩奶|太阳到地球有多远|" +
  "减肥期间晚上能吃香蕉吗|吉他F和弦按不响怎么办|世界杯哪年举办|空调开几度最省电|手机屏幕碎了怎么贴膜|月球上有水吗|" +
  "毛衣起球怎么处理|怎么养多肉植物|游泳时耳朵进水怎么办|蛋糕为什么发不起来|英语四级怎么背单词|打羽毛球手腕疼|" +
  "冰箱结冰怎么除|相声和脱口秀有什么区别|周末去哪里爬山好|咖啡拉花怎么学|头发出油怎么护理|电脑蓝屏怎么修|" +
  "怎么教小狗握手|牛奶可以空腹喝吗|围棋入门先学什么|折纸飞机怎么飞得远|眼睛干涩滴什么好|为什么天空是蓝色的|" +
  "火锅底料怎么炒|瑜伽初学者练什么|长城有多长|怎么画素描头像|三国里谁最厉害|泡面加什么好吃|孩子不爱吃青菜怎么办|" +
  "钢琴调音多久一次|如何快速入睡|夏天怎么防蚊子";

const queries: Query[] = readFileSync(join(values.stard, "queries.jsonl"), "utf8")
  .trim()
  .split("\n")
  .map((line) => JSON.parse(line));
const knowledge = await openKnowledge({
  dataDir: values.data,
  packsDir: noPacks(values.data),
  log: () => {},
});
const scope = { collections: [COLLECTION], roles: ROLES, on: "2026-11-23" };

const matches: Record<string, string[]> = {
  "right in first ten": [],
  "right further down": [],
  "off matter": [],
};
for (const { text, relevant } of queries) {
  const { hits, match } = await knowledge.search(text, scope, 10);
  const isFound = hits.some(({ id }) => relevant.includes(id));
  matches[isFound ? "right in first ten" : "right further down"]?.push(match);
}
for (const text of OFF_MATTER.split("|")) {
  matches["off matter"]?.push((await knowledge.search(text, scope, 10)).match);
}
const share = (found: readonly string[], wanted: string) =>
  Number((found.filter((match) => match === wanted).length / found.length).toFixed(3));
console.table(
  Object.entries(matches).map(([questions, found]) => ({
    questions,
    count: found.length,
    ...Object.fromEntries(["sure", "likely", "near", "none"].map((match) => [match, share(found, match)])),
  })),
);
await knowledge.close();
