import { expect, test } from "vitest";
import { stripMarkdown } from "./strip-markdown";

const lines = (markdown: string) =>
  stripMarkdown(markdown)
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");

test("what a heading marks apart is apart", () => {
  expect(lines("### **Senior Welder** [Corvid Forge](https://corvid.example) *2019 - 2021*")).toEqual([
    "Senior Welder\tCorvid Forge (https://corvid.example)\t2019 - 2021",
  ]);
  expect(lines("**砺石软件** *测试工程师*（__2016.06 ~ 2017.06__）")).toEqual([
    "砺石软件\t测试工程师（2016.06 ~ 2017.06）",
  ]);
});

test("emphasis in running text stays in it", () => {
  expect(lines("I *really* like **open** sources")).toEqual(["I really like open sources"]);
  expect(lines("- **Led** the night shift")).toEqual(["• Led the night shift"]);
});

test("entities, heading attributes, superscripts and definitions leave no marks", () => {
  expect(lines("## &#xe80c; Education {#education .wide}")).toEqual(["\ue80c Education"]);
  expect(lines("a&emsp;&emsp;b &amp; c &lt;d&gt; &unknown;")).toEqual(["a  b & c <d> &unknown;"]);
  expect(lines("Gson^†^, x^2 and ```code```")).toEqual(["Gson, x^2 and code"]);
  expect(lines("Initech\n: *Lead Tester*\n  2004-2005")).toEqual(["Initech", "Lead Tester", "2004-2005"]);
});
