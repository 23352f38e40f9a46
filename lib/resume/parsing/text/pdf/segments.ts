import { joinSpacedLetters } from "./spaced-letters";
import type { Run, Segment } from "./types";

/** Groups runs into segments, split where the gap is wider than about one character. */
export function toSegments(runs: Run[]): Segment[] {
  return baselines(runs).flatMap((line) => splitAtGaps(line).map(toSegment).filter(isVisible));
}

function isVisible(segment: Segment): boolean {
  return segment.text.trim() !== "";
}

/** Runs that stand on one baseline, each list from left to right. */
function baselines(runs: Run[]): Run[][] {
  const lines: { baseline: number; size: number; runs: Run[] }[] = [];
  for (const run of [...runs].sort((a, b) => a.baseline - b.baseline)) {
    const line = lines.findLast((candidate) => {
      const distance = Math.abs(candidate.baseline - run.baseline);
      return distance < 0.25 * Math.max(candidate.size, run.size) || isScript(candidate.runs, run, distance);
    });
    if (line) line.runs.push(run);
    else lines.push({ baseline: run.baseline, size: run.size, runs: [run] });
  }
  return withScripts(lines.map((line) => line.runs)).map((line) => line.sort((a, b) => a.x - b.x));
}

/** Raised letters are met before their line; lines of nothing but such letters go to the line they hang on. */
function withScripts(lines: Run[][]): Run[][] {
  const kept = [...lines];
  for (const line of lines) {
    const home = kept.find(
      (other) =>
        other !== line &&
        line.every((run) =>
          other.some((base) => base.size > run.size && isScript([base], run, Math.abs(base.baseline - run.baseline))),
        ),
    );
    if (!home) continue;
    home.push(...line);
    kept.splice(kept.indexOf(line), 1);
  }
  return kept;
}

/** "1st", "C++" set as raised small letters right beside the word. */
function isScript(line: Run[], run: Run, distance: number): boolean {
  if (isLoweredLetter(line, run)) return true;
  return line.some((other) => {
    const larger = Math.max(other.size, run.size);
    if (Math.min(other.size, run.size) > 0.8 * larger || distance > 0.5 * larger) return false;
    const gap = Math.max(run.x - (other.x + other.width), other.x - (run.x + run.width));
    return gap < 0.15 * larger && gap > -0.3 * larger;
  });
}

/** The E of TeX: a lone letter set below the line, just where the line leaves room for it. */
function isLoweredLetter(line: Run[], run: Run): boolean {
  if (!/^\p{Lu}$/u.test(run.text)) return false;
  const near = 0.25 * run.size;
  const level = line.filter((other) => Math.abs(other.baseline - run.baseline) < 0.45 * run.size);
  return (
    level.some((other) => Math.abs(other.x + other.width - run.x) < near) &&
    level.some((other) => Math.abs(run.x + run.width - other.x) < near)
  );
}

function splitAtGaps(line: Run[]): Run[][] {
  const groups: Run[][] = [];
  let group: Run[] = [];
  let right = Number.NEGATIVE_INFINITY;
  for (const run of line) {
    if (run.text.trim() === "") {
      if (group.length > 0) group.push(run);
      continue;
    }
    const isBulletBefore = bulletOnly.test(textOf(group)) && run.x - right < 4 * run.size;
    const last = group.findLast((other) => other.text.trim() !== "");
    const limit = Math.max(Math.min(last?.size ?? run.size, run.size) * 1.0, 6);
    if (group.length > 0 && run.x - right > limit && !isBulletBefore) {
      groups.push(group);
      group = [];
    }
    group.push(run);
    right = Math.max(right, run.x + run.width);
  }
  if (group.length > 0) groups.push(group);
  return groups;
}

const bulletOnly = /^[\s•·●○◦▪■□◆◇▶►➢➤✓✔★☆*–\-‣⁃∙]{1,2}$/;

function textOf(group: Run[]): string {
  return group.map((run) => run.text).join("");
}

function toSegment(group: Run[]): Segment {
  const shown = group.filter((run) => run.text.trim() !== "");
  let text = "";
  let right = Number.NaN;
  let parts: Segment["parts"] = [];
  let hasSpace = false;
  for (const run of group) {
    const trimmed = run.text.trim().replace(/\s+/g, keepWide);
    if (trimmed === "") {
      hasSpace = true;
      continue;
    }
    const gap = run.x - right;
    const isNewFont = parts.at(-1)?.run.font !== run.font;
    if (text !== "" && (hasSpace || /^\s/.test(run.text) || gap > 0.2 * run.size)) {
      // Between two Chinese characters a space is an accident of setting, unless the style changes with it.
      if (!isHanPair(text, trimmed) || isNewFont || gap > 0.4 * run.size) text += " ";
    }
    parts.push({ start: text.length, end: text.length + trimmed.length, run });
    text += trimmed;
    hasSpace = /\s$/.test(run.text);
    right = run.x + run.width;
  }
  const joined = joinSpacedLetters(text);
  const x0 = Math.min(...shown.map((run) => run.x));
  const x1 = Math.max(...shown.map((run) => run.x + run.width));
  const size = Math.max(...shown.map((run) => run.size), 0);
  const top = Math.min(...shown.map((run) => run.top));
  const baseline = median(shown.map((run) => run.baseline));
  if (joined !== text) {
    const known = shown.flatMap((run) => run.confidence ?? []);
    const confidence = known.length > 0 ? Math.min(...known) : undefined;
    const run = { text: joined, x: x0, top, width: x1 - x0, size, baseline, font: "", confidence };
    parts = [{ start: 0, end: joined.length, run }];
  }
  return { text: joined, parts, x0, x1, top, bottom: baseline + size * 0.2, baseline, size };
}

/** Three spaces and more were typed to set two things apart. */
function keepWide(spaces: string) {
  return spaces.length >= 3 ? "  " : " ";
}

const han = /\p{Script=Han}/u;

function isHanPair(before: string, after: string): boolean {
  return han.test(before.slice(-1)) && han.test(after.slice(0, 1));
}

function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
