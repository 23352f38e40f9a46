import { expect, test } from "vitest";
import { makeDice } from "./dice";
import { type Fit, makePerson, writtenIn } from "./person";

const fits: Fit[] = ["strong", "middle", "weak"];
const people = Array.from({ length: 300 }, (_, seed) => {
  const [track, language] = (
    [
      ["backend", "zh"],
      ["sales", "en"],
      ["nurse", "zh"],
      ["product", "mixed"],
    ] as const
  )[seed % 4] ?? ["backend", "zh"];
  return makePerson({ number: seed % 60, track, language, fit: fits[seed % 3] ?? "middle", dice: makeDice(seed) });
});

test("nobody works two jobs at once, before graduating or in the future", () => {
  for (const { jobs, studies } of people) {
    const inOrder = jobs.toReversed();
    let free = studies.at(-1)?.end ?? Number.POSITIVE_INFINITY;
    for (const { start, end } of inOrder) {
      expect(start).toBeGreaterThan(free);
      free = end ?? writtenIn;
      expect(free).toBeGreaterThan(start);
      expect(free).toBeLessThanOrEqual(writtenIn);
    }
    // Only the newest job goes on.
    expect(inOrder.slice(0, -1).every(({ end }) => end !== null)).toBe(true);
  }
});

test("everybody is grown up when they begin to study, and projects lie within a job", () => {
  for (const { birth, studies, jobs, projects } of people) {
    expect((studies[0]?.start ?? 0) - birth).toBeGreaterThanOrEqual(18 * 12);
    for (const { start, end } of projects) {
      expect(jobs.some((job) => start >= job.start && end <= (job.end ?? writtenIn))).toBe(true);
      expect(end).toBeGreaterThanOrEqual(start);
    }
  }
});

test("whoever is new to the profession leads nobody", () => {
  for (const { jobs, fit } of people) {
    const first = jobs.at(-1);
    if (fit === "weak" || jobs.length > 1) expect(first?.duties.join()).not.toMatch(/带领|带教|Led a/);
  }
});
