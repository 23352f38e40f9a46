import {
  type AudioCodec,
  BufferTarget,
  EncodedAudioPacketSource,
  EncodedPacket,
  EncodedVideoPacketSource,
  MkvOutputFormat,
  MovOutputFormat,
  Mp4OutputFormat,
  Output,
  WebMOutputFormat,
} from "mediabunny";

type Make = {
  as?: "webm" | "mp4" | "mkv" | "mov";
  seconds: number;
  /** Stretches with speech: there, packets are as large as speech makes them. */
  speech?: [from: number, to: number][];
  hasSound?: boolean;
  hasPicture?: boolean;
};

const formats = {
  webm: () => new WebMOutputFormat(),
  mkv: () => new MkvOutputFormat(),
  mp4: () => new Mp4OutputFormat({ fastStart: "in-memory" }),
  mov: () => new MovOutputFormat({ fastStart: "in-memory" }),
};
/** Long ones have the longest packets there are, or they would take long to make. */
const packetSecondsOf = (seconds: number) => (seconds > 600 ? 0.12 : 0.02);
/** Three bytes of Opus are silence. */
const silence = Uint8Array.of(0xf8, 0xff, 0xfe);
const speechBytes = 120;

/** A recording with the packets of a real one; what they would sound or look like is nobody's business here. */
export async function makeMedia({ as = "webm", seconds, speech = [], hasSound = true, hasPicture = false }: Make) {
  const target = new BufferTarget();
  const output = new Output({ format: formats[as](), target });
  const codec: AudioCodec = "opus";
  const sound = hasSound ? new EncodedAudioPacketSource(codec) : null;
  const picture = hasPicture ? new EncodedVideoPacketSource("vp8") : null;
  if (picture) output.addVideoTrack(picture);
  if (sound) output.addAudioTrack(sound);
  await output.start();
  for (let index = 0; index < seconds; index += 1) {
    const frame = new EncodedPacket(Uint8Array.of(0x10, 0, 0, 0x9d, 1, 0x2a, 160, 0, 90, 0), "key", index, 1);
    await picture?.add(frame, { decoderConfig: { codec: "vp8", codedWidth: 160, codedHeight: 90 } });
  }
  if (sound) {
    const packetSeconds = packetSecondsOf(seconds);
    const talk = new Uint8Array(speechBytes).fill(0x5a);
    talk[0] = 0xf8;
    const decoderConfig = { codec, sampleRate: 48_000, numberOfChannels: 1, description: opusHead() };
    for (let index = 0; index * packetSeconds < seconds; index += 1) {
      const at = index * packetSeconds;
      const data = speech.some(([from, to]) => at >= from && at < to) ? talk : silence;
      await sound.add(new EncodedPacket(data, "key", at, packetSeconds), { decoderConfig });
    }
  }
  await output.finalize();
  return Buffer.from(target.buffer ?? new ArrayBuffer(0));
}

function opusHead(): Uint8Array {
  const head = Buffer.alloc(19);
  head.write("OpusHead", 0, "latin1");
  head[8] = 1;
  head[9] = 1;
  head.writeUInt32LE(48_000, 12);
  return head;
}
