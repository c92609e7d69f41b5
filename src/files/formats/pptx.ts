import type { Block } from "../content.ts";
import { Refused } from "../refuse.ts";
import { refusals } from "../refusals.ts";
import { readXml } from "../xml.ts";
import { unzipOrRefuse } from "../zip.ts";
import { relationId, relationsOf, type Parts } from "./office.ts";
import type { Read, Reading } from "./reading.ts";
import { readSlide } from "./slide.ts";

const PRESENTATION = "ppt/presentation.xml";
const MAX_SLIDES = 2_000;

/** Presentations: for each visible slide its title, text, tables and notes, with its number as the page. */
export async function readPptx(bytes: Uint8Array, { budget, progress }: Reading): Promise<Read> {
  const only = (name: string) => name.startsWith("ppt/") && /\.(xml|rels)$/i.test(name);
  const parts = await unzipOrRefuse(bytes, { only, maxInflatedBytes: budget.inflatedBytesLeft });
  budget.inflate(parts);
  const slides = slidesOf(parts);
  if (slides.length > MAX_SLIDES) throw new Refused(refusals.manyPages(slides.length, MAX_SLIDES));
  const blocks: Block[] = [];
  const hidden: string[] = [];
  for (const [i, part] of slides.entries()) {
    const content = parts.get(part);
    if (content === undefined) continue;
    const slide = readSlide(content, part, "slide");
    if (slide.isHidden) {
      hidden.push(String(i + 1));
      continue;
    }
    const notes = notesOf(parts, part).map((text): Block => ({ type: "text", text: `备注：${text}` }));
    const onPage = [...titled(slide.title), ...slide.blocks, ...notes].map((block) => ({
      ...block,
      page: i + 1,
    }));
    budget.read(onPage);
    blocks.push(...onPage);
    progress();
  }
  return hidden.length > 0 ? { blocks, note: refusals.hidden(hidden) } : { blocks };
}

const titled = (title: string): Block[] => (title === "" ? [] : [{ type: "heading", level: 1, text: title }]);

/** The parts of the slides in the order they are shown. */
function slidesOf(parts: Parts): readonly string[] {
  const presentation = parts.get(PRESENTATION);
  if (presentation === undefined) throw new Refused(refusals.damaged("PowerPoint"));
  const links = new Map(relationsOf(parts, PRESENTATION).map(({ id, target }) => [id, target]));
  const slides: string[] = [];
  readXml(presentation, PRESENTATION, {
    open: (name, attributes) => {
      if (name === "sldId") slides.push(links.get(relationId(attributes)) ?? "");
    },
  });
  return slides;
}

function notesOf(parts: Parts, slide: string): string[] {
  const note = relationsOf(parts, slide).find(({ type }) => type === "notesSlide")?.target ?? "";
  const content = parts.get(note);
  if (content === undefined) return [];
  return readSlide(content, note, "notes").blocks.map(({ text }) => text);
}
