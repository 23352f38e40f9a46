/** A stretch of speech: begun, growing, or ended by a pause. */
export type Utterance = {
  id: number;
  /** Samples since the listening began. */
  startSample: number;
  samples: Float32Array;
  isEnded: boolean;
  /** Whether it goes on without a pause from the one before, whose end it says again. */
  isContinued: boolean;
};

type Frame = { samples: Float32Array; level: number };

type Options = {
  /** Called as an utterance grows, and once when it has ended. */
  onUtterance: (utterance: Utterance) => void;
};

const frame = 320;
/** Ends an utterance: longer than the pause between two words. */
const pauseFrames = 30;
const leadFrames = 15;
/** What is said without a pause is cut at the quietest moment of the last of these, and said again from a little before. */
const longestFrames = 750;
const cutFrames = 150;
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
  let frames: Frame[] = [];
  let noise = 0.004;
  let quiet = 0;
  let loud = 0;
  let isSpeaking = false;
  let isContinued = false;
  let count = 0;
  let position = 0;

  function emit(isEnded: boolean, length = frames.length) {
    const samples = join(frames.slice(0, length).map((one) => one.samples));
    onUtterance({ id: count, startSample: position - frames.length * frame, samples, isEnded, isContinued });
  }

  function end() {
    if (loud >= shortestFrames) emit(true);
    count += 1;
    isSpeaking = false;
    isContinued = false;
    frames = [];
    loud = 0;
    quiet = 0;
  }

  function cut() {
    const place = quietestOf(frames);
    emit(true, place);
    count += 1;
    isContinued = true;
    // What is left was said, however short it is.
    loud = shortestFrames;
    frames = frames.slice(place - overlapFrames);
  }

  function hear(samples: Float32Array) {
    position += frame;
    const level = loudness(samples);
    const isLoud = level > Math.max(noise * 3, 0.008);
    if (!isLoud) noise = noise * 0.95 + level * 0.05;
    frames.push({ samples, level });
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
    if (frames.length >= longestFrames) return cut();
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

/** A place between two words, most likely: where three frames together are least loud. */
function quietestOf(frames: readonly Frame[]): number {
  const around = (place: number) => frames.slice(place - 1, place + 2).reduce((sum, { level }) => sum + level, 0);
  let quietest = frames.length - 2;
  for (let place = quietest; place > frames.length - cutFrames; place -= 1)
    if (around(place) < around(quietest)) quietest = place;
  return quietest;
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
