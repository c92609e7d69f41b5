import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect } from "vitest";
import { findBrowser, openBrowser } from "./browser.ts";
import { echo, openBot, type Script, type ScriptedBot } from "./scripted-bot.ts";

/** The browser of this machine; where there is none the page's tests are skipped, and say so. */
export const BROWSER = findBrowser();

if (BROWSER === null) console.warn("page tests skipped: no Chromium here (apt-get install chromium)");

export interface View {
  readonly width?: number;
  readonly colorScheme?: "light" | "dark";
}

/** A visitor in front of the page, and the bot behind it. */
export interface Stage {
  readonly page: Page;
  readonly bot: ScriptedBot;
  /** Opens the page of a new bot; its port is a new one, so the browser remembers nothing of the last. */
  open(script?: Script, view?: View): Promise<void>;
  /** Another bot at the same address. */
  replaceBot(script: Script): Promise<void>;
  readonly box: Locator;
  readonly answers: Locator;
  ask(text: string): Promise<void>;
  button(name: string): Locator;
}

const HEIGHT = 820;
const WIDTH = 1_100;

/** One browser for all tests of a file; after each, the page must have had no script error. */
export function setStage(): Stage {
  let browser: Browser | undefined;
  let page: Page;
  let bot: ScriptedBot;
  const faults: string[] = [];

  beforeAll(async () => {
    browser = await openBrowser(BROWSER ?? "");
    const context = await browser.newContext({ locale: "zh-CN", reducedMotion: "reduce" });
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    page = await context.newPage();
    page.on("pageerror", (error) => faults.push(String(error)));
    // a refused policy or a broken script is told on the console only
    page.on(
      "console",
      (line) => /Content Security|SyntaxError/.test(line.text()) && faults.push(line.text()),
    );
  });
  afterAll(() => browser?.close());
  afterEach(async () => {
    await page.unrouteAll();
    await bot.close();
    expect(faults.splice(0)).toEqual([]);
  });

  return {
    get page() {
      return page;
    },
    get bot() {
      return bot;
    },
    async open(script = echo, { width = WIDTH, colorScheme = "light" } = {}) {
      bot = await openBot(script);
      await page.setViewportSize({ width, height: HEIGHT });
      await page.emulateMedia({ colorScheme });
      await page.goto(bot.url);
      await page.locator("#agent-name").waitFor();
    },
    async replaceBot(script) {
      bot = await openBot(script, { port: Number(new URL(bot.url).port) });
    },
    get box() {
      return page.locator("#question");
    },
    get answers() {
      return page.locator(".answer .prose:not(.partial)");
    },
    async ask(text) {
      await page.locator("#question").fill(text);
      await page.locator("#question").press("Enter");
    },
    button: (name) => page.getByRole("button", { name }),
  };
}
