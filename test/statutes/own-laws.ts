import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

/** A made-up law in its first edition, in the layout of the collections. */
export const LANTERN_2019 = `# 中华人民共和国灯笼管理法

2019年3月1日 第一届灯会常务委员会第一次会议通过

<!-- INFO END -->

## 第一章 总则

第一条 为了规范灯笼的悬挂，制定本法。

第二条 灯笼分为以下两类：

（一）纸灯笼；

（二）纱灯笼。

前款所称纸灯笼，不包括孔明灯。

第三条 悬挂灯笼应当距离屋檐三尺以上，并由挂灯人签字登记。

第四条 违反本法第三条规定的，由灯政所责令改正，处一百文以上五百文以下罚款。

第五条 本法自2019年5月1日起施行。1990年发布的《灯笼悬挂暂行规则》同时废止。
`;

/** Its second edition: an article was put in, and the numbers behind it moved. */
export const LANTERN_2024 = `# 中华人民共和国灯笼管理法

2019年3月1日 第一届灯会常务委员会第一次会议通过

2024年6月1日 第二届灯会常务委员会第九次会议修订

<!-- INFO END -->

## 第一章 总则

第一条 为了规范灯笼的悬挂，制定本法。

第二条 灯笼分为以下三类：

（一）纸灯笼；

（二）纱灯笼；

（三）冰灯笼。

第三条 灯笼的制作应当符合防火标准，灯芯高度不得超过两寸。

第三条之一 冰灯笼不适用前条规定。

第四条 悬挂灯笼应当距离屋檐三尺以上，并由挂灯人签字登记。

第五条 违反本法第四条规定的，由灯政所责令改正，处二百文以上一千文以下罚款。

第六条 本法自2024年9月1日起施行。
`;

/** A decision in points instead of articles, with what is no law beside it. */
export const DRUM_RULES = `# 灯政所关于鼓声时间的规定

2020年1月5日 灯政所发布

<!-- INFO END -->

为了安静，规定如下：

一、鼓声不得早于卯时。

二、鼓声不得晚于戌时。
`;

/** A folder of laws for one test; returns its path. */
export function folderOf(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), "bangban-laws-"));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

/** The made-up laws as a collection. */
export const ownLaws = (): string =>
  folderOf({
    "行政法/灯笼管理法(2019-03-01).md": LANTERN_2019,
    "行政法/灯笼管理法(2024-06-01).md": LANTERN_2024,
    "部门规章/灯政所/灯政所关于鼓声时间的规定(2020-01-05).md": DRUM_RULES,
  });
