/** A stretch of speech: begun, growing, or ended by a pause. */
export type Utterance = {
  id: number;
  /** Samples since the listening began. */
  startSample: number;
  samples: Float32Array;
  isEnded: boolean;
};

type Options = {
  /** Called as an utterance grows, and once when it has ended. */
  onUtterance: (utterance: Utterance) => void;
};

const frame = 320;
/** Ends an utterance: longer than the pause between two words. */
const pauseFrames = 30;
const leadFrames = 15;
/** What is said without a pause is cut here, with the last part said again in the next piece. */
const longestFrames = 750;
const overlapFrames = 25;
/** A growing utterance is heard anew this often. */
const partialFrames = 40;
const shortestFrames = 10;

/**
 * Cuts sound at 16 kHz into utterances by its loudness, frame by frame of 20 ms: speech is what stands out from the
 * noise of the room, as it is learned while nobody speaks.
 */
export function createUtteranceFinder({ onUtterance }: Options) {
  let rest = new Float32Array(0);
  let frames: Float32Array[] = [];
  let noise = 0.004;
  let quiet = 0;
  let loud = 0;
  let isSpeaking = false;
  let count = 0;
  let position = 0;

  function emit(isEnded: boolean) {
    const samples = join(frames);
    onUtterance({ id: count, startSample: position - samples.length, samples, isEnded });
  }

  function end() {
    if (loud >= shortestFrames) emit(true);
    count += 1;
    isSpeaking = false;
    frames = [];
    loud = 0;
    quiet = 0;
  }

  function hear(samples: Float32Array) {
    position += frame;
    const level = loudness(samples);
    const isLoud = level > Math.max(noise * 3, 0.008);
    if (!isLoud) noise = noise * 0.95 + level * 0.05;
    frames.push(samples);
    if (!isSpeaking) {
      if (!isLoud) {
        loud = 0;
        frames = frames.slice(-leadFrames);
        return;
      }
      loud += 1;
      if (loud < 3) return;
      isSpeaking = true;
    }
    loud += isLoud ? 1 : 0;
    quiet = isLoud ? 0 : quiet + 1;
    if (quiet >= pauseFrames) return end();
    if (frames.length >= longestFrames) {
      const overlap = frames.slice(-overlapFrames);
      end();
      isSpeaking = true;
      frames = overlap;
      loud = 1;
      return;
    }
    if (frames.length % partialFrames === 0 && loud >= shortestFrames) emit(false);
  }

  return {
    /** Samples at 16 kHz, however many. */
    add(samples: Float32Array) {
      const all = join([rest, samples]);
      let at = 0;
      for (; at + frame <= all.length; at += frame) hear(all.slice(at, at + frame));
      rest = all.slice(at);
    },
    /** What is being said when listening stops counts too. */
    stop() {
      if (isSpeaking) end();
    },
  };
}

function loudness(samples: Float32Array): number {
  let sum = 0;
  for (const sample of samples) sum += sample * sample;
  return Math.sqrt(sum / samples.length);
}

function join(parts: readonly Float32Array[]): Float32Array<ArrayBuffer> {
  const all = new Float32Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
