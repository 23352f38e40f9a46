import { expect, test } from "vitest";
import { guessName } from "./guess-name";

test.each([
  ["张三_简历.txt", "", "张三"],
  ["李小文简历.pdf", "", "李小文"],
  ["简历-王小明.docx", "", "王小明"],
  ["resume_赵六.txt", "", "赵六"],
  ["欧阳晓雯.txt", "", "欧阳晓雯"],
  ["cv-final-2.pdf", "求职意向：测试\n姓 名：孙丽", "孙丽"],
  ["a.txt", "个人简历\n周海涛\n电话：1390000", "周海涛"],
  ["a.txt", "I am nobody", null],
])("%s with %j is %s", (fileName, text, name) => {
  expect(guessName(fileName, text)).toBe(name);
});
