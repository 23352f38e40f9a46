import { expect, test } from "vitest";
import { createUtteranceFinder, type Utterance } from "./find-utterances";
import { speechRate } from "./wav";

const silence = (seconds: number) => noise(seconds, 0.001);
const speech = (seconds: number) => noise(seconds, 0.2);

/** The same each time. */
function noise(seconds: number, amplitude: number) {
  let seed = 7;
  return Float32Array.from({ length: seconds * speechRate }, () => {
    seed = (seed * 16_807) % 2_147_483_647;
    return ((seed / 2_147_483_647) * 2 - 1) * amplitude;
  });
}

function listen(...parts: Float32Array[]) {
  const heard: Utterance[] = [];
  const finder = createUtteranceFinder({ onUtterance: (utterance) => heard.push(utterance) });
  for (const part of parts) for (let at = 0; at < part.length; at += 128) finder.add(part.slice(at, at + 128));
  finder.stop();
  return { heard, ended: heard.filter(({ isEnded }) => isEnded) };
}

test("speech between pauses is an utterance each, with what leads into it", () => {
  const { ended } = listen(silence(1), speech(2), silence(1), speech(1), silence(1));
  expect(ended).toHaveLength(2);
  const [first, second] = ended;
  expect((first?.startSample ?? 0) / speechRate).toBeGreaterThan(0.5);
  expect((first?.startSample ?? 0) / speechRate).toBeLessThanOrEqual(1);
  expect((first?.samples.length ?? 0) / speechRate).toBeGreaterThan(2);
  expect((second?.startSample ?? 0) / speechRate).toBeGreaterThan(3);
});

test("a pause between words does not end it, and what grows is heard on the way", () => {
  const { heard, ended } = listen(speech(2), silence(0.3), speech(2), silence(1));
  expect(ended).toHaveLength(1);
  const partial = heard.filter(({ isEnded, id }) => !isEnded && id === ended[0]?.id);
  expect(partial.length).toBeGreaterThanOrEqual(3);
  expect(partial.map(({ samples }) => samples.length)).toEqual(
    partial.map(({ samples }) => samples.length).toSorted((a, b) => a - b),
  );
});

test("talk without a pause is cut after a quarter of a minute, and no sample is lost", () => {
  const { ended } = listen(silence(0.5), speech(40));
  expect(ended.length).toBeGreaterThanOrEqual(3);
  for (const [index, { startSample }] of ended.entries()) {
    const before = ended[index - 1];
    if (before) expect(startSample).toBeLessThanOrEqual(before.startSample + before.samples.length);
  }
  const last = ended.at(-1);
  expect(((last?.startSample ?? 0) + (last?.samples.length ?? 0)) / speechRate).toBeGreaterThan(40.4);
});

test("silence and a click say nothing", () => {
  expect(listen(silence(5)).heard).toEqual([]);
  expect(listen(silence(1), speech(0.05), silence(2)).ended).toEqual([]);
});

test("talk without a pause is cut between two words, and the piece that goes on says so", () => {
  const { ended } = listen(silence(0.5), speech(13.2), silence(0.1), speech(6), silence(1));
  expect(ended.map(({ isContinued }) => isContinued)).toEqual([false, true]);
  const [first, second] = ended;
  const end = ((first?.startSample ?? 0) + (first?.samples.length ?? 0)) / speechRate;
  expect(end).toBeGreaterThan(13.7);
  expect(end).toBeLessThan(13.8);
  expect((second?.startSample ?? 0) / speechRate).toBeCloseTo(end - 0.5, 1);
});

test("a last word right behind a cut is kept", () => {
  const { ended } = listen(speech(15.05), silence(1));
  expect(ended).toHaveLength(2);
});
