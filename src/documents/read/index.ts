import type { Facts } from "../facts/fact.ts";
import type { DocumentType } from "../types/document-type.ts";
import { readAmounts, readAnswers, readEvidence, readPenalties, readRecord } from "./content.ts";
import { readDays } from "./days.ts";
import { typeOf } from "./document-type-of.ts";
import { behind, readLines, type FinishedText } from "./finished-text.ts";
import { foundFacts, type FoundFacts } from "./found-facts.ts";
import { readLaws } from "./laws.ts";
import { readMeeting, readOfficial } from "./official.ts";
import { readParty } from "./party.ts";
import { readPeople } from "./people.ts";
import { readReceipt, readTimes } from "./service.ts";

/** What a finished text is and says, as far as it can be read; every fact has its words as source. */
export interface FinishedDocument {
  readonly type: DocumentType | null;
  readonly facts: Facts;
  readonly number: string | null;
}

const NUMBER =
  /[\u4e00-\u9fff]{2,14}\s*[〔[【（(［]\s*(?:19|20)\d{2}\s*年?[〕\]】）)］]\s*(?:第)?\s*\d+\s*号/;
const HEAD_LINES = 14;

/** Reads a finished text of anybody's making: its type, its number and the fields that can be found in it. */
export function readFinished(text: string, types: ReadonlyMap<string, DocumentType>): FinishedDocument {
  const read = readLines(text);
  const type = typeOf(read, types);
  const facts = foundFacts(type?.name.zh ?? "文书");
  const number = numberOf(read);
  if (type?.genre === "official") {
    readOfficial(read, facts);
    readPeople(read, facts, type.id);
    if (type.id === "meeting-minutes") readMeeting(read, facts);
  } else readEnforcement(read, facts, type?.id);
  readTimes(read, facts, type?.id);
  readDays(read, facts, type?.id);
  if (number !== null) facts.add("document_number", "text", number, number);
  return { type, facts: facts.all(), number };
}

function readEnforcement(read: FinishedText, facts: FoundFacts, type: string | undefined): void {
  readParty(read, facts);
  readPeople(read, facts, type);
  if (type === "service-receipt") return readReceipt(read, facts);
  const cause = behind(read, "案由");
  if (cause !== undefined) facts.add("case_cause", "text", cause, cause);
  const source = behind(read, "案件来源");
  if (source !== undefined) facts.add("case_source", "text", source, source);
  readPenalties(read, facts, type);
  readAmounts(read, facts);
  readEvidence(read, facts);
  readLaws(read, facts);
  readRecord(read, facts, type);
  readAnswers(read, facts);
  if (type === "spot-penalty") facts.add("procedure", "choice", "spot", "当场");
}

/** The document's own number: the one in its head. */
function numberOf({ lines }: FinishedText): string | null {
  const line = lines.slice(0, HEAD_LINES).find((each) => NUMBER.test(each) && !/[《，。]/.test(each));
  const [found] = NUMBER.exec(line ?? "") ?? [];
  return found === undefined ? null : found.replace(/\s/g, "").replace(/^(?:文号|编号|签发人)/, "");
}
