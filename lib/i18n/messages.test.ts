import { createTranslator } from "next-intl";
import { expect, test } from "vitest";
import en from "../../messages/en.json" with { type: "json" };
import zh from "../../messages/zh.json" with { type: "json" };

function keysOf(messages: object, prefix = ""): string[] {
  return Object.entries(messages).flatMap(([key, value]) =>
    typeof value === "string" ? `${prefix}${key}` : keysOf(value, `${prefix}${key}.`),
  );
}

function placeholders(text: string) {
  return [...new Set([...text.matchAll(/\{(\w+)[,}]/g)].map(([, name]) => name))].sort();
}

const read = (messages: object, key: string) =>
  key.split(".").reduce<unknown>((at, part) => Reflect.get(Object(at), part), messages);

test("Chinese and English say the same things", () => {
  expect(keysOf(zh).sort()).toEqual(keysOf(en).sort());
});

test.each(keysOf(zh))("%s takes the same values in both languages", (key) => {
  const values = placeholders(String(read(zh, key))).filter((name) => name !== "count");
  expect(placeholders(String(read(en, key))).filter((name) => name !== "count")).toEqual(values);
});

test("no sentence is empty", () => {
  for (const key of keysOf(zh)) {
    expect(read(zh, key), key).not.toBe("");
    expect(read(en, key), key).not.toBe("");
  }
});

test.each([
  ["zh", zh],
  ["en", en],
] as const)("every sentence in %s can be said", (locale, messages) => {
  const failures: string[] = [];
  const t = createTranslator<typeof zh>({
    locale,
    messages,
    onError: ({ message }) => failures.push(message),
    getMessageFallback: ({ key }) => key,
  });
  const said = t as (key: string, values: Record<string, string | number>) => string;
  for (const key of keysOf(messages)) {
    const names = placeholders(String(read(messages, key)));
    said(key, Object.fromEntries(names.map((name) => [name, name === "name" || name === "names" ? "x" : 2])));
  }
  expect(failures).toEqual([]);
});
