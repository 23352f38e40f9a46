"use client";

import { createContext, useContext } from "react";
import type { ShownCorrection } from "@/lib/resume/corrections/schema";
import type { TextSpan } from "@/lib/resume/profile";

type ProfileView = {
  resumeId: string;
  canWrite: boolean;
  /** By their path. */
  corrections: ReadonlyMap<string, ShownCorrection>;
  marked: readonly TextSpan[];
  onMark: (spans: readonly TextSpan[]) => void;
  /** The field that is being corrected. */
  edited: string | null;
  onEdit: (path: string | null) => void;
};

const Context = createContext<ProfileView | null>(null);
export const ProfileProvider = Context.Provider;

export function useProfileView(): ProfileView {
  const view = useContext(Context);
  if (!view) throw new Error("A field stands outside a profile");
  return view;
}
