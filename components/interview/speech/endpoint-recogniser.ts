import { type Capture, listen, openMicrophone, openTabSound } from "@/components/interview/speech/capture";
import { createUtteranceFinder, type Utterance } from "@/components/interview/speech/find-utterances";
import type { Recogniser, RecogniserOptions } from "@/components/interview/speech/recogniser";
import { speechRate, toWav } from "@/components/interview/speech/wav";
import { transcribe } from "@/lib/interview/queries";
import type { Segment } from "@/lib/interview/schema";

type EndpointOptions = RecogniserOptions & {
  interviewId: string;
  /** The call's tab beside the microphone, so that it is known who spoke. */
  withTab: boolean;
};

const triesOfLast = 8;
const retryMs = 2000;

/**
 * Sends what is said to the server's recogniser, utterance by utterance. One that grows is heard anew as it grows, and
 * only the newest state of it; a complete one is sent until it arrives.
 */
export async function startEndpointRecogniser(options: EndpointOptions): Promise<Recogniser> {
  const { withTab, onProblem } = options;
  const captures: Capture[] = [];
  const stop = () => {
    for (const capture of captures.splice(0)) capture.stop();
  };
  try {
    // Asked for first: browsers allow it only right after a click.
    const tab = withTab ? await openTabSound() : null;
    if (withTab && !tab) onProblem("no_sound");
    if (tab) captures.push(await hear({ ...options, stream: tab, speaker: "candidate" }));
    const microphone = await openMicrophone();
    captures.push(await hear({ ...options, stream: microphone, speaker: tab ? "interviewer" : "room" }));
  } catch (error) {
    stop();
    throw error;
  }
  return { stop };
}

type Hear = EndpointOptions & { stream: MediaStream; speaker: Segment["speaker"] };

async function hear({ interviewId, stream, speaker, seconds, onHeard, onProblem }: Hear): Promise<Capture> {
  const ids = new Map<number, string>();
  const starts = new Map<number, number>();
  const busy = new Set<number>();
  const ended = new Set<number>();
  let said = "";

  async function send({ id, samples, isEnded }: Utterance) {
    if (isEnded) ended.add(id);
    // While an earlier state is under way, the next one says more.
    else if (busy.has(id) || ended.has(id)) return;
    const endSeconds = seconds();
    const startSeconds = starts.get(id) ?? Math.max(0, endSeconds - samples.length / speechRate);
    starts.set(id, startSeconds);
    busy.add(id);
    const text = await recognise(toWav(samples), isEnded ? triesOfLast : 1);
    busy.delete(id);
    if (text === null && isEnded) onProblem("unreachable");
    if (!text || (!isEnded && ended.has(id))) return;
    const key = ids.get(id) ?? crypto.randomUUID();
    ids.set(id, key);
    if (isEnded) said = `${said} ${text}`.slice(-400);
    onHeard({ id: key, speaker, text, startSeconds, endSeconds, source: "endpoint", isComplete: isEnded });
  }

  async function recognise(audio: Blob, tries: number): Promise<string | null> {
    for (let left = tries; left > 0; left -= 1) {
      const answer = await transcribe(interviewId, audio, said.trim()).catch(() => null);
      if (answer) return answer.text;
      if (left > 1) await new Promise((resolve) => setTimeout(resolve, retryMs));
    }
    return null;
  }

  const finder = createUtteranceFinder({ onUtterance: (utterance) => void send(utterance) });
  const capture = await listen({ stream, onSamples: finder.add, onEnd: () => onProblem("ended") });
  return {
    stop() {
      capture.stop();
      finder.stop();
    },
  };
}
