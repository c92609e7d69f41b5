import { parseArgs } from "node:util";
import { findBrowser, openBrowser, visit } from "../test/web/browser.ts";

const USAGE = `node bench/screenshot.ts URL OUT.png [options]
  --ask TEXT      asks this first and waits for the answer; may be given more than once
  --width 1100    --height 820
  --lang zh|en    --dark
  --unfold        unfolds the first source of the last answer
  --sources       opens the list of sources of the last answer`;

// an answer with a model and several tools
const ANSWER_MS = 120_000;

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    ask: { type: "string", multiple: true, default: [] },
    width: { type: "string", default: "1100" },
    height: { type: "string", default: "820" },
    lang: { type: "string", default: "zh" },
    dark: { type: "boolean", default: false },
    unfold: { type: "boolean", default: false },
    sources: { type: "boolean", default: false },
  },
});

const [url, out] = positionals;
const executable = findBrowser();
if (url === undefined || out === undefined) stop(USAGE);
else if (executable === null) stop("no Chromium on this machine: apt-get install chromium");
else await shoot(executable, url, out);

function stop(words: string): void {
  console.error(words);
  process.exitCode = 2;
}

/** Opens the page as a visitor, asks what was given, and writes what is then on the screen. */
async function shoot(executable: string, url: string, out: string): Promise<void> {
  const browser = await openBrowser(executable);
  try {
    const page = await visit(browser, url, {
      locale: values.lang === "en" ? "en-GB" : "zh-CN",
      colorScheme: values.dark ? "dark" : "light",
      viewport: { width: Number(values.width), height: Number(values.height) },
      // sharp enough for a README on a good screen
      deviceScaleFactor: 2,
      reducedMotion: "reduce",
    });
    await page.locator("#agent-name").waitFor();
    for (const [index, text] of values.ask.entries()) {
      await page.locator("#question").fill(text);
      await page.locator("#question").press("Enter");
      await page.locator('[data-state="answered"]').nth(index).waitFor({ timeout: ANSWER_MS });
    }
    const last = page.locator(".turn").last();
    // an answer may have no source; its picture is taken as it is
    for (const [wanted, place] of [
      [values.unfold, ".mark"],
      [values.sources, ".sources summary"],
    ] as const) {
      if (wanted && (await last.locator(place).count()) > 0) await last.locator(place).first().click();
    }
    await page.screenshot({ path: out });
  } finally {
    await browser.close();
  }
}
