/*
 * A small speech synthesiser for tests: letters become sounds, sounds a voice through three formants. It is made to be
 * heard by machines that look for speech, not to be understood. Formants of vowels after Peterson and Barney,
 * "Control Methods Used in a Study of the Vowels", JASA 24 (1952), means of men; the resonator is Klatt's, "Software for a
 * cascade/parallel formant synthesizer", JASA 67 (1980), equation 2.
 */

/** Samples per second of what is spoken. */
export const voiceRate = 16_000;

type Sound = {
  /** Frequencies of the formants, Hz. */
  formants: [number, number, number];
  milliseconds: number;
  voice: number;
  noise: number;
};

const vowel = (formants: Sound["formants"], milliseconds: number): Sound => {
  return { formants, milliseconds, voice: 1, noise: 0 };
};
const hiss = (formants: Sound["formants"], voice = 0): Sound => ({ formants, milliseconds: 90, voice, noise: 0.5 });
const burst = (formants: Sound["formants"]): Sound => ({ formants, milliseconds: 25, voice: 0.1, noise: 0.6 });
const hum = (formants: Sound["formants"]): Sound => ({ formants, milliseconds: 65, voice: 0.5, noise: 0 });

const sounds: Record<string, Sound> = {
  ...{ ee: vowel([270, 2290, 3010], 150), ea: vowel([270, 2290, 3010], 140), oo: vowel([300, 870, 2240], 150) },
  ...{ ou: vowel([570, 840, 2410], 150), ai: vowel([530, 1840, 2480], 150), er: vowel([490, 1350, 1690], 140) },
  ...{ a: vowel([660, 1720, 2410], 110), e: vowel([530, 1840, 2480], 90), i: vowel([390, 1990, 2550], 85) },
  ...{ o: vowel([730, 1090, 2440], 110), u: vowel([640, 1190, 2390], 95), y: vowel([390, 1990, 2550], 80) },
  ...{ sh: hiss([1800, 2600, 3800]), ch: hiss([1700, 2500, 3600]), th: hiss([1400, 2600, 4200]) },
  ...{ s: hiss([3500, 4600, 6200]), z: hiss([3500, 4600, 6200], 0.4), f: hiss([1200, 3400, 5600]) },
  ...{ v: hiss([1100, 2200, 3400], 0.5), h: hiss([700, 1500, 2500]), j: hiss([1700, 2500, 3400], 0.4) },
  ...{ m: hum([250, 1000, 2200]), n: hum([250, 1500, 2500]), l: hum([360, 1300, 2700]), r: hum([310, 1060, 1380]) },
  ...{ w: hum([290, 610, 2150]), p: burst([400, 800, 2200]), b: burst([350, 800, 2200]), t: burst([400, 1700, 3600]) },
  ...{ d: burst([350, 1700, 2700]), k: burst([350, 1900, 2400]), c: burst([350, 1900, 2400]) },
  ...{ g: burst([300, 1900, 2400]), q: burst([350, 1900, 2400]), x: hiss([3000, 4200, 5600]) },
};
const gap: Sound = { formants: [500, 1500, 2500], milliseconds: 30, voice: 0, noise: 0 };
const bandwidths = [90, 110, 170];

export type SpokenWord = { word: string; start: number; end: number };

/** One sentence as samples from -1 to 1, with where its words stand in it, in seconds. */
export function speak(sentence: string): { samples: Float32Array; words: SpokenWord[] } {
  const parts: Float32Array[] = [];
  const words: SpokenWord[] = [];
  const voice = createVoice();
  let length = 0;
  const add = (sound: Sound, progress: number) => {
    const samples = voice(sound, progress);
    parts.push(samples);
    length += samples.length;
  };
  const said = sentence.split(/\s+/).filter(Boolean);
  for (const [index, word] of said.entries()) {
    const start = length;
    for (const sound of soundsOf(word)) add(sound, index / said.length);
    words.push({ word, start: start / voiceRate, end: length / voiceRate });
    add(gap, index / said.length);
  }
  const samples = new Float32Array(length);
  let at = 0;
  for (const part of parts) {
    samples.set(part, at);
    at += part.length;
  }
  return { samples, words };
}

const digits = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];

function soundsOf(word: string): Sound[] {
  const letters = word
    .toLowerCase()
    .replace(/\d/g, (digit) => digits[Number(digit)] ?? "")
    .replace(/[^a-z]/g, "");
  return (letters.match(/ee|ea|oo|ou|ai|er|sh|ch|th|[a-z]/g) ?? []).map((letter) => sounds[letter] ?? gap);
}

/** Goes on from sound to sound as a throat does: its resonators keep ringing. */
function createVoice() {
  const resonators = bandwidths.map(() => ({ before: 0, last: 0 }));
  let phase = 0;
  let seed = 1;
  const noise = () => {
    seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31;
    return seed / 2 ** 30 - 1;
  };
  return (sound: Sound, progress: number): Float32Array => {
    const samples = new Float32Array(Math.round((sound.milliseconds / 1000) * voiceRate));
    // The pitch falls towards the end of a sentence.
    const pitch = 135 - 40 * progress;
    const filters = sound.formants.map((frequency, index) => resonatorOf(frequency, bandwidths[index] ?? 100));
    const edge = Math.min(80, samples.length / 4);
    for (let index = 0; index < samples.length; index += 1) {
      phase = (phase + pitch / voiceRate) % 1;
      let value = sound.voice * (1 - 2 * phase) * 0.6 + sound.noise * noise() * 0.5;
      for (const [place, { a, b, c }] of filters.entries()) {
        const memory = resonators[place];
        if (!memory) continue;
        value = a * value + b * memory.last + c * memory.before;
        memory.before = memory.last;
        memory.last = value;
      }
      const shape = Math.min(1, index / edge, (samples.length - index) / edge);
      samples[index] = Math.max(-1, Math.min(1, value * shape * 0.25));
    }
    return samples;
  };
}

function resonatorOf(frequency: number, bandwidth: number) {
  const c = -Math.exp((-2 * Math.PI * bandwidth) / voiceRate);
  const b = 2 * Math.exp((-Math.PI * bandwidth) / voiceRate) * Math.cos((2 * Math.PI * frequency) / voiceRate);
  return { a: 1 - b - c, b, c };
}
