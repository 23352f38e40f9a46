/** Characters of text kept from one file. */
export const maxTextLength = 200_000;

/** PDF pages read from one file. */
export const maxPages = 60;

/** Passages of hidden text kept of a file that has more. */
export const mostHidden = 100;
