import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";

/** What was sent to be turned into text. */
export type HeardSpeech = {
  /** Of a WAV; 0 for sound of any other kind. */
  seconds: number;
  language: string;
  prompt: string;
  model: string;
  fileName: string;
  bytes: Buffer;
  format: string;
};
export type TranscriptionAnswer = {
  status?: number;
  text: string;
  /** In the place of a plain text: what a server with segments and words says. */
  answer?: unknown;
  /** In the place of JSON. */
  raw?: string;
  /** Never answers, or stops in the middle of its answer, or hangs up. */
  breaks?: "silent" | "halfway" | "hangs up";
};
type Script = (
  heard: HeardSpeech & { samples: Float32Array },
  count: number,
) => TranscriptionAnswer | Promise<TranscriptionAnswer>;

/** A server with OpenAI's audio transcriptions on the loopback, which says what its script says. */
export async function startTranscriptionServer(script: Script) {
  const heard: HeardSpeech[] = [];
  const server = createServer(async (incoming, response) => {
    const body = await buffer(incoming);
    const isKnown = incoming.method === "POST" && incoming.url === "/v1/audio/transcriptions";
    const type = incoming.headers["content-type"] ?? "";
    if (!isKnown || !type.startsWith("multipart/form-data")) {
      response.writeHead(404).end();
      return;
    }
    const form = await new Response(body, { headers: { "content-type": type } }).formData();
    const file = form.get("file");
    const wav = file instanceof Blob ? Buffer.from(await file.arrayBuffer()) : Buffer.alloc(0);
    const fileName = file instanceof File ? file.name : "";
    const field = (name: string) => String(form.get(name) ?? "");
    const speech = {
      seconds: fileName.endsWith(".wav") ? secondsOf(wav) : 0,
      ...{ fileName, bytes: wav, format: field("response_format") },
      language: field("language"),
      prompt: field("prompt"),
      model: field("model"),
    };
    heard.push(speech);
    const {
      status = 200,
      text,
      answer = { text },
      raw = JSON.stringify(answer),
      breaks,
    } = await script(
      { ...speech, samples: fileName.endsWith(".wav") ? samplesOf(wav) : new Float32Array() },
      heard.length,
    );
    if (breaks === "silent") return;
    if (breaks === "hangs up") {
      incoming.socket.destroy();
      return;
    }
    response.writeHead(status, { "content-type": "application/json" });
    if (breaks === "halfway") response.write(raw.slice(0, raw.length / 2));
    else response.end(raw);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return {
    baseUrl: `http://127.0.0.1:${port}/v1`,
    heard,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}

/** Of a WAV file of 16-bit samples at 16 kHz; anything else is refused, as a server would. */
function secondsOf(wav: Buffer): number {
  if (wav.toString("latin1", 0, 4) !== "RIFF" || wav.readUInt32LE(24) !== 16_000 || wav.readUInt16LE(34) !== 16)
    throw new Error("Not the sound that was agreed on");
  return wav.readUInt32LE(40) / 32_000;
}

function samplesOf(wav: Buffer): Float32Array {
  return Float32Array.from({ length: (wav.length - 44) / 2 }, (_, index) => wav.readInt16LE(44 + index * 2) / 2 ** 15);
}

/** A WAV file: stretches of something like speech between silences, both in seconds. */
export function makeSpeechWav(stretches: { silence: number; speech: number }[], rate = 48_000): Buffer {
  const total = stretches.reduce((sum, { silence, speech }) => sum + silence + speech, 0);
  const samples = new Float32Array(Math.round(total * rate));
  let at = 0;
  for (const { silence, speech } of stretches) {
    at += Math.round(silence * rate);
    const length = Math.round(speech * rate);
    for (let index = 0; index < length; index += 1) {
      const time = index / rate;
      // A voice: a low tone with its overtones, in syllables, four in a second.
      const syllable = 0.25 + 0.75 * Math.abs(Math.sin(Math.PI * 4 * time));
      const pitch = 130 + 25 * Math.sin(2 * Math.PI * 1.3 * time);
      const voice = [1, 2, 3, 5, 8, 13].reduce((sum, n) => sum + Math.sin(2 * Math.PI * pitch * n * time) / n, 0);
      if (at + index < samples.length) samples[at + index] = (voice * syllable * 9000) / 2 ** 15;
    }
    at += length;
  }
  return writeWav(samples, rate);
}

/** A WAV file of one channel from samples between -1 and 1. */
export function writeWav(samples: Float32Array, rate: number): Buffer {
  const data = Buffer.alloc(samples.length * 2);
  for (const [index, sample] of samples.entries())
    data.writeInt16LE(Math.max(-32_768, Math.min(32_767, Math.round(sample * 2 ** 15))), index * 2);
  const header = Buffer.alloc(44);
  header.write("RIFF", 0, "latin1");
  header.writeUInt32LE(36 + data.length, 4);
  header.write("WAVEfmt ", 8, "latin1");
  header.writeUInt32LE(16, 16);
  header.writeUInt16LE(1, 20);
  header.writeUInt16LE(1, 22);
  header.writeUInt32LE(rate, 24);
  header.writeUInt32LE(rate * 2, 28);
  header.writeUInt16LE(2, 32);
  header.writeUInt16LE(16, 34);
  header.write("data", 36, "latin1");
  header.writeUInt32LE(data.length, 40);
  return Buffer.concat([header, data]);
}
