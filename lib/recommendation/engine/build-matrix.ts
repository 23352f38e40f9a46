import { namesIn } from "@/lib/interview/engine/asked-about";
import type { Requirement } from "@/lib/position/requirement";
import type { RecommendationSources } from "@/lib/recommendation/engine/recommend";
import type { MatrixColumn, MatrixEntry, MatrixRow, Recommendation } from "@/lib/recommendation/schema";
import { canonicalSkill, findSkills } from "@/lib/resume/parsing/skills";
import { fold } from "@/lib/screening/engine/evidence";
import type { BoardMark, RequirementVerdict } from "@/lib/screening/schema";
import type { TranscriptLine } from "@/lib/video/schema";

/** On the scale of 1 to 5, so far apart that two sources cannot both be right. */
const conflictFrom = 2;
const fewQuotes = 2;

const empty = { mark: null, value: null, reason: null, by: null, comment: "" } as const;
const noQuotes = { resumeQuotes: [], answerQuotes: [], videoQuotes: [] };

/** What a verdict comes to beside a rating; an unknown one contradicts nobody. */
const verdictValues: Record<BoardMark, number | null> = {
  met: 5,
  partly: 3,
  not_met: 1,
  gate_failed: 1,
  unknown: null,
};
/** Whether a word on the whole candidate is for or against them. */
const sides: Record<string, number> = {
  ...{ interview: 1, mismatch: -1, strongly_recommended: 1, recommended: 1, not_recommended: -1 },
  ...{ strong_yes: 1, yes: 1, no: -1, strong_no: -1 },
};

/** A rating of 1 to 4 on the scale of 1 to 5. */
export function toFive(rating: number): number {
  return 1 + ((rating - 1) / 3) * 4;
}

export function isSplit(values: readonly number[]): boolean {
  return values.length > 1 && Math.max(...values) - Math.min(...values) >= conflictFrom;
}

/** Every requirement and sub-score by source, with what each says and its words. */
export function buildMatrix(
  sources: RecommendationSources,
  dimensions: Recommendation["dimensions"],
): Recommendation["matrix"] {
  return {
    columns: columnsOf(sources),
    rows: [
      overall(sources),
      ...sources.requirements.map((requirement) => requirementRow(requirement, sources)),
      ...dimensions.flatMap(({ subScores }) => subScores.map(subScoreRow)),
    ],
  };
}

function columnsOf({ screening, interviews, scorecards, video }: RecommendationSources): MatrixColumn[] {
  const column = (key: MatrixColumn["kind"], at: string | null = null): MatrixColumn => ({
    ...{ key, kind: key, round: null, at },
  });
  return [
    ...(screening ? [column("resume"), column("screening", screening.finishedAt)] : []),
    ...interviews
      .toSorted((a, b) => a.round - b.round)
      .map(({ id, round, heldAt }): MatrixColumn => ({ key: id, kind: "interview", round, at: heldAt })),
    ...(video ? [column("video")] : []),
    ...(scorecards.length > 0 ? [column("scorecards")] : []),
  ];
}

function overall({ screening, interviews, scorecards }: RecommendationSources): MatrixRow {
  const say = (column: string, code: string, by: string | null = null, comment = ""): MatrixEntry => ({
    ...{ ...empty, ...noQuotes, column, by, comment, reason: { code, values: {} } },
  });
  const entries = [
    ...(screening ? [say("screening", `advice_${screening.advice}`)] : []),
    ...interviews.map(({ id, report }) => say(id, `interview_${report.recommendation}`)),
    ...scorecards.flatMap(({ by, recommendation, comment }) =>
      recommendation ? [say("scorecards", `panel_${recommendation}`, by, comment)] : [],
    ),
  ];
  const said = entries.map(({ reason }) => sides[reason?.code.replace(/^[a-z]+_/, "") ?? ""] ?? 0);
  const isConflict = said.includes(1) && said.includes(-1);
  return { kind: "overall", key: "overall", text: "", necessity: null, isConflict, entries };
}

function requirementRow(requirement: Requirement, sources: RecommendationSources): MatrixRow {
  const { key, text, necessity } = requirement;
  const verdict = sources.screening?.verdicts.find(({ requirementKey }) => requirementKey === key);
  const entries: MatrixEntry[] = [
    ...(verdict ? screened(verdict) : []),
    ...sources.interviews.flatMap(({ id, report }): MatrixEntry[] => {
      const line = report.scorecard.find(({ requirementKey }) => requirementKey === key);
      if (!line || line.rating === null) return [];
      const { rating, quotes } = line;
      return [
        {
          ...{ ...empty, ...noQuotes, column: id, value: oneDecimal(toFive(rating)) },
          ...{ reason: { code: "rated", values: { rating } }, answerQuotes: quotes.slice(0, fewQuotes) },
        },
      ];
    }),
    ...named(requirement, sources.video ?? []),
    ...sources.scorecards.flatMap(({ by, lines }): MatrixEntry[] => {
      const line = lines.find(({ requirementKey }) => requirementKey === key);
      if (!line || (line.rating === null && line.comment === "")) return [];
      const { rating, comment } = line;
      const value = rating === null ? null : oneDecimal(toFive(rating));
      const reason = rating === null ? null : { code: "rated", values: { rating } };
      return [{ ...empty, ...noQuotes, column: "scorecards", by, comment, value, reason }];
    }),
  ];
  const values = entries.flatMap(({ column, mark, value }) => {
    // What the resume says is in the screening's verdict.
    const said = column === "resume" ? null : (value ?? (mark && verdictValues[mark]));
    return said === null ? [] : [said];
  });
  return { kind: "requirement", key, text, necessity, isConflict: isSplit(values), entries };
}

/** What the resume alone was read as, and what the screening came to with experts and people. */
function screened({ verdict, gate, quotes, override, expert }: RequirementVerdict): MatrixEntry[] {
  const markOf = (of: RequirementVerdict["verdict"], at: RequirementVerdict["gate"]): BoardMark =>
    at === "fail" ? "gate_failed" : of;
  const read = expert?.builtIn ?? {
    verdict: override?.engineVerdict ?? verdict,
    gate: override?.engineGate ?? gate,
    quotes,
  };
  const isExperts = expert?.outcome === "counted" && !override;
  const code = override ? "changed_by_person" : isExperts ? "judged_by_model" : "judged_by_engine";
  return [
    {
      ...{ ...empty, ...noQuotes, column: "resume", mark: markOf(read.verdict, read.gate) },
      ...{ resumeQuotes: read.quotes.slice(0, fewQuotes) },
    },
    {
      ...{ ...empty, ...noQuotes, column: "screening", mark: markOf(verdict, gate), reason: { code, values: {} } },
      ...{ by: override?.by ?? null, comment: override?.reason ?? "" },
      resumeQuotes: isExperts ? expert.quotes.slice(0, fewQuotes) : [],
    },
  ];
}

/** Where the video names what is asked for. It is a place to listen to, and no verdict. */
function named({ text }: Requirement, lines: readonly TranscriptLine[]): MatrixEntry[] {
  if (lines.length === 0) return [];
  const names = namesIn(text).map((name) => ({ canonical: canonicalSkill(name), words: fold(name) }));
  const found = lines.filter((line) => {
    const skills = findSkills(line.text).map(({ canonical }) => canonical);
    const told = fold(line.text);
    return names.some(({ canonical, words }) =>
      canonical ? skills.includes(canonical) : words.length > 1 && told.includes(words),
    );
  });
  if (found.length === 0) return [];
  const videoQuotes = found.slice(0, fewQuotes).map(({ endSeconds: _, ...line }) => line);
  const reason = { code: "video_names", values: { times: found.length } };
  return [{ ...empty, ...noQuotes, column: "video", reason, videoQuotes }];
}

function subScoreRow({ key, evidence }: Recommendation["dimensions"][number]["subScores"][number]): MatrixRow {
  const entries = evidence.map(
    ({ column = "", value, resumeQuotes, answerQuotes }): MatrixEntry => ({
      ...{ ...empty, ...noQuotes, column, value, resumeQuotes, answerQuotes },
    }),
  );
  const isConflict = isSplit(evidence.map(({ value }) => value));
  return { kind: "sub_score", key, text: "", necessity: null, isConflict, entries };
}

function oneDecimal(value: number): number {
  return Math.round(value * 10) / 10;
}
