import { z } from "zod";
import { viewPages } from "@/lib/saved-view/kinds";

export const viewPage = z.enum(viewPages);

export const savedViewInput = z.object({
  page: viewPage.default("library"),
  name: z.string().trim().min(1).max(60),
  /** The address's query without its `?`. */
  query: z.string().max(4000),
});
export type SavedViewInput = z.infer<typeof savedViewInput>;

export const savedView = savedViewInput.extend({ id: z.uuid() });
export type SavedView = z.infer<typeof savedView>;
