import { parseHTML } from "linkedom";
import { Refused } from "../refuse.ts";
import { refusals } from "../refusals.ts";

// browsers stop at 512; written pages stay far below
const MAX_DEPTH = 256;

/** The little of a document tree that readers use. */
export interface DomNode {
  readonly nodeType: number;
  readonly nodeValue: string | null;
  readonly textContent: string | null;
  readonly firstChild: DomNode | null;
  readonly nextSibling: DomNode | null;
  readonly parentNode: DomNode | null;
}

export interface DomElement extends DomNode {
  readonly tagName: string;
  readonly children: Iterable<DomElement>;
  readonly parentElement: DomElement | null;
  readonly previousElementSibling: DomElement | null;
  getAttribute(name: string): string | null;
  querySelectorAll(selector: string): Iterable<DomElement>;
  remove(): void;
}

export interface DomDocument extends DomNode {
  readonly title: string;
  readonly body: DomElement;
  querySelector(selector: string): DomElement | null;
  querySelectorAll(selector: string): Iterable<DomElement>;
}

// elements that need no end, and so do not nest by being left open
const ENDLESS =
  /^(?:area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr|p|li|dt|dd|tr|td|th|thead|tbody|tfoot|option|colgroup)$/i;
const MAX_OPEN = 1_000;

/** Parses HTML; nothing in it runs or is fetched. Throws `Refused` for a tree too deep to be walked. */
export function parseDocument(html: string): DomDocument {
  // before the parser, which takes the square of the depth
  let open = 0;
  for (const [, isEnd, name = ""] of html.matchAll(/<(\/?)([a-z][a-z0-9]*)/gi)) {
    if (!ENDLESS.test(name)) open += isEnd === "/" ? -1 : 1;
    if (open > MAX_OPEN) throw new Refused(refusals.tooDeep());
  }
  // fragments stand in a body of their own, or the tree has none
  const whole = /<(?:html|body)[\s>]/i.test(html) ? html : `<html><body>${html}</body></html>`;
  const { document }: { document: DomDocument } = parseHTML(whole);
  assertShallow(document);
  return document;
}

/** Walks without recursion, which a deep tree would break. */
function assertShallow(root: DomNode): void {
  let depth = 0;
  for (let node: DomNode | null = root; node !== null;) {
    if (node.firstChild !== null) {
      node = node.firstChild;
      depth += 1;
      if (depth > MAX_DEPTH) throw new Refused(refusals.tooDeep());
      continue;
    }
    while (node !== null && node !== root && node.nextSibling === null) {
      node = node.parentNode;
      depth -= 1;
    }
    node = node === null || node === root ? null : node.nextSibling;
  }
}
