import { expect, test } from "vitest";
import { parseJson, storable } from "./storable";

test("NUL and halves of characters are taken out of texts and names, wherever they stand", () => {
  expect(storable("a\u0000b\ud800🙂")).toBe("ab\ufffd🙂");
  const text = String.raw`{"a\u0000":["x\u0000y",{"b":"\ud83d\ude42 \ud83d"}],"n":1,"none":null,"__proto__":{"c":"\u0000"}}`;
  const value = parseJson(text);
  expect(value).toEqual({ a: ["xy", { b: "🙂 \ufffd" }], n: 1, none: null, ["__proto__"]: { c: "" } });
  expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
});

test("everything else is what JSON says", () => {
  for (const text of ["null", '"a"', "[1,true]", String.raw`{"a":"\\u0000"}`])
    expect(parseJson(text)).toEqual(JSON.parse(text));
  expect(() => parseJson("{no")).toThrow(SyntaxError);
});
