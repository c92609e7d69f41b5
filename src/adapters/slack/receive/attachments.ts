import type { Attachment, IncomingMessage } from "../../../core/message.ts";
import { isSlacks } from "../deliver/aside.ts";
import { saidEvent } from "../normalize/shapes.ts";
import type { SlackOptions } from "../options.ts";

// an acknowledgement has three seconds; what is not here by then is named and not fetched
const FETCH_MS = 2_000;
const MAX_FILE_BYTES = 20_000_000;
const MAX_FILES = 5;
const SLACK_FILES = /^(?:[\w-]+\.)*slack\.com$/;

type Fetching = Pick<SlackOptions, "botToken" | "keepFile"> & { readonly apiUrl: string };

/** The message with the bytes of its files kept in the data folder, as far as they come in time. */
export async function withFiles(
  message: IncomingMessage,
  event: unknown,
  options: Fetching,
): Promise<IncomingMessage> {
  const { keepFile } = options;
  if (keepFile === undefined || message.attachments.length === 0) return message;
  const parsed = saidEvent.safeParse(event);
  if (!parsed.success) return message;
  const files = parsed.data.files ?? [];
  const signal = AbortSignal.timeout(FETCH_MS);
  const attachments = await Promise.all(
    message.attachments.map(async (attachment, index): Promise<Attachment> => {
      const address = files[index]?.url_private_download;
      if (index >= MAX_FILES || !address || (attachment.sizeBytes ?? 0) > MAX_FILE_BYTES) return attachment;
      const body = await fetchFile(address, options, signal);
      if (body === null) return attachment;
      const { fileId } = await keepFile({ name: attachment.name, mime: attachment.mime ?? "", body });
      return { ...attachment, fileId };
    }),
  );
  return { ...message, attachments };
}

/** The bytes behind an address of Slack's; null when they cannot be had. The token goes nowhere else. */
async function fetchFile(
  address: string,
  { botToken, apiUrl }: Fetching,
  signal: AbortSignal,
): Promise<Uint8Array | null> {
  if (!isSlacks(address, apiUrl) && !isOfSlack(address)) return null;
  try {
    const headers = { authorization: `Bearer ${botToken}` };
    // a redirect leads to a page to sign in, or out of Slack
    const answer = await fetch(address, { headers, redirect: "error", signal });
    if (!answer.ok || Number(answer.headers.get("content-length") ?? 0) > MAX_FILE_BYTES) return null;
    const bytes = new Uint8Array(await answer.arrayBuffer());
    return bytes.length > MAX_FILE_BYTES ? null : bytes;
  } catch {
    // too slow or refused: the message still says that there was a file
    return null;
  }
}

function isOfSlack(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname } = new URL(address);
  return protocol === "https:" && SLACK_FILES.test(hostname);
}
