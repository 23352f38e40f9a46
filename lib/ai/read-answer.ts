import "server-only";

/**
 * The JSON of an answer, also of a model that thinks aloud, talks around it or puts it in a code fence. Undefined when
 * there is none, or when it breaks off.
 */
export function readAnswer(text: string): unknown {
  const answer = text.replace(/<think>[\s\S]*?<\/think>/g, "").trim();
  const fenced = [...answer.matchAll(/```(?:json)?\s*\n?([\s\S]*?)```/gi)].map(([, inner = ""]) => inner.trim());
  for (const candidate of [answer, ...fenced, ...objects(answer)]) {
    const value = parse(candidate);
    if (typeof value === "object" && value !== null) return value;
  }
}

/** The outermost {…} pieces, largest first; braces inside strings do not count. */
function objects(text: string): string[] {
  const found: string[] = [];
  let depth = 0;
  let start = 0;
  let isInString = false;
  for (let place = 0; place < text.length; place += 1) {
    const character = text[place];
    if (isInString) {
      if (character === "\\") place += 1;
      else if (character === '"') isInString = false;
    } else if (character === '"' && depth > 0) isInString = true;
    else if (character === "{") {
      if (depth === 0) start = place;
      depth += 1;
    } else if (character === "}" && depth > 0) {
      depth -= 1;
      if (depth === 0) found.push(text.slice(start, place + 1));
    }
  }
  return found.toSorted((a, b) => b.length - a.length);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
