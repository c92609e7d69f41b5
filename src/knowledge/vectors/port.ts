import type { DocumentInterface } from "@langchain/core/documents";

/** Says which ids may be found; asked before anything is ranked. */
export type IdFilter = (id: string) => boolean;

/**
 * An index of vectors by id, in the shape of LangChain's vector stores, so that one of theirs can stand in.
 *
 * Unlike theirs, adding an id again replaces it, deleting takes single ids, and a score is a similarity: 1 is
 * nearest. A vector that is not finite is refused: it would rank first for every question.
 */
export interface VectorIndex {
  readonly size: number;
  /** True when no nearer vector can be missed. */
  readonly isExact: boolean;
  addVectors(
    vectors: readonly ArrayLike<number>[],
    documents: readonly { readonly id?: string }[],
  ): Promise<void>;
  delete(params: { readonly ids: readonly string[] }): Promise<void>;
  similaritySearchVectorWithScore(
    query: ArrayLike<number>,
    k: number,
    filter?: IdFilter,
  ): Promise<[DocumentInterface, number][]>;
}

/** A hit in the form LangChain expects; the text is the library's to give. */
export const found = (id: string, score: number): [DocumentInterface, number] => [
  { id, pageContent: "", metadata: {} },
  score,
];

/** Throws for a vector of the wrong length or with a figure that is none. */
export function assertVector(vector: ArrayLike<number>, dims: number): void {
  if (vector.length !== dims)
    throw new RangeError(`a vector of ${vector.length} figures; the index holds ${dims}`);
  for (let i = 0; i < dims; i += 1) {
    if (!Number.isFinite(vector[i])) throw new RangeError(`figure ${i} of a vector is not a number`);
  }
}

/** Pairs each vector with its id; throws when one lacks an id. */
export function paired<Vector>(
  vectors: readonly Vector[],
  documents: readonly { readonly id?: string }[],
): [string, Vector][] {
  return vectors.map((vector, i) => {
    const id = documents[i]?.id;
    if (id === undefined) throw new RangeError(`vector ${i} has no document id`);
    return [id, vector];
  });
}
