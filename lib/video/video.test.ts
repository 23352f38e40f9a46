import { expect, test } from "vitest";
import { readRange } from "@/lib/storage/range-response";
import { detectVideoKind } from "./detect-kind";
import { readTranscript } from "./read-transcript";

const bytes = (text: string) => new Uint8Array(Buffer.from(text, "latin1"));

test.each([
  ["mp4", "\0\0\0\x18ftypisom"],
  ["m4a", "\0\0\0\x18ftypM4A "],
  ["mov", "\0\0\0\x14ftypqt  "],
  ["webm", "\x1aE\xdf\xa3\x9fB\x86\x81\x01B\x82\x84webm"],
  ["mkv", "\x1aE\xdf\xa3\xa3B\x82\x88matroska"],
  ["wav", "RIFF\x24\0\0\0WAVEfmt "],
  ["mp3", "ID3\x04\0"],
  ["mp3", "\xff\xfb\x90\x64"],
  [null, "<html>ftyp</html>"],
  [null, "RIFF\x24\0\0\0AVI LIST"],
  [null, ""],
])("what begins like %s is that, whatever its name", (kind, beginning) => {
  expect(detectVideoKind(bytes(beginning))).toBe(kind);
});

test("parts of a file are those that players ask for", () => {
  expect(readRange(null, 100)).toBeNull();
  expect(readRange("bytes=0-9", 100)).toEqual({ start: 0, end: 10 });
  expect(readRange("bytes=90-", 100)).toEqual({ start: 90, end: 100 });
  expect(readRange("bytes=90-500", 100)).toEqual({ start: 90, end: 100 });
  expect(readRange("bytes=-10", 100)).toEqual({ start: 90, end: 100 });
  expect(readRange("bytes=100-", 100)).toBe("none");
  expect(readRange("bytes=9-5", 100)).toBe("none");
  for (const other of ["bytes=0-1,5-6", "items=0-1", "bytes=-", "bytes=a-b"]) expect(readRange(other, 100)).toBeNull();
});

test("captions and plain texts are read with who speaks, and markup is no word", () => {
  const vtt = `\uFEFFWEBVTT\n\nNOTE made up\n\nc1\n00:01.500 --> 00:03.000 align:start\n<v 张 三>我用过 <b>Kafka</b> &amp; Redis\n\n00:00:04,000 --> 00:00:05,250\n面试官：为什么？`;
  expect(readTranscript(Buffer.from(vtt))).toEqual({
    source: "vtt",
    hasTimes: true,
    lines: [
      { startSeconds: 1.5, endSeconds: 3, speaker: "张 三", text: "我用过 Kafka & Redis" },
      { startSeconds: 4, endSeconds: 5.25, speaker: "面试官", text: "为什么？" },
    ],
  });
  const srt = "1\r\n01:00:01,000 --> 01:00:02,000\r\nI said so.\r\n\r\n2\r\n01:00:03,000 --> 01:00:04,000\r\n\r\n";
  expect(readTranscript(Buffer.from(srt))).toMatchObject({ source: "srt", lines: [{ startSeconds: 3601 }] });
  const text = readTranscript(Buffer.from("Candidate: At 10:30 I left.\n\nIt was 10:45 then.\n"));
  expect(text).toMatchObject({
    hasTimes: false,
    lines: [
      { speaker: "Candidate", text: "At 10:30 I left." },
      { speaker: "", text: "It was 10:45 then." },
    ],
  });
  for (const nothing of ["", " \n ", "WEBVTT\n\n00:01.000 --> 00:02.000\n<i></i>"])
    expect(readTranscript(Buffer.from(nothing))?.lines.some(({ text: said }) => said === "") ?? false).toBe(false);
});
