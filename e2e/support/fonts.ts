import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { inflateSync } from "node:zlib";

const require = createRequire(import.meta.url);

/**
 * A fontconfig set-up in `folder` whose sans-serif and serif have Chinese, so that screenshots do not depend on the
 * machine's fonts. Chromium takes no web fonts from fontconfig, so the package's WOFF files are unpacked.
 *
 * @returns the path for FONTCONFIG_FILE
 */
export function installFonts(folder: string): string {
  const fonts = join(folder, "fonts");
  mkdirSync(fonts, { recursive: true });
  for (const subset of ["latin", "chinese-simplified"]) {
    for (const weight of [400, 500]) {
      const name = `noto-sans-sc-${subset}-${weight}-normal`;
      const woff = readFileSync(require.resolve(`@fontsource/noto-sans-sc/files/${name}.woff`));
      writeFileSync(join(fonts, `${name}.ttf`), unpackWoff(woff));
    }
  }
  const file = join(folder, "fonts.conf");
  const aliases = ["sans-serif", "serif", "monospace", "system-ui"]
    .map((family) => `<alias><family>${family}</family><prefer><family>Noto Sans SC</family></prefer></alias>`)
    .join("\n");
  writeFileSync(
    file,
    `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
<dir>${fonts}</dir>
<cachedir>${join(folder, "font-cache")}</cachedir>
${aliases}
</fontconfig>
`,
  );
  return file;
}

/** WOFF 1.0 to the font inside it: the same tables, each deflated by itself, behind another directory. */
export function unpackWoff(woff: Buffer): Buffer {
  if (woff.toString("latin1", 0, 4) !== "wOFF") throw new Error("Not a WOFF file");
  const count = woff.readUInt16BE(12);
  const power = Math.floor(Math.log2(count));
  const head = Buffer.alloc(12 + count * 16);
  woff.copy(head, 0, 4, 8);
  head.writeUInt16BE(count, 4);
  head.writeUInt16BE(2 ** power * 16, 6);
  head.writeUInt16BE(power, 8);
  head.writeUInt16BE(count * 16 - 2 ** power * 16, 10);
  const tables: Buffer[] = [head];
  let offset = head.length;
  for (let index = 0; index < count; index += 1) {
    const entry = 44 + index * 20;
    const [place, packed, length, checksum] = [4, 8, 12, 16].map((at) => woff.readUInt32BE(entry + at));
    if (place === undefined || packed === undefined || length === undefined || checksum === undefined) continue;
    const data = woff.subarray(place, place + packed);
    const table = packed < length ? inflateSync(data) : data;
    const row = 12 + index * 16;
    woff.copy(head, row, entry, entry + 4);
    head.writeUInt32BE(checksum, row + 4);
    head.writeUInt32BE(offset, row + 8);
    head.writeUInt32BE(length, row + 12);
    const padding = (4 - (length % 4)) % 4;
    tables.push(table, Buffer.alloc(padding));
    offset += length + padding;
  }
  return Buffer.concat(tables);
}
