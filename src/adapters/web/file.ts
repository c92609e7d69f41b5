import type { Readable } from "node:stream";
import type { Context } from "hono";
import type { WebSources } from "./options.ts";
import { notFound } from "./refusal.ts";

// ids only: no dots at the start, no slashes, nothing that could walk through folders
const FILE_ID = /^[\w-][\w.-]{0,127}$/;

/** Sends a file as a download, so that nothing in it ever runs as part of the page. */
export async function sendFile(c: Context, openFile: WebSources["openFile"]): Promise<Response> {
  const id = c.req.param("id") ?? "";
  const file = FILE_ID.test(id) ? await openFile(id) : null;
  if (!file) throw notFound();
  const body = file.body instanceof Uint8Array ? new Uint8Array(file.body) : webStream(file.body);
  return c.body(body, 200, {
    "Content-Type": file.mime,
    "Content-Disposition": `attachment; filename*=UTF-8''${encodeName(file.name)}`,
    "Content-Security-Policy": "sandbox; default-src 'none'",
    "Cache-Control": "private, no-store",
  });
}

const encodeName = (name: string): string =>
  encodeURIComponent(name.toWellFormed()).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);

/** Node's stream as one of the web's, chunk by chunk. */
function webStream(source: Readable): ReadableStream<Uint8Array> {
  const chunks = source[Symbol.asyncIterator]();
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await chunks.next();
      if (done) controller.close();
      else controller.enqueue(new Uint8Array(value));
    },
    cancel: () => void source.destroy(),
  });
}
