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

type Colour = readonly [red: number, green: number, blue: number];
/** What letters are drawn in, and on. */
type Look = { letters: Colour; ground: Colour };
type Open = { name: string; reason: HiddenText["reason"] | "skipped" | null; look: Look; isShown: boolean };

const page: Look = { letters: [0, 0, 0], ground: [255, 255, 255] };

/**
 * Markup without scripts, styles and what its author hides: by attribute, `display: none` and its like, letters of no
 * size, or of the colour they lie on. Block elements end lines. Nothing of it is safe to show; it is for reading the text.
 */
export function visibleHtml(markup: string): { html: string; hidden: HiddenText[] } {
  const hidden: HiddenText[] = [];
  const stack: Open[] = [];
  let out = "";
  for (const [, closing, tag = "", attributes = "", text] of markup.matchAll(tagPattern)) {
    const name = tag.toLowerCase();
    const within = stack.findLast(({ reason }) => reason !== null)?.reason ?? null;
    const around = stack.at(-1)?.look ?? page;
    if (text !== undefined) {
      const reason = within ?? (isLegible(around) ? null : "background_colour");
      if (reason === null) out += text.replace(/\s+/g, " ");
      else if (reason !== "skipped") note(hidden, decodeEntities(text), reason);
    } else if (name === "") continue;
    else if (closing) {
      const at = stack.findLastIndex((open) => open.name === name);
      const isShown = stack[at]?.isShown ?? within === null;
      if (at >= 0) stack.length = at;
      if (isShown) out += blocks.has(name) ? "<br>" : `</${name}>`;
    } else {
      const css = styleOf(attributes);
      const reason = skipped.has(name) ? "skipped" : hiddenReason(attributes, css);
      const isShown = within === null && reason === null;
      const look = lookOf(attributes, css, around);
      if (!empty.has(name) && !attributes.endsWith("/")) stack.push({ name, reason, look, isShown });
      if (isShown) out += blocks.has(name) ? "<br>" : `<${name}${attributes}>`;
    }
  }
  // White space between blocks is layout of the markup.
  const html = out.replace(
    /(?<!\s)\s*(<\/?(?:ul|ol|li|table|tbody|thead|tr|td|th|p|h[1-6]|br)(?:\s[^>]*)?>)\s*/g,
    "$1",
  );
  return { html, hidden };
}

/** Lower case, without white space. */
function styleOf(attributes: string): string {
  const style = /\sstyle\s*=\s*(?:"([^"]*)"|'([^']*)')/i.exec(attributes);
  return (style?.[1] ?? style?.[2] ?? "").toLowerCase().replace(/\s/g, "");
}

function hiddenReason(attributes: string, css: string): HiddenText["reason"] | null {
  if (/\s(?:hidden|aria-hidden\s*=\s*["']?true)(?=[\s=>"']|$)/i.test(attributes)) return "hidden_run";
  if (/display:none|visibility:hidden|opacity:0(?:\.0\d*)?(?:;|$)/.test(css)) return "hidden_run";
  if (/font-size:(?:0|1)(?:\.\d+)?(?:px|pt)?(?:;|$)/.test(css)) return "tiny";
  return /(?:left|top|text-indent):-\d{3,}/.test(css) ? "off_page" : null;
}

/** A picture as ground is not seen here: what lies under it counts. */
function lookOf(attributes: string, css: string, around: Look): Look {
  const letters = /(?:^|;)color:([^;]*)/.exec(css) ?? /\scolor\s*=\s*["']?([^\s"'>]+)/i.exec(attributes);
  const ground =
    /(?:^|;)background(?:-color)?:([^;]*)/.exec(css) ?? /\sbgcolor\s*=\s*["']?([^\s"'>]+)/i.exec(attributes);
  if (!letters && !ground) return around;
  return {
    letters: (letters && readColour(letters[1] ?? "")) ?? around.letters,
    ground: (ground && readColour(ground[1] ?? "")) ?? around.ground,
  };
}

/** Channels from 0 to 255 that differ by this much in all can be told apart. */
const leastDifference = 60;

function isLegible({ letters, ground }: Look): boolean {
  return letters.reduce((sum, channel, at) => sum + Math.abs(channel - (ground[at] ?? 0)), 0) >= leastDifference;
}

/** The basic colours of CSS by name, the pale ones, and those that blocks often have. */
const named: Record<string, string> = {
  ...{ white: "ffffff", silver: "c0c0c0", gray: "808080", grey: "808080", black: "000000", red: "ff0000" },
  ...{ maroon: "800000", yellow: "ffff00", olive: "808000", lime: "00ff00", green: "008000", aqua: "00ffff" },
  ...{ teal: "008080", blue: "0000ff", navy: "000080", fuchsia: "ff00ff", purple: "800080", orange: "ffa500" },
  ...{ whitesmoke: "f5f5f5", snow: "fffafa", ivory: "fffff0", ghostwhite: "f8f8ff", floralwhite: "fffaf0" },
  ...{ azure: "f0ffff", mintcream: "f5fffa", aliceblue: "f0f8ff", seashell: "fff5ee", lightyellow: "ffffe0" },
  ...{ gainsboro: "dcdcdc", lightgray: "d3d3d3", lightgrey: "d3d3d3", darkgray: "a9a9a9", dimgray: "696969" },
  ...{ darkblue: "00008b", midnightblue: "191970", steelblue: "4682b4", slategray: "708090", darkslategray: "2f4f4f" },
  ...{ darkgreen: "006400", darkred: "8b0000", brown: "a52a2a", indigo: "4b0082" },
};

/** The first colour that a value names; null for none, or one that is known to browsers only. */
function readColour(value: string): Colour | null {
  const rgb = /rgba?\((\d{1,3}),(\d{1,3}),(\d{1,3})/i.exec(value);
  if (rgb) return [Number(rgb[1]), Number(rgb[2]), Number(rgb[3])];
  const [hex = named[/^[a-z]+/i.exec(value)?.[0].toLowerCase() ?? ""]] =
    /(?<=#)(?:[\da-f]{6}|[\da-f]{3})(?![\da-f])/i.exec(value) ?? [];
  if (!hex) return null;
  const [red, green, blue] = (hex.length === 3 ? hex.replace(/./g, "$&$&") : hex).match(/../g) ?? [];
  return [red, green, blue].map((part) => Number.parseInt(part ?? "0", 16)) as [number, number, number];
}

function note(hidden: HiddenText[], text: string, reason: HiddenText["reason"]) {
  const words = text.replace(/\s+/g, " ").trim();
  const last = hidden.at(-1);
  if (words === "") return;
  if (last?.reason === reason) last.text = `${last.text} ${words}`.slice(0, 2000);
  else hidden.push({ text: words.slice(0, 2000), reason, page: null });
}
