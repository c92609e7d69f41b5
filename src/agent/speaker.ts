import { checkSentence, type Grounds } from "./guards/check.ts";
import { orderCitations } from "./guards/citations.ts";
import { dropMarkupInStream } from "./guards/markup.ts";
import { disarmMentions } from "./guards/mentions.ts";
import { bufferSentences } from "./guards/sentences.ts";
import { dropThoughts } from "./guards/thought.ts";

/** The only way words of a model reach the person: whole sentences, each one checked before it is shown. */
export interface Speaker {
  /** A model call begins; `isHeld` keeps its sentences back until it is known to be the answer. */
  begin(isHeld: boolean): void;
  hear(delta: string): void;
  /** The call is over: an answer is shown to its end, a shortened one to its last whole sentence. */
  end(outcome: "answer" | "shortened" | "cut" | "tools"): void;
  /** Shows words that need no check, our own phrases and text quoted from a source, as a paragraph of its own. */
  quote(text: string): void;
  /** True when the current call has said something that could be shown. */
  hasWords(): boolean;
  /** All that was shown so far. */
  shown(): string;
  /** Source numbers in the order of their marks in the text. */
  cited(): readonly number[];
  /** How many sentences were shown, and how many left out because nothing supports them. */
  tally(): { readonly kept: number; readonly dropped: number };
}

/** A speaker that checks against `grounds` and hands every shown piece to `emit`. */
export function createSpeaker(
  grounds: Grounds,
  isSource: (number: number) => boolean,
  emit: (delta: string) => void,
): Speaker {
  const citations = orderCitations(isSource);
  let shown = "";
  let kept = 0;
  let dropped = 0;
  let words = "";
  let isHolding = false;
  let pending: string[] = [];
  let buffer = bufferSentences();
  const forget = () => {
    pending = [];
    words = "";
    buffer = bufferSentences();
  };
  let thoughts = dropThoughts(forget);
  let markup = dropMarkupInStream();

  const show = (text: string) => {
    const piece = shown === "" ? text.trimStart() : text;
    if (piece === "") return;
    shown += piece;
    emit(piece);
  };
  const breakLine = () => {
    if (shown !== "" && !shown.endsWith("\n\n")) show(shown.endsWith("\n") ? "\n" : "\n\n");
  };
  const say = (sentence: string) => {
    const checked = checkSentence(sentence, grounds);
    if (sentence.trim() === "") show(sentence);
    else if (checked === "") dropped++;
    else {
      kept++;
      show(citations.mark(checked));
    }
  };
  const take = (sentences: readonly string[]) => {
    if (isHolding) pending.push(...sentences);
    else sentences.forEach(say);
  };
  const hear = (clean: string) => {
    words += clean;
    take(buffer.push(clean));
  };

  return {
    begin(hold) {
      forget();
      isHolding = hold;
      thoughts = dropThoughts(forget);
      markup = dropMarkupInStream();
      breakLine();
    },
    hear: (delta) => hear(markup.push(thoughts.push(delta))),
    end(outcome) {
      if (outcome === "answer") hear(markup.push(thoughts.end()) + markup.end());
      isHolding = false;
      if (outcome === "answer" || outcome === "shortened") take(pending.splice(0));
      // better half a sentence than nothing
      if (outcome === "answer" || (outcome === "shortened" && shown === "")) take(buffer.end());
      forget();
    },
    quote(text) {
      breakLine();
      show(citations.mark(disarmMentions(text)));
    },
    hasWords: () => words.trim() !== "",
    shown: () => shown,
    cited: citations.cited,
    tally: () => ({ kept, dropped }),
  };
}
