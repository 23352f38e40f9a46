/** One field of a message: a whole number as such, all else as its bytes. */
export type Field = { number: number; kind: number; value: number | Uint8Array };

const [varint, eightBytes, counted, fourBytes] = [0, 1, 2, 5];

/** The fields of a message in their order. Numbers beyond 2^53 lose their last digits; networks have none. */
export function readFields(bytes: Uint8Array): Field[] {
  const fields: Field[] = [];
  let at = 0;
  const number = () => {
    let [value, factor] = [0, 1];
    for (;;) {
      const byte = bytes[at++] ?? 0;
      value += (byte & 0x7f) * factor;
      factor *= 128;
      if (byte < 0x80) return value;
    }
  };
  const take = (length: number) => {
    at += length;
    return bytes.subarray(at - length, at);
  };
  while (at < bytes.length) {
    const key = number();
    const kind = key & 7;
    const value = kind === varint ? number() : kind === counted ? take(number()) : take(kind === eightBytes ? 8 : 4);
    fields.push({ number: Math.floor(key / 8), kind, value });
  }
  return fields;
}

export function writeFields(fields: readonly Field[]): Uint8Array {
  const parts = fields.flatMap(({ number, kind, value }) => {
    const key = toVarint(number * 8 + kind);
    if (typeof value === "number") return [key, toVarint(value)];
    return kind === counted ? [key, toVarint(value.length), value] : [key, value];
  });
  return Buffer.concat(parts);
}

function toVarint(value: number): Uint8Array {
  const bytes: number[] = [];
  let left = value;
  for (; left >= 128; left = Math.floor(left / 128)) bytes.push((left % 128) | 0x80);
  return Uint8Array.from([...bytes, left]);
}

export const message = (number: number, fields: readonly Field[]): Field => ({
  number,
  kind: counted,
  value: writeFields(fields),
});
export const text = (number: number, value: string): Field => ({ number, kind: counted, value: Buffer.from(value) });
export const float = (number: number, value: number): Field => ({
  number,
  kind: fourBytes,
  value: new Uint8Array(Float32Array.of(value).buffer),
});
export const whole = (number: number, value: number): Field => ({ number, kind: varint, value });
