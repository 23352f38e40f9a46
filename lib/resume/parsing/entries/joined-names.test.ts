import { expect, test } from "vitest";
import { splitBrackets, splitGlued } from "./joined-names";

const cell = (text: string) => ({ text, start: 0, end: text.length, line: 0 });
const texts = (cells: { text: string }[]) => cells.map(({ text }) => text).join(" / ");

test.each([
  ["Open Rivers Foundation Data Scientist", "Open Rivers Foundation / Data Scientist"],
  ["Data Scientist Corvid Analytics", "Data Scientist / Corvid Analytics"],
  ["Radio Frequency Engineer", "Radio Frequency Engineer"],
  ["Hotel Manager", "Hotel Manager"],
  ["在海帆网担任数据分析师", "海帆网 / 数据分析师"],
  ["云岭能源集团北京分部担当会计", "云岭能源集团北京分部 / 会计"],
])("%s", (text, expected) => {
  expect(texts(splitGlued(cell(text), false))).toBe(expected);
});

test("where no entry sets employers apart, two words before a title are one", () => {
  expect(texts(splitGlued(cell("Inkwell & Sons Senior Product Designer"), true))).toBe(
    "Inkwell & Sons / Senior Product Designer",
  );
  expect(texts(splitGlued(cell("Senior Product Designer"), true))).toBe("Senior Product Designer");
});

test.each([
  ["康宁儿童医院（护士长）", "康宁儿童医院 / 护士长"],
  ["Data Engineer (Acme Ltd)", "Data Engineer / Acme Ltd"],
  ["砺石软件（上海）有限公司", "砺石软件（上海）有限公司"],
  ["后端研发工程师（抖音电商部）", "后端研发工程师（抖音电商部）"],
  ["产品经理（B端）", "产品经理（B端）"],
  ["海帆网 / 数据分析师", "海帆网 / 数据分析师"],
  ["设计师/产品经理", "设计师/产品经理"],
])("%s", (text, expected) => {
  expect(texts(splitBrackets(cell(text)))).toBe(expected);
});
