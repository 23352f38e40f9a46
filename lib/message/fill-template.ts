import { type MessageKind, messageVariables } from "@/lib/message/kinds";

const variable = /\{\{\s*([a-z_]+)\s*\}\}/g;

/** A template with its values; one without a value leaves no gap of spaces or empty lines behind. */
export function fillTemplate(text: string, values: Record<string, string>): string {
  return text
    .replace(variable, (_, name: string) => values[name] ?? "")
    .replace(/(?<![ \t])[ \t]+$/gm, "")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}

/** Names in a template that its kind has no value for. */
export function unknownVariables(kind: MessageKind, text: string): string[] {
  const known = messageVariables[kind];
  return [...text.matchAll(variable)].flatMap(([, name = ""]) => (known.includes(name) ? [] : [name]));
}
