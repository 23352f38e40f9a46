/*
 * A Word 97 file with nothing in it but text: a compound file of two streams, the text in one and in the other the
 * table that says where it stands.
 */
const sector = 512;
const textStart = 2048;
/** Streams below this size would have to live in a store of their own. */
const least = 4096;
const [endOfChain, fatMark, free] = [0xfffffffe, 0xfffffffd, 0xffffffff];

export function makeDoc(paragraphs: string[]): Buffer {
  const text = `${paragraphs.join("\r")}\r`;
  return compoundFile([
    ["WordDocument", wordStream(text)],
    ["1Table", tableStream(text.length)],
  ]);
}

function wordStream(text: string): Buffer {
  const stream = padded(textStart + text.length * 2);
  stream.writeUInt16LE(0xa5ec, 0);
  stream.writeUInt16LE(0x00c1, 2);
  // The table stream is the one called 1Table.
  stream.writeUInt16LE(0x0200, 10);
  stream.writeUInt32LE(textStart, 0x18);
  stream.writeUInt32LE(text.length, 0x4c);
  stream.writeUInt32LE(0, 0x1a2);
  stream.writeUInt32LE(21, 0x1a6);
  stream.write(text, textStart, "utf16le");
  return stream;
}

/** One piece: all characters, two bytes each. */
function tableStream(length: number): Buffer {
  const stream = padded(21);
  stream.writeUInt8(2, 0);
  stream.writeUInt32LE(16, 1);
  stream.writeUInt32LE(0, 5);
  stream.writeUInt32LE(length, 9);
  stream.writeUInt32LE(textStart, 15);
  return stream;
}

function padded(size: number) {
  return Buffer.alloc(Math.ceil(Math.max(size, least) / sector) * sector);
}

/** Header, allocation table, directory, then the streams one after the other. */
function compoundFile(streams: [string, Buffer][]): Buffer {
  const sectors = streams.map(([, stream]) => stream.length / sector);
  const starts = sectors.map((_, index) => 2 + sectors.slice(0, index).reduce((sum, count) => sum + count, 0));
  const table = Buffer.alloc(sector);
  for (let entry = 0; entry < sector; entry += 4) table.writeUInt32LE(free, entry);
  table.writeUInt32LE(fatMark, 0);
  table.writeUInt32LE(endOfChain, 4);
  for (const [index, count] of sectors.entries()) {
    const start = starts[index] ?? 0;
    for (let place = 0; place < count; place += 1)
      table.writeUInt32LE(place === count - 1 ? endOfChain : start + place + 1, (start + place) * 4);
  }
  const directory = Buffer.concat([
    directoryEntry("Root Entry", { type: 5, child: 1, start: endOfChain, size: 0 }),
    ...streams.map(([name, stream], index) =>
      directoryEntry(name, {
        type: 2,
        right: index + 2,
        start: starts[index] ?? 0,
        size: stream.length,
        isLast: index === streams.length - 1,
      }),
    ),
    Buffer.alloc(128 * (3 - streams.length)),
  ]);
  return Buffer.concat([header(), table, directory, ...streams.map(([, stream]) => stream)]);
}

function header(): Buffer {
  const header = Buffer.alloc(sector);
  header.write("d0cf11e0a1b11ae1", 0, "hex");
  header.writeUInt16LE(0x3e, 24);
  header.writeUInt16LE(3, 26);
  header.writeUInt16LE(0xfffe, 28);
  header.writeUInt16LE(9, 30);
  header.writeUInt16LE(6, 32);
  header.writeUInt32LE(1, 44);
  header.writeUInt32LE(1, 48);
  header.writeUInt32LE(least, 56);
  header.writeUInt32LE(endOfChain, 60);
  header.writeUInt32LE(endOfChain, 68);
  header.writeUInt32LE(0, 76);
  for (let place = 80; place < sector; place += 4) header.writeUInt32LE(free, place);
  return header;
}

type EntryOptions = { type: number; start: number; size: number; child?: number; right?: number; isLast?: boolean };

function directoryEntry(
  name: string,
  { type, start, size, child = free, right = free, isLast = false }: EntryOptions,
): Buffer {
  const entry = Buffer.alloc(128);
  entry.write(name, 0, "utf16le");
  entry.writeUInt16LE((name.length + 1) * 2, 64);
  entry.writeUInt8(type, 66);
  entry.writeUInt8(1, 67);
  entry.writeUInt32LE(free, 68);
  entry.writeUInt32LE(isLast ? free : right, 72);
  entry.writeUInt32LE(child, 76);
  entry.writeUInt32LE(start, 116);
  entry.writeUInt32LE(size, 120);
  return entry;
}
