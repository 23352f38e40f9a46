import type { DegreeLevel } from "./profile";

/** Degrees as Chinese forms and labelled resumes name them. */
export const degreeNames: Record<DegreeLevel, string> = {
  primary: "小学",
  junior_high: "初中",
  high_school: "高中",
  associate: "大专",
  bachelor: "本科",
  master: "硕士",
  doctor: "博士",
};
