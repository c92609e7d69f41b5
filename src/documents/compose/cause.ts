/** 案由 as a document of its stage names it: `suspected` before the decision, `settled` from it on; `…Act` without 案. */
export function sayCause(cause: string, how: string | undefined): string {
  const act = cause
    .trim()
    .replace(/^涉嫌/, "")
    .replace(/一?案$/, "");
  switch (how) {
    case "act":
      return act;
    case "suspectedAct":
      return `涉嫌${act}`;
    case "suspected":
      return `涉嫌${act}案`;
    case "settled":
      return `${act}案`;
    default:
      return cause;
  }
}
