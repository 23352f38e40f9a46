// Apart from the schemas, so that the browser can list them without fetching zod.

export const longestComment = 4000;
export const mostMentions = 20;
