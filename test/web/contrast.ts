import type { Page } from "playwright-core";

// WCAG 2.2, 1.4.3: the least contrast between words and what is behind them
const LEAST = 4.5;

// runs in the page, so it is text: the tests' types know no browser
const MEASURE = `(() => {
  const pad = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  const colour = (css) => {
    pad.clearRect(0, 0, 1, 1);
    pad.fillStyle = css;
    pad.fillRect(0, 0, 1, 1);
    return [...pad.getImageData(0, 0, 1, 1).data];
  };
  const light = (colour) => {
    const [r, g, b] = colour.map((v) => v / 255).map((v) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const behind = (node) => {
    for (let at = node; at; at = at.parentElement) {
      const found = colour(getComputedStyle(at).backgroundColor);
      if (found[3] > 200) return found;
    }
    return [255, 255, 255, 255];
  };
  const measured = [];
  for (const node of document.querySelectorAll("body *")) {
    const words = [...node.childNodes].filter((child) => child.nodeType === 3).map((child) => child.data.trim()).join("");
    if (words === "" || !node.checkVisibility() || node.closest("[disabled], noscript")) continue;
    const [a, b] = [light(colour(getComputedStyle(node).color)), light(behind(node))].sort((x, y) => y - x);
    measured.push({ words: words.slice(0, 20), ratio: (a + 0.05) / (b + 0.05) });
  }
  return measured;
})()`;

export interface Measured {
  readonly words: string;
  readonly ratio: number;
}

/** Every stretch of words on the page with its contrast. */
const contrasts = (page: Page): Promise<readonly Measured[]> => page.evaluate(MEASURE);

/** Words that are too faint to read. Throws where the page shows no words at all. */
export async function faintWords(page: Page): Promise<readonly Measured[]> {
  const all = await contrasts(page);
  if (all.length === 0) throw new Error("the page shows no words");
  return all.filter(({ ratio }) => ratio < LEAST);
}
