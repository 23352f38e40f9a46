import { describe, expect, test } from "vitest";
import { questionConcerns } from "@/lib/interview/kinds";
import { checkQuestion } from "./check-question";
import { concernAlternatives } from "./concern-alternatives";
import heldBack from "./fixtures/questions-held-back.json" with { type: "json" };
import published from "./fixtures/questions-published.json" with { type: "json" };
import seen from "./fixtures/questions-seen.json" with { type: "json" };

type Half = { unlawful: { concern: string; text: string }[]; lawful: string[] };

/**
 * The first half was there when the patterns were written, the second was only measured, but both are by one author.
 * The published ones come from checklists and press reports, in three lots. At first sight 61, 63 and 71 % of them were
 * found and none of their 34 lawful ones held up; then the patterns learned from them. Of wordings still unseen, expect
 * what is asked directly to be found and a good part of the hints ("Is your name Polish?") not.
 */
const lists: [name: string, half: Half, atLeast: { precision: number; recall: number }][] = [
  ["seen", seen, { precision: 1, recall: 1 }],
  ["held back", heldBack, { precision: 0.95, recall: 0.95 }],
  ["published", published, { precision: 0.95, recall: 0.95 }],
];

function measure({ unlawful, lawful }: Half) {
  const missed = unlawful.filter(({ text }) => checkQuestion(text).length === 0).map(({ text }) => text);
  const wrong = lawful.filter((text) => checkQuestion(text).length > 0);
  const misnamed = unlawful
    .filter(({ text, concern }) => !checkQuestion(text).some((found) => found.concern === concern))
    .map(({ text }) => text)
    .filter((text) => !missed.includes(text));
  const found = unlawful.length - missed.length;
  return { precision: found / (found + wrong.length), recall: found / unlawful.length, missed, wrong, misnamed };
}

describe.each(lists)("questions that were %s", (_, half, atLeast) => {
  const measured = measure(half);

  test("few lawful ones are held up", () => {
    expect(measured.precision, measured.wrong.join("\n")).toBeGreaterThanOrEqual(atLeast.precision);
  });

  test("few of the others get past", () => {
    expect(measured.recall, measured.missed.join("\n")).toBeGreaterThanOrEqual(atLeast.recall);
  });

  test("each is called what it is", () => {
    expect(measured.misnamed.length, measured.misnamed.join("\n")).toBeLessThanOrEqual(half.unlawful.length * 0.05);
  });
});

test("the lists are long enough to say something", () => {
  expect(seen.unlawful.length + heldBack.unlawful.length).toBeGreaterThanOrEqual(120);
  expect(seen.lawful.length + heldBack.lawful.length).toBeGreaterThanOrEqual(120);
});

test("the words that ask for it are pointed at", () => {
  const text = "先聊工作，另外您结婚了吗？";
  const [found] = checkQuestion(text);
  expect(found?.concern).toBe("marriage");
  expect(text.slice(found?.span.start, found?.span.end)).toBe("结婚了吗");
});

test("one question can ask for several things", () => {
  expect(checkQuestion("你多大了，结婚了吗？").map(({ concern }) => concern)).toEqual(["age", "marriage"]);
});

test("full width and capitals make no difference", () => {
  expect(checkQuestion("ＨＯＷ ＯＬＤ ＡＲＥ ＹＯＵ？").map(({ concern }) => concern)).toEqual(["age"]);
  expect(checkQuestion("What’s your marital status?").map(({ concern }) => concern)).toEqual(["marriage"]);
});

test("what is offered instead is lawful, for every concern", () => {
  for (const concern of questionConcerns) {
    const { zh, en } = concernAlternatives[concern];
    expect(checkQuestion(zh), zh).toEqual([]);
    expect(checkQuestion(en), en).toEqual([]);
  }
});
