import { expect, test } from "vitest";
import { longestContent, readCall } from "./read-call";

const content = Buffer.from("张三").toString("base64");
const codeOf = (body: object) => {
  try {
    readCall(body);
    return 200;
  } catch (error) {
    return (error as { code: number }).code;
  }
};

test.each<[string, object, number]>([
  ["a plain call", { file_name: "a.txt", file_cont: content }, 200],
  ["a whole path", { file_name: "C:\\resumes\\a.b.PDF", file_cont: content }, 200],
  ["line breaks in the base64", { file_name: "a.txt", file_cont: `${content.slice(0, 4)}\n${content.slice(4)}` }, 200],
  ["flags as text", { file_name: "a.txt", file_cont: content, need_avatar: "1" }, 200],
  ["an address", { file_url: "https://example.com/a.pdf" }, 200],
  ["an address with a query and a name", { file_name: "a.pdf", file_url: "https://example.com/get?id=1" }, 200],
  ["neither content nor address", { file_name: "a.txt" }, 260],
  ["both", { file_name: "a.txt", file_cont: content, file_url: "https://example.com/a.pdf" }, 260],
  ["no name", { file_cont: content }, 260],
  ["a name of another type", { file_name: 5, file_cont: content }, 260],
  ["a bad flag", { file_name: "a.txt", file_cont: content, need_avatar: 2 }, 260],
  ["no extension", { file_name: "resume", file_cont: content }, 266],
  ["no extension in the address", { file_url: "https://example.com/get?id=1" }, 266],
  ["an unknown extension", { file_name: "a.exe", file_cont: content }, 263],
  ["an unknown extension and no content", { file_name: "a.exe", file_cont: "" }, 263],
  ["no content", { file_name: "a.txt", file_cont: "" }, 261],
  ["white space", { file_name: "a.txt", file_cont: " \n" }, 261],
  ["not base64", { file_name: "a.txt", file_cont: "这不是 base64" }, 264],
  ["half a base64", { file_name: "a.txt", file_cont: "abcde" }, 264],
  ["too long", { file_name: "a.txt", file_cont: "A".repeat(longestContent + 4) }, 262],
])("%s", (_, body, code) => {
  expect(codeOf(body)).toBe(code);
});

test("flags and version", () => {
  expect(readCall({ file_name: "dir/a.txt", file_cont: content, need_social_exp: 1, version: 1 })).toEqual({
    fileName: "a.txt",
    content: { base64: content },
    isImage: false,
    needsAvatar: false,
    needsSocialExperience: true,
    version: 1,
  });
});
