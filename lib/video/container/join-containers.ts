import {
  type AudioCodec,
  EncodedAudioPacketSource,
  EncodedPacketSink,
  EncodedVideoPacketSource,
  FilePathTarget,
  type Input,
  Mp4OutputFormat,
  Output,
  type VideoCodec,
  WebMOutputFormat,
} from "mediabunny";
import { MediaError, open } from "./read-container";
import type { Joined } from "./schema";

const inWebm = new Set(["vp8", "vp9", "av1", "opus", "vorbis"]);

/**
 * Writes recordings one after the other into one, packet by packet. They come from one recorder, so that their codecs
 * are the same; the first decides.
 *
 * @throws MediaError when one has another codec, or cannot be read
 */
export async function joinContainers({ paths, out }: { paths: string[]; out: string }): Promise<Joined> {
  const [first] = paths;
  if (!first) throw new MediaError("media_unreadable");
  const codecs = await open(first, codecsOf);
  if (!codecs.audio) throw new MediaError("audio_missing");
  const isWebm = [codecs.video, codecs.audio].every((codec) => codec === null || inWebm.has(codec));
  const format = isWebm ? new WebMOutputFormat() : new Mp4OutputFormat();
  const file = new Output({ format, target: new FilePathTarget(out) });
  const audio = new EncodedAudioPacketSource(codecs.audio);
  const video = codecs.video ? new EncodedVideoPacketSource(codecs.video) : null;
  if (video) file.addVideoTrack(video);
  file.addAudioTrack(audio);
  await file.start();
  const starts: number[] = [];
  let offset = 0;
  for (const path of paths) {
    starts.push(offset);
    offset = await open(path, async (input) => {
      const own = await codecsOf(input);
      if (own.audio !== codecs.audio || own.video !== codecs.video) throw new MediaError("media_unreadable");
      const ends = await Promise.all([addAudio(input, audio, offset), video ? addVideo(input, video, offset) : offset]);
      return Math.max(...ends);
    });
  }
  await file.finalize();
  return { kind: isWebm ? "webm" : "mp4", starts };
}

async function codecsOf(input: Input): Promise<{ audio: AudioCodec | null; video: VideoCodec | null }> {
  const [sound, picture] = await Promise.all([input.getPrimaryAudioTrack(), input.getPrimaryVideoTrack()]);
  return { audio: (await sound?.getCodec()) ?? null, video: (await picture?.getCodec()) ?? null };
}

async function addAudio(input: Input, source: EncodedAudioPacketSource, offset: number): Promise<number> {
  const track = await input.getPrimaryAudioTrack();
  const decoderConfig = await track?.getDecoderConfig();
  if (!track || !decoderConfig) throw new MediaError("audio_missing");
  let end = offset;
  for await (const packet of new EncodedPacketSink(track).packets()) {
    const timestamp = offset + Math.max(0, packet.timestamp);
    await source.add(packet.clone({ timestamp }), { decoderConfig });
    end = Math.max(end, timestamp + packet.duration);
  }
  return end;
}

async function addVideo(input: Input, source: EncodedVideoPacketSource, offset: number): Promise<number> {
  const track = await input.getPrimaryVideoTrack();
  const decoderConfig = await track?.getDecoderConfig();
  if (!track || !decoderConfig) throw new MediaError("media_unreadable");
  let end = offset;
  for await (const packet of new EncodedPacketSink(track).packets()) {
    const timestamp = offset + Math.max(0, packet.timestamp);
    await source.add(packet.clone({ timestamp }), { decoderConfig });
    end = Math.max(end, timestamp + packet.duration);
  }
  return end;
}
