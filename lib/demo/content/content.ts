/** What resumes of one profession say in one language. `{10-40}` stands for a number between the two. */
export type Content = {
  /** From the first job to the last. */
  titles: readonly [string, string, string];
  majors: readonly string[];
  /** What employers of this profession are called after their made-up name. */
  companies: readonly string[];
  /** The most asked for first. */
  skills: readonly string[];
  duties: readonly string[];
  /** What nobody does in their first job. */
  leading: readonly string[];
  projects: readonly { name: string; role: string; text: string }[];
  certificates: readonly string[];
  summaries: readonly string[];
};

export const tracks = ["backend", "product", "accountant", "sales", "analyst", "nurse"] as const;
export type Track = (typeof tracks)[number];
