import type { Words } from "../../core/language.ts";

const words = (zh: string, en: string): Words => ({ zh, en });

/** Everything the drafting desk says, in both languages. */
export const SAY = {
  notGiven: words("未提供", "not given"),
  tableHead: words("| 项目 | 内容 | 来自 |", "| Item | Value | From |"),
  askFor: (label: string) => words(`${label}？`, `${label}?`),
  menuHead: words(
    "可以起草这些文书。直接写「帮我写一份现场检查笔录」再说情况，或选一个：",
    'I can draft these. Write "/report TYPE" and then what happened, or choose:',
  ),
  enforcement: words("**执法文书**", "**Enforcement documents**"),
  official: words("**公文**", "**Official documents**"),
  noType: (name: string) =>
    words(
      `没有“${name}”这种文书。发 /report 看全部种类。`,
      `There is no document called "${name}". /report lists them all.`,
    ),
  whichType: words("您要写哪一种？", "Which of these do you mean?"),
  denied: words(
    "起草文书只对执法人员开放。需要权限请联系管理员。",
    "Drafting is open to officers only. Ask the administrator for access.",
  ),
  begun: (type: string, caseId: string) =>
    words(
      `**${type}** · 案件 ${caseId}。把情况直接发来，先后、口语都行，也可以分几条发；说“退出”可以先离开。`,
      `**${type}** · case ${caseId}. Tell me what happened in your own words and order, in several messages if you like; "leave" puts it aside.`,
    ),
  sorting: words("正在整理事实…", "Sorting the facts…"),
  head: (type: string, version: number, caseId: string) =>
    words(`**${type} · 草稿 ${version}** 案件 ${caseId}`, `**${type} · draft ${version}** case ${caseId}`),
  askHead: (count: number) =>
    words(
      `还需要您补${count}项（直接回复即可）：`,
      `${count} more ${count === 1 ? "item is" : "items are"} needed (just reply):`,
    ),
  complete: words("必填事项已齐。", "All required items are there."),
  more: (count: number) => words(`另有 ${count} 项稍后再问。`, `${count} more will be asked later.`),
  stillMissing: (count: number) =>
    words(`还缺 ${count} 项，发“事实”查看。`, `${count} items are missing; say "facts" to see them.`),
  changed: (label: string, before: string, after: string) =>
    words(`已改：${label} ${before} → ${after}`, `Changed: ${label} ${before} → ${after}`),
  howToChange: words(
    "写明改哪一项、改成什么，例如：改 检查时间 10点40到11点；或直接说“检查时间改成10点40到11点”“删掉照片”。",
    'Say which item and what it should be: "change 检查时间 10点40到11点", or "检查时间改成10点40到11点".',
  ),
  removed: (label: string) => words(`已删去：${label}`, `Removed: ${label}`),
  contradiction: (label: string, before: string, after: string) =>
    words(
      `**${label}** 前后不一致：先前是 ${before}，这次是 ${after}。先前的没有动；以这次为准请回复“${label}改成${after}”。`,
      `**${label}** differs: it was ${before}, now it is ${after}. The first one stands; to take the new one say "${label}改成${after}".`,
    ),
  rejected: (given: string, reason: string) =>
    words(`没有采用“${given}”：${reason}`, `"${given}" was not taken: ${reason}`),
  nothingRead: words(
    "这句话里没有读出可以写进文书的事实，文书没有变化。可以写成“项目：内容”，例如“检查时间：今天10:20到10:55”。",
    'I found no fact for the document in these words; nothing changed. You can write "item: value".',
  ),
  noDocument: words(
    "这个会话里没有正在写的文书。发 /report 开始一份。",
    "No document is being written here. /report begins one.",
  ),
  notADraft: (state: string) =>
    words(
      `这份文书现在是“${state}”，不能再改事实。需要修改请让审核人退回。`,
      `This document is "${state}"; its facts cannot change now. A reviewer may return it.`,
    ),
  noFindings: words("按规则检查，没有发现问题。", "Checked by the rules: nothing found."),
  blocking: (count: number) =>
    words(
      `有 ${count} 处必须先解决，才能往下走。改正后再来；确有理由的，由审批人“放行 规则号 理由”，会留下记录。`,
      `${count} must be settled first. Mend them; or an approver says "override RULE REASON", which is recorded.`,
    ),
  missingFirst: (labels: string) => words(`还缺：${labels}。`, `Still missing: ${labels}.`),
  submitted: (name: string, version: number, who: string) =>
    words(
      `已提交：${name} 第 ${version} 稿，等${who}。须由起草人以外的人办理。`,
      `Submitted: ${name}, version ${version}, to the ${who}; not the drafter.`,
    ),
  reviewer: words("法制审核", "legal reviewer"),
  approver: words("审批", "approver"),
  howToReview: (caseId: string) =>
    words(
      `审核人可以在这里，或在自己的会话里回复：“通过 ${caseId}”“退回 ${caseId} 理由”“全文 ${caseId}”。`,
      `The reviewer may reply here or in a chat of their own: "approve ${caseId}", "return ${caseId} reason", "full text ${caseId}".`,
    ),
  reviewed: (name: string, version: number, who: string, at: string) =>
    words(
      `${who} ${at} 审核通过：${name} 第 ${version} 稿。下一步由审批人“通过”。`,
      `${who} passed the review at ${at}: ${name}, version ${version}. Next: an approver.`,
    ),
  confirm: (name: string, version: number, hash: string, minutes: number) =>
    words(
      `请确认批准 **${name}** 第 ${version} 稿（校验码 ${hash}）。${minutes} 分钟内再回复一次“通过”即批准；内容有变则失效。`,
      `Confirm the approval of **${name}**, version ${version} (${hash}): say "approve" once more within ${minutes} minutes. A change of the text voids it.`,
    ),
  approved: (name: string, version: number, who: string, at: string) =>
    words(
      `${who} ${at} 批准：${name} 第 ${version} 稿。可以“签发”。`,
      `${who} approved at ${at}: ${name}, version ${version}. It can be issued.`,
    ),
  returned: (name: string, who: string, comment: string) =>
    words(`${who}退回了${name}：${comment}`, `${who} returned ${name}: ${comment}`),
  sayWhy: words(
    "退回要写明理由，例如：退回 缺听证告知。",
    "Say why, for example: return the hearing notice is missing.",
  ),
  sayRule: words(
    "写明规则号和理由，例如：放行 C14 听证告知已另行送达。",
    "Name the rule and the reason: override C14 the notice was served separately.",
  ),
  overridden: (rule: string, who: string, reason: string) =>
    words(
      `${who}放行 ${rule}：${reason}。已记入案卷。`,
      `${who} overrode ${rule}: ${reason}. It is in the file.`,
    ),
  issued: (name: string, number: string) => words(`已签发：${name}${number}。`, `Issued: ${name}${number}.`),
  signedOff: (name: string) =>
    words(
      `已记录人工定稿：${name}。此后的文件不再带“人工智能辅助生成”字样，内容一改即恢复。`,
      `Recorded: ${name} was finalised by a person. The label goes until the text changes.`,
    ),
  served: (name: string, on: string) =>
    words(`已记录送达：${name}，${on}。`, `Service recorded: ${name}, ${on}.`),
  sayServed: words(
    "写明送达日期和方式，例如：送达 2026-11-25 直接送达。",
    "Give the day and the method: served 2026-11-25 直接送达.",
  ),
  started: words("开始计算的期限：", "Periods that began:"),
  dueHead: words("在办案件的期限：", "Deadlines of open cases:"),
  noDue: words("没有正在计算的期限。", "No deadline is running."),
  dueOn: (due: string, left: number) =>
    left < 0
      ? words(`${due}（已过 ${-left} 天）`, `${due} (${-left} days over)`)
      : words(`${due}（还有 ${left} 天）`, `${due} (${left} days left)`),
  cannotCompute: words("无法计算", "cannot be computed"),
  mineHead: words("您的案件和文书：", "Your cases and documents:"),
  pendingHead: words("等您办理的文书：", "Waiting for you:"),
  none: words("没有。", "None."),
  left: words(
    "好的，先放在这里，内容都在。发 /report 案号 接着写。",
    "Put aside; nothing is lost. /report CASE goes on with it.",
  ),
  closed: (caseId: string) => words(`案件 ${caseId} 已结案。`, `Case ${caseId} is closed.`),
  oneVersion: words("只有一稿，还没有可以比较的。", "There is one version only."),
  versionsHead: words("版本：", "Versions:"),
  lawsHead: words(
    "可能适用的条文（以下为原文）。选用请回复：",
    "Articles that may apply (their own words). To use one:",
  ),
  noLaws: words(
    "没有找到可用的条文。请直接写“违反的规定：《…》第…条”；法律文本可由管理员读入后按内容查找。",
    'No article was found. Write "违反的规定：《…》第…条"; an administrator can read in the laws to search by content.',
  ),
  violates: (title: string) => words(`违反：${title}`, `Violated: ${title}`),
  punishes: (title: string) => words(`处罚依据：${title}`, `Basis: ${title}`),
  lawsFirst: words("先说清违法事实，才能找依据。", "Say what was done first; the law follows from it."),
  polished: (count: number, of: number) =>
    words(
      `润色了 ${of} 句中的 ${count} 句，其余保持原句（含有核对不上的内容或无需改动）。`,
      `${count} of ${of} sentences were smoothed; the others stand as they were.`,
    ),
  file: words("文件已附上。", "The file is attached."),
} as const;
