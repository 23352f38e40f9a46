/** Characters of text kept from one file. */
export const maxTextLength = 200_000;

/** PDF pages read from one file. */
export const maxPages = 60;
