import { createServer, type IncomingMessage as Request, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** One posted piece as the platform keeps it: what people see. */
export interface Posted {
  readonly room: string;
  readonly key: string;
  readonly text: string;
}

const bodyOf = async (request: Request): Promise<string> => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString("utf8");
};

/**
 * A chat platform as a bot sees it, speaking HTTP: the bot posts with a key and may look a key up.
 *
 * It keeps everything that was posted, so that a test can tell what was lost and what was said twice; it
 * commits a post before it answers, as real platforms do.
 */
export async function startPlatform() {
  const posted: Posted[] = [];
  const listeners = new Set<() => void>();
  const server = createServer((request, response) => void serve(request, response));

  async function serve(request: Request, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? "/", "http://localhost");
    if (request.method === "GET") {
      const isThere = posted.some(({ key }) => key === url.searchParams.get("key"));
      response.writeHead(isThere ? 200 : 404).end();
      return;
    }
    posted.push(JSON.parse(await bodyOf(request)));
    response.writeHead(200).end();
    for (const tell of listeners) tell();
  }

  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${portOf(server.address())}`,
    posted,
    /** Resolves as soon as the condition holds; looked at after every post. */
    until: (condition: () => boolean) =>
      new Promise<void>((resolve) => {
        const look = (): void => {
          if (!condition()) return;
          listeners.delete(look);
          resolve();
        };
        listeners.add(look);
        look();
      }),
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function portOf(address: string | AddressInfo | null): number {
  if (address === null || typeof address === "string") throw new Error("the server has no port");
  return address.port;
}
