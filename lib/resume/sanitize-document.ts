import "server-only";
import sanitizeHtml from "sanitize-html";

const tags = "p br strong b em i u s sup sub a ul ol li table thead tbody tr td th h3 h4 h5 h6 img".split(" ");

/**
 * What is left of a Word file's HTML before it stands in our page: text, emphasis, lists, tables, pictures that lie in
 * the file itself. No style, class, id or event attribute, nothing fetched from anywhere, no link that runs code.
 */
export function sanitizeDocument(html: string): string {
  return sanitizeHtml(html, {
    allowedTags: tags,
    allowedAttributes: {
      a: ["href", "rel", "target"],
      td: ["colspan", "rowspan"],
      th: ["colspan", "rowspan"],
      img: ["src", "alt"],
    },
    allowedSchemes: ["http", "https", "mailto", "tel"],
    allowedSchemesByTag: { img: ["data"] },
    allowProtocolRelative: false,
    disallowedTagsMode: "discard",
    transformTags: {
      // The page's own headings come first in the outline.
      h1: "h3",
      h2: "h4",
      a: (tagName, { href = "" }) => ({
        tagName,
        attribs: {
          ...(/^(?:https?|mailto|tel):/i.test(href) && { href }),
          rel: "noopener noreferrer nofollow",
          target: "_blank",
        },
      }),
      img: (tagName, { src = "" }) => ({ tagName, attribs: { src, alt: "" } }),
    },
    exclusiveFilter: ({ tag, attribs }) =>
      tag === "img" && !/^data:image\/(?:png|jpeg|gif|webp);base64,/.test(attribs.src ?? ""),
  });
}
