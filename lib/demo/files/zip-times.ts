const endSignature = 0x06054b50;

/** Sets the times of a ZIP's parts to 1 January 1980, the format's first day: they are all that differs from run to run. */
export function fixZipTimes(zip: Buffer): Buffer {
  const fixed = Buffer.from(zip);
  const end = fixed.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end < 0 || fixed.readUInt32LE(end) !== endSignature) throw new Error("Not a ZIP file");
  const count = fixed.readUInt16LE(end + 10);
  let entry = fixed.readUInt32LE(end + 16);
  for (let index = 0; index < count; index += 1) {
    fixed.writeUInt32LE(0x00210000, entry + 12);
    fixed.writeUInt32LE(0x00210000, fixed.readUInt32LE(entry + 42) + 10);
    entry += 46 + fixed.readUInt16LE(entry + 28) + fixed.readUInt16LE(entry + 30) + fixed.readUInt16LE(entry + 32);
  }
  return fixed;
}
