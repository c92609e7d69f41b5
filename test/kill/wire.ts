import { createServer } from "node:http";
import type { Adapter, Delivery } from "../../src/core/adapter.ts";
import type { IncomingMessage } from "../../src/core/message.ts";

/** An adapter for the platform of the kill test: events come in by HTTP, pieces go out by HTTP with their key. */
export function wireAdapter(platformUrl: string, onPort: (port: number) => void): Adapter {
  let close: () => Promise<void> = async () => undefined;
  return {
    name: "wire",
    limits: {
      format: "plain",
      maxPiece: 2_000,
      unit: "chars",
      maxPieces: 5,
      stream: "native",
      edit: false,
      ephemeral: false,
      threads: false,
      typing: false,
      files: false,
      buttons: false,
    },
    render: (reply) => [{ text: reply.text, body: "{}" }],
    async start(receive) {
      const server = createServer(async (request, response) => {
        let body = "";
        for await (const chunk of request) body += String(chunk);
        const message: IncomingMessage = JSON.parse(body);
        await receive(message);
        // only now is it on disk
        response.writeHead(200).end();
      });
      await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
      const address = server.address();
      if (address !== null && typeof address === "object") onPort(address.port);
      close = () => new Promise((resolve) => server.close(() => resolve()));
    },
    async send({ key, text, message, isDoubtful }: Delivery) {
      if (isDoubtful && (await fetch(`${platformUrl}/?key=${encodeURIComponent(key)}`)).ok) return;
      const body = JSON.stringify({ room: message.conversation.id, key, text });
      const answer = await fetch(platformUrl, { method: "POST", body });
      if (!answer.ok) throw new Error(`the platform answered ${answer.status}`);
    },
    stop: () => close(),
  };
}
