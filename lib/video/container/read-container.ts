import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import {
  ALL_FORMATS,
  type AudioCodec,
  BufferTarget,
  EncodedAudioPacketSource,
  EncodedPacketSink,
  FilePathSource,
  FlacOutputFormat,
  Input,
  type InputAudioTrack,
  Mp3OutputFormat,
  Mp4OutputFormat,
  Output,
  WavOutputFormat,
  WebMOutputFormat,
} from "mediabunny";
import { planCuts } from "./plan-cuts";
import type { AudioPiece, ContainerFacts, MediaFailure } from "./schema";

export class MediaError extends Error {
  constructor(readonly reason: MediaFailure) {
    super(reason);
    this.name = "MediaError";
  }
}

/** @throws MediaError for whatever goes wrong with a file */
export async function open<Result>(path: string, work: (input: Input) => Promise<Result>): Promise<Result> {
  const input = new Input({ formats: ALL_FORMATS, source: new FilePathSource(path) });
  try {
    return await work(input);
  } catch (error) {
    if (error instanceof MediaError) throw error;
    throw new MediaError("media_unreadable");
  } finally {
    input.dispose();
  }
}

/** @throws MediaError for what is no recording, or so damaged that no track is found */
export function readContainer(path: string): Promise<ContainerFacts> {
  return open(path, async (input) => {
    const tracks = await input.getTracks();
    if (tracks.length === 0) throw new MediaError("media_unreadable");
    const durationSeconds = await input.computeDuration().catch(() => null);
    return {
      durationSeconds: durationSeconds !== null && Number.isFinite(durationSeconds) ? durationSeconds : null,
      mimeType: await input.getMimeType().catch(() => ""),
      tracks: await Promise.all(
        tracks.map(async (track) => ({
          kind: track.isVideoTrack()
            ? ("video" as const)
            : track.isAudioTrack()
              ? ("audio" as const)
              : ("other" as const),
          codec: await track.getCodec(),
          width: track.isVideoTrack() ? await track.getDisplayWidth() : null,
          height: track.isVideoTrack() ? await track.getDisplayHeight() : null,
          channels: track.isAudioTrack() ? await track.getNumberOfChannels() : null,
          sampleRate: track.isAudioTrack() ? await track.getSampleRate() : null,
        })),
      ),
    };
  });
}

/** The container that takes a codec as it is, and that transcription endpoints know by its ending. */
function formatFor(codec: AudioCodec) {
  if (codec === "aac") return { ending: "m4a", format: new Mp4OutputFormat({ fastStart: "in-memory" }) };
  if (codec === "opus" || codec === "vorbis") return { ending: "webm", format: new WebMOutputFormat() };
  if (codec === "mp3") return { ending: "mp3", format: new Mp3OutputFormat() };
  if (codec === "flac") return { ending: "flac", format: new FlacOutputFormat() };
  const isWav = new WavOutputFormat().getSupportedAudioCodecs().includes(codec);
  return isWav ? { ending: "wav", format: new WavOutputFormat() } : null;
}

type Extract = { path: string; folder: string; mostBytes: number; mostSeconds: number };
/** For the piece's own container: its head and its tables, and what stands before each packet. */
const packetShare = 0.97;
const bytesBeforePacket = 16;

/**
 * Takes the sound out as it is encoded, in pieces within the limits, each a file in `folder`.
 *
 * @throws MediaError
 */
export function extractAudio({ path, folder, mostBytes, mostSeconds }: Extract): Promise<AudioPiece[]> {
  return open(path, async (input) => {
    const track = await input.getPrimaryAudioTrack();
    if (!track) throw new MediaError("audio_missing");
    const codec = await track.getCodec();
    const config = codec && (await track.getDecoderConfig().catch(() => null));
    if (!codec || !config || !formatFor(codec)) throw new MediaError("audio_unsupported");
    const { bytes, seconds, end } = await packetSizes(track);
    if (bytes.length === 0) throw new MediaError("audio_missing");
    const starts = planCuts({ bytes, seconds }, { mostBytes: packetShare * mostBytes, mostSeconds });
    const pieces: AudioPiece[] = [];
    let output: Awaited<ReturnType<typeof begin>> | null = null;
    let index = 0;
    const finish = async () => {
      if (!output) return;
      await output.file.finalize();
      const piece = pieces.at(-1);
      if (piece && output.target.buffer) await writeFile(piece.path, new Uint8Array(output.target.buffer));
    };
    for await (const packet of new EncodedPacketSink(track).packets()) {
      if (starts[pieces.length] === index) {
        await finish();
        output = await begin(codec);
        const startSeconds = Math.max(0, packet.timestamp);
        const nextStart = starts[pieces.length + 1];
        const endSeconds = nextStart === undefined ? end : (seconds[nextStart] ?? end);
        const name = `piece-${pieces.length}.${output.ending}`;
        pieces.push({ path: join(folder, name), startSeconds, endSeconds });
      }
      index += 1;
      const offset = pieces.at(-1)?.startSeconds ?? 0;
      const timestamp = Math.max(0, packet.timestamp - offset);
      await output?.source.add(packet.clone({ timestamp }), { decoderConfig: config });
    }
    await finish();
    return pieces;
  });
}

async function packetSizes(track: InputAudioTrack) {
  const bytes: number[] = [];
  const seconds: number[] = [];
  let end = 0;
  try {
    for await (const packet of new EncodedPacketSink(track).packets(undefined, undefined, { metadataOnly: true })) {
      bytes.push(packet.byteLength + bytesBeforePacket);
      seconds.push(packet.timestamp);
      end = Math.max(end, packet.timestamp + packet.duration);
    }
  } catch {
    // Cut off in the middle: what comes before it can still be heard.
  }
  return { bytes, seconds, end };
}

async function begin(codec: AudioCodec) {
  const chosen = formatFor(codec);
  if (!chosen) throw new MediaError("audio_unsupported");
  const target = new BufferTarget();
  const file = new Output({ format: chosen.format, target });
  const source = new EncodedAudioPacketSource(codec);
  file.addAudioTrack(source);
  await file.start();
  return { file, source, target, ending: chosen.ending };
}
