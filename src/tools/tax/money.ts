const FEN_IN_YUAN = 100;
const PERCENT = 100;

/** Yuan to whole fen, rounded half up. */
export const toFen = (yuan: number): number => Math.round(yuan * FEN_IN_YUAN);

/** A share of an amount in fen, rounded half up to the fen. */
export const shareOf = (fen: number, percent: number): number => Math.round((fen * percent) / PERCENT);

/** Fen as yuan with two decimals and no separators, so that it can be copied into a form. */
export const yuan = (fen: number): string => (fen / FEN_IN_YUAN).toFixed(2);
