import { expect, test } from "vitest";
import { sanitizeDocument } from "./sanitize-document";

test("what a resume is made of stays", () => {
  const html =
    "<h3>经历</h3><p>5 years <strong>Java</strong></p><ul><li>one</li></ul>" +
    '<table><tr><td colspan="2">cell</td></tr></table><img src="data:image/png;base64,AAAA" alt="" />';
  expect(sanitizeDocument(html)).toBe(html);
});

test.each([
  ["a script", "<script>alert(1)</script>"],
  ["an event", '<p onclick="alert(1)">x</p>'],
  ["a style", '<p style="background:url(https://a.example)">x</p><style>p{}</style>'],
  ["a class of ours", '<p class="fixed inset-0" id="content">x</p>'],
  ["a remote picture", '<img src="https://a.example/pixel.png" srcset="https://a.example/2x.png 2x">'],
  ["a picture that is a program", '<img src="data:image/svg+xml;base64,PHN2ZyBvbmxvYWQ9YWxlcnQoMSk+">'],
  ["a page in a picture", '<img src="data:text/html;base64,AAAA">'],
  ["code in a link", '<a href="javascript:alert(1)">x</a><a href=" java&#x0a;script:alert(1)">y</a>'],
  ["a link to data", '<a href="data:text/html,<script>alert(1)</script>">x</a>'],
  ["a drawing", "<svg><script>alert(1)</script><a xlink:href='javascript:alert(1)'>x</a></svg>"],
  ["a frame and a form", "<iframe src=https://a.example></iframe><form action=https://a.example><input></form>"],
  ["half a tag", "<img src=x onerror=alert(1)//<p>x"],
])("%s does not", (_, html) => {
  const clean = sanitizeDocument(html);
  expect(clean).not.toMatch(/script|alert|on\w+=|style|class=|id=|a\.example|svg|text\/html|iframe|form|input/i);
});

test("a link says where it leads, and tells nothing of us there", () => {
  expect(sanitizeDocument('<a href="https://github.com/jane">x</a>')).toBe(
    '<a href="https://github.com/jane" rel="noopener noreferrer nofollow" target="_blank">x</a>',
  );
});
