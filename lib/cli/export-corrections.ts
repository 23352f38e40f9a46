import { listExamples } from "@/lib/resume/corrections/list-examples";

/** One JSON line per corrected or confirmed field: what was read and what is right. */
export async function exportCorrections(): Promise<number> {
  for await (const examples of listExamples()) for (const example of examples) console.log(JSON.stringify(example));
  return 0;
}
