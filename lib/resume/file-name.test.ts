import { expect, test } from "vitest";
import { cleanFileName } from "./file-name";

test("path parts of any system are dropped", () => {
  expect(cleanFileName("../../etc/passwd")).toBe("passwd");
  expect(cleanFileName("C:\\Users\\me\\简历.pdf")).toBe("简历.pdf");
});

test("control and direction marks are dropped, emoji stay", () => {
  expect(cleanFileName("a\r\nb\u202efdp.exe")).toBe("abfdp.exe");
  expect(cleanFileName("🙂 resume.docx")).toBe("🙂 resume.docx");
});

test("a name of 300 characters keeps its end", () => {
  const name = cleanFileName(`${"长".repeat(300)}.pdf`);
  expect([...name].length).toBe(200);
  expect(name.endsWith("长.pdf")).toBe(true);
});

test("a name of nothing is still a name", () => {
  expect(cleanFileName("///")).toBe("resume");
  expect(cleanFileName("..")).toBe("resume");
});
