import type { ReplyFile } from "../../core/reply.ts";
import { labelFor } from "../../documents/layout/label.ts";
import { latestOf } from "../case/case.ts";
import { composeNow } from "./compose.ts";
import type { Here, Session } from "./session.ts";

const DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
/** Signs that file systems and chat clients stumble over. */
const UNSAFE = /[\\/:*?"<>|\s\p{Cc}]+/gu;

/** Lays the document out and keeps the file; labelled as machine-made unless this version was finalised by a person. */
export async function fileOf(session: Session, here: Here): Promise<ReplyFile> {
  const { desk, turn } = session;
  const { draft, type, file } = here;
  const version = latestOf(draft);
  const composed = draft.issued?.composed ?? version?.composed ?? composeNow(session, here);
  const isFinal = draft.signOff !== null;
  const body = await desk.layOut({
    type,
    facts: here.facts,
    composed,
    statutes: desk.statutes(),
    tenant: desk.tenant,
    today: turn.today,
    ...(isFinal ? {} : { label: labelFor(desk.tenant, version?.hash ?? "") }),
    ...(draft.issued === null && version !== undefined ? { version: version.version } : {}),
  });
  const what = draft.issued?.number ?? `${file.id} 草稿${version?.version ?? 1}`;
  return desk.keep({ name: `${type.name.zh} ${what}.docx`.replace(UNSAFE, "_"), mime: DOCX, body });
}
