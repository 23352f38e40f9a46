import { expect, test } from "vitest";
import { findHits, markHits } from "./find-hits";

test("words are found in any case, Chinese ones too, the longest first", () => {
  expect(findHits("Kafka, KAFKA Streams; 高级后端", ["kafka", "kafka streams", "后端"])).toEqual([
    { start: 0, end: 5 },
    { start: 7, end: 20 },
    { start: 24, end: 26 },
  ]);
  expect(findHits("C++ and (c)", ["c++", "(c)"])).toHaveLength(2);
  expect(findHits("anything", [])).toEqual([]);
});

test("words are marked from their beginning, short ones only as a whole", () => {
  const hitsIn = (text: string, words: string[]) =>
    findHits(text, words).map(({ start, end }) => text.slice(start, end));
  expect(hitsIn("Kubernetes, akube, 熟悉Kubectl", ["kube"])).toEqual(["Kube", "Kube"]);
  expect(hitsIn("Nina knows n of N, Node", ["n"])).toEqual(["n", "N"]);
  expect(hitsIn("C++, C#和C", ["c"])).toEqual(["C", "C", "C"]);
  expect(hitsIn("2019-2021", ["2019"])).toEqual(["2019"]);
});

test("in markup only text is marked, never a tag, an address or an entity", () => {
  const html = '<p>a <a href="https://a.example">A&amp;B</a></p>';
  expect(markHits(html, ["a", "amp"])).toBe(
    '<p><mark>a</mark> <a href="https://a.example"><mark>A</mark>&amp;B</a></p>',
  );
});
