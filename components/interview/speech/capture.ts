import { speechRate } from "@/components/interview/speech/wav";

/** The sound of one source at 16 kHz, until it is stopped. */
export type Capture = { stop: () => void };

type Listen = {
  stream: MediaStream;
  onSamples: (samples: Float32Array) => void;
  /** The source is gone: a microphone pulled out, a shared tab closed. */
  onEnd: () => void;
};

export async function openMicrophone(): Promise<MediaStream> {
  return navigator.mediaDevices.getUserMedia({
    audio: { echoCancellation: true, noiseSuppression: true, autoGainControl: true },
  });
}

/** The sound of the call in another tab; the browser asks which one. Null where it shares no sound. */
export async function openTabSound(): Promise<MediaStream | null> {
  const stream = await navigator.mediaDevices.getDisplayMedia({ audio: true, video: true });
  // Only the sound is wanted; a stopped picture would end the sharing in some browsers.
  for (const track of stream.getVideoTracks()) track.enabled = false;
  if (stream.getAudioTracks().length > 0) return stream;
  for (const track of stream.getTracks()) track.stop();
  return null;
}

export const canShareTab = () => typeof navigator.mediaDevices?.getDisplayMedia === "function";

export async function listen({ stream, onSamples, onEnd }: Listen): Promise<Capture> {
  const context = new AudioContext({ sampleRate: speechRate });
  await context.audioWorklet.addModule("/speech-worklet.js");
  const source = context.createMediaStreamSource(new MediaStream(stream.getAudioTracks()));
  const tap = new AudioWorkletNode(context, "speech-tap", {
    numberOfOutputs: 0,
    channelCount: 1,
    channelCountMode: "explicit",
  });
  tap.port.onmessage = ({ data }: MessageEvent<Float32Array>) => onSamples(data);
  source.connect(tap);
  await context.resume();
  for (const track of stream.getTracks()) track.addEventListener("ended", onEnd);
  return {
    stop() {
      tap.port.onmessage = null;
      for (const track of stream.getTracks()) {
        track.removeEventListener("ended", onEnd);
        track.stop();
      }
      void context.close();
    },
  };
}
