import { expect, test } from "vitest";
import { listIntegrity } from "./list-integrity";
import type { Transcript } from "./schema";

function voices(speakers: string[], hasTimes = true) {
  const lines = speakers.map((speaker, index) => ({
    ...{
      startSeconds: index * 5,
      endSeconds: index * 5 + 4,
      speaker,
      text: index === 1 ? "Say Kafka." : "I used it for years.",
    },
  }));
  const transcript: Transcript = { source: "endpoint", hasTimes, lines };
  return listIntegrity({ recordedHere: { questions: [], events: [] }, analysis: null, transcript });
}

test("a second voice is told with when it is first heard, and that nobody is told apart is said too", () => {
  expect(voices(["A", "B", "A"])).toEqual([{ kind: "second_voice", voices: 2, seconds: 5 }]);
  expect(voices(["A", "B", "A"], false)).toEqual([{ kind: "second_voice", voices: 2, seconds: null }]);
  expect(voices(["A", "A", ""])).toEqual([]);
  expect(voices(["", ""])).toEqual([{ kind: "voices_unknown" }]);
  expect(listIntegrity({ recordedHere: null, analysis: null, transcript: null })).toEqual([]);
});
