import type { Recogniser, RecogniserOptions } from "@/components/interview/speech/recogniser";

/** The part of the Web Speech API that is used; TypeScript's library has none of it. */
type SpeechResult = { 0: { transcript: string } };
type SpeechEvent = { resultIndex: number; results: { length: number; [index: number]: SpeechResult } };
type BrowserSpeech = {
  lang: string;
  continuous: boolean;
  interimResults: boolean;
  onresult: ((event: SpeechEvent) => void) | null;
  onerror: ((event: { error: string }) => void) | null;
  onend: (() => void) | null;
  start: () => void;
  stop: () => void;
};
type WithSpeech = { SpeechRecognition?: new () => BrowserSpeech; webkitSpeechRecognition?: new () => BrowserSpeech };

const findSpeech = () => {
  const { SpeechRecognition, webkitSpeechRecognition } = globalThis as WithSpeech;
  return SpeechRecognition ?? webkitSpeechRecognition;
};

export const hasBrowserSpeech = () => findSpeech() !== undefined;

type BrowserOptions = RecogniserOptions & { language: "zh" | "en" };

/** The browser's own recogniser, whose maker hears what is said. It tires after a while and is started anew. */
export function startBrowserRecogniser({ language, seconds, turnId, onHeard, onProblem }: BrowserOptions): Recogniser {
  const Speech = findSpeech();
  if (!Speech) {
    onProblem("unsupported");
    return { stop: () => undefined };
  }
  const speech = new Speech();
  let isStopped = false;
  let places: { id: string; turnId: string; startSeconds: number }[] = [];
  speech.lang = language === "zh" ? "zh-CN" : "en-US";
  speech.continuous = true;
  speech.interimResults = true;
  speech.onresult = ({ resultIndex, results }) => {
    for (let index = resultIndex; index < results.length; index += 1) {
      const result = results[index];
      if (!result) continue;
      const turn = turnId();
      if (turn) places[index] ??= { id: crypto.randomUUID(), turnId: turn, startSeconds: seconds() };
      const place = places[index];
      const text = result[0].transcript.trim();
      if (place && text) onHeard({ ...place, speaker: "room", source: "browser", endSeconds: seconds(), text });
    }
  };
  speech.onerror = ({ error }) => {
    if (error === "not-allowed" || error === "service-not-allowed") {
      isStopped = true;
      onProblem("denied");
    } else if (error === "network") onProblem("unreachable");
  };
  speech.onend = () => {
    places = [];
    if (!isStopped) speech.start();
  };
  speech.start();
  return {
    stop() {
      isStopped = true;
      speech.stop();
    },
  };
}
