import type { HiddenText } from "../../../document";
import { decodeEntities } from "../docx/part-paragraphs";

/** Elements that are no text of the page. */
const skipped = new Set([
  "head",
  "script",
  "style",
  "noscript",
  "template",
  "svg",
  "iframe",
  "object",
  "select",
  "textarea",
]);
const empty = new Set("area base br col embed hr img input link meta source track wbr".split(" "));
const blocks = new Set(
  "address article aside blockquote body dd details div dl dt fieldset figcaption figure footer form header hgroup main nav pre section summary".split(
    " ",
  ),
);
const tagPattern = /<!--[\s\S]*?(?:-->|$)|<![^<>]*>|<(\/?)([a-z][a-z0-9-]*)((?:[^<>"']|"[^"]*"|'[^']*')*)>|([^<]+|<)/gi;

type Open = { name: string; reason: HiddenText["reason"] | "skipped" | null; isShaded: boolean };

/**
 * Markup without scripts, styles and what its author hides: by attribute, `display: none` and its like, letters of no
 * size, or white on no colour. Block elements end lines. Nothing of it is safe to show; it is for reading the text.
 */
export function visibleHtml(markup: string): { html: string; hidden: HiddenText[] } {
  const hidden: HiddenText[] = [];
  const stack: Open[] = [];
  let out = "";
  for (const [, closing, tag = "", attributes = "", text] of markup.matchAll(tagPattern)) {
    const name = tag.toLowerCase();
    const within = stack.findLast(({ reason }) => reason !== null)?.reason ?? null;
    if (text !== undefined) {
      if (within === null) out += text.replace(/\s+/g, " ");
      else if (within !== "skipped") note(hidden, decodeEntities(text), within);
    } else if (name === "") continue;
    else if (closing) {
      const at = stack.findLastIndex((open) => open.name === name);
      if (at >= 0) stack.length = at;
      if (within === null) out += blocks.has(name) ? "<br>" : `</${name}>`;
    } else {
      const isOnShade = stack.some(({ isShaded }) => isShaded);
      const reason = skipped.has(name) ? "skipped" : hiddenReason(attributes, isOnShade);
      const isShaded = isShade(attributes);
      if (!empty.has(name) && !attributes.endsWith("/")) stack.push({ name, reason, isShaded });
      if (within === null && reason === null) out += blocks.has(name) ? "<br>" : `<${name}${attributes}>`;
    }
  }
  // White space between blocks is layout of the markup.
  const html = out.replace(
    /(?<!\s)\s*(<\/?(?:ul|ol|li|table|tbody|thead|tr|td|th|p|h[1-6]|br)(?:\s[^>]*)?>)\s*/g,
    "$1",
  );
  return { html, hidden };
}

/** A block of a colour that white letters can be read on. */
function isShade(attributes: string): boolean {
  const colour = /(?:bgcolor\s*=\s*["']?|[;"'\s]background(?:-color)?\s*:\s*)#([\da-f]{6})\b/i.exec(attributes)?.[1];
  const [red = 255, green = 255, blue = 255] = colour?.match(/../g)?.map((part) => Number.parseInt(part, 16)) ?? [];
  return red + green + blue < 600;
}

function hiddenReason(attributes: string, isOnShade: boolean): HiddenText["reason"] | null {
  if (attributes === "") return null;
  if (/\s(?:hidden|aria-hidden\s*=\s*["']?true)(?=[\s=>"']|$)/i.test(attributes)) return "hidden_run";
  const style = /\sstyle\s*=\s*(?:"([^"]*)"|'([^']*)')/i.exec(attributes);
  const css = (style?.[1] ?? style?.[2] ?? "").toLowerCase().replace(/\s/g, "");
  if (/display:none|visibility:hidden|opacity:0(?:\.0\d*)?(?:;|$)/.test(css)) return "hidden_run";
  if (/font-size:(?:0|1)(?:\.\d+)?(?:px|pt)?(?:;|$)/.test(css)) return "tiny";
  if (/(?:left|top|text-indent):-\d{3,}/.test(css)) return "off_page";
  const isWhite = /(?:^|;)color:(?:#fff(?:fff)?|white|rgb\(255,255,255\))/.test(css);
  return isWhite && !isOnShade && !/background/.test(css) ? "background_colour" : null;
}

function note(hidden: HiddenText[], text: string, reason: HiddenText["reason"]) {
  const words = text.replace(/\s+/g, " ").trim();
  const last = hidden.at(-1);
  if (words === "") return;
  if (last?.reason === reason) last.text = `${last.text} ${words}`.slice(0, 2000);
  else hidden.push({ text: words.slice(0, 2000), reason, page: null });
}
