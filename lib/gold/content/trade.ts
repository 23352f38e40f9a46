/** What people of one trade write in one language. `{3-9}` stands for a number between the two. */
export type Trade = {
  titles: string[];
  internship: string;
  majors: string[];
  employers: string[];
  departments: string[];
  /** What they know, and what they work with. */
  knowledge: string[];
  tools: string[];
  duties: string[];
  projects: string[];
};

/** Lists written with bars between their items, to be read as one line. */
export function trade(lists: Record<keyof Omit<Trade, "internship">, string> & { internship: string }): Trade {
  const items = (list: string) => list.split("|");
  return {
    internship: lists.internship,
    titles: items(lists.titles),
    majors: items(lists.majors),
    employers: items(lists.employers),
    departments: items(lists.departments),
    knowledge: items(lists.knowledge),
    tools: items(lists.tools),
    duties: items(lists.duties),
    projects: items(lists.projects),
  };
}
