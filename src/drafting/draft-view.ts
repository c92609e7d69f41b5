import type { Language } from "../core/language.ts";
import type { DraftView } from "../core/reply.ts";
import { showValue } from "../documents/compose/show-value.ts";
import type { Fact, Facts } from "../documents/facts/fact.ts";
import type { Finding } from "../documents/finding.ts";
import type { DocumentType } from "../documents/types/document-type.ts";

/** The facts of a type that have a value, as scripts and pages read them. */
export const saidFacts = ({ fields }: DocumentType, facts: Facts, language: Language): DraftView["facts"] =>
  fields.flatMap((field) => {
    const fact = facts[field.name];
    if (fact === undefined) return [];
    const { name, label } = field;
    return [
      { name, label: label[language], value: showValue(fact, language, field), source: sourceOf(fact) },
    ];
  });

/** Findings in one language. */
export const saidFindings = (findings: readonly Finding[], language: Language): DraftView["findings"] =>
  findings.map(({ message, fix, ...finding }) => ({
    ...finding,
    message: message[language],
    ...(fix === undefined ? {} : { fix: fix[language] }),
  }));

/** Where a value comes from, in a few words. */
export const sourceOf = ({ sources }: Fact): string => [...new Set(sources.map(({ ref }) => ref))].join("、");
