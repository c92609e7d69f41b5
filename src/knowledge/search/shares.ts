/**
 * What speaks for a piece of a law or document, beside its own words.
 *
 * Set by 93 citizens' questions and the articles that their cards cite, where anything from half to twice of each
 * found the same within two points of recall@10; not raised to what other questions would have liked best.
 */

// half and half was within .003 nDCG of .3 and .7 on statutes: it hardly matters
export const MEANING_SHARE = 0.5;
/** The better of the articles before and after it. */
export const NEIGHBOUR = 0.15;
/** The best of its law. */
export const WORK = 0.2;
/** How many other laws name its law. */
export const STANDING = 0.2;
