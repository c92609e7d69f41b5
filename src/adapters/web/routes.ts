import { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { readAssets, sendAsset } from "./assets.ts";
import { sendFile } from "./file.ts";
import { isTrusted, secured } from "./guard.ts";
import {
  languageOfRequest,
  MAX_BODY_BYTES,
  notFound,
  notTrusted,
  refusalBody,
  refusalFor,
  tooLong,
} from "./refusal.ts";
import type { Site } from "./site.ts";
import { talkRoutes } from "./talk-routes.ts";

// long enough for a restart
const RETRY_AFTER_S = "5";

/** All addresses of the page and its interface. */
export function createRoutes(site: Site, folder: string): Hono {
  const app = new Hono();
  app.use(secured);
  app.onError((error, c) => {
    const refusal = refusalFor(error);
    if (refusal.status === 500) site.onError(error);
    if (refusal.status >= 500) c.header("Retry-After", RETRY_AFTER_S);
    const language = languageOfRequest(c.req.header("Accept-Language"), refusal.asked);
    return c.json(refusalBody(refusal, language), refusal.status);
  });
  app.notFound(() => {
    throw notFound();
  });
  pageRoutes(app, site, folder);
  operatorRoutes(app, site);
  app.use("/api/*", async (c, next) => {
    c.header("Cache-Control", "no-store");
    const sender = { host: c.req.header("Host"), origin: c.req.header("Origin") };
    if (c.req.method === "POST" && !isTrusted(sender, site.hosts)) throw notTrusted();
    await next();
  });
  const onError = (): never => {
    throw tooLong();
  };
  app.use("/api/*", bodyLimit({ maxSize: MAX_BODY_BYTES, onError }));
  talkRoutes(app, site);
  return app;
}

function pageRoutes(app: Hono, { sources }: Site, folder: string): void {
  const assets = readAssets(folder);
  for (const [path, asset] of assets) app.get(path, (c) => sendAsset(c, asset));
  const page = assets.get("/index.html");
  if (page) app.get("/", (c) => sendAsset(c, page));
  app.get("/api/info", async (c) => c.json(await sources.info()));
  app.get("/files/:id", (c) => sendFile(c, sources.openFile));
}

function operatorRoutes(app: Hono, { sources }: Site): void {
  app.get("/healthz", async (c) => {
    const health = await sources.health();
    return c.json(health, health.ok ? 200 : 503);
  });
  app.get("/metrics", async (c) =>
    c.text(await sources.metrics(), 200, { "Content-Type": "text/plain; version=0.0.4; charset=utf-8" }),
  );
}
