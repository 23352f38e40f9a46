/** What answers are read by. The version rises when the same answer may be read otherwise. */
export const listeningEngine = { name: "built-in", version: "1" };
