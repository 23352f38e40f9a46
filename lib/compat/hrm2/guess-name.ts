import { baseName } from "./resumes";

/** What a text's file name or first lines say of a name that its reading did not find; the reference's rules. */
export function guessName(fileName: string, text: string): string | null {
  const name = baseName(fileName).trim();
  const fromFile =
    /^([\p{Script=Han}·]{2,4}?|[A-Za-z]{2,4})[-_\s]*(?:的?简历|resume)/iu.exec(name)?.[1] ??
    /(?:简历|resume)[-_\s]+([\p{Script=Han}·]{2,4})$/iu.exec(name)?.[1] ??
    /^[\p{Script=Han}·]{2,4}$/u.exec(name)?.[0];
  if (fromFile && !/简历/.test(fromFile)) return fromFile;
  for (const line of text.split("\n").slice(0, 10)) {
    const found =
      /姓\s*名\s*[:：]\s*([\p{Script=Han}·]{2,4})/u.exec(line)?.[1] ??
      /^\s*([\p{Script=Han}]{2,4})\s*$/u.exec(line)?.[1];
    if (found && !/简历/.test(found)) return found;
  }
  return null;
}
