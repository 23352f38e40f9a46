import { type Capture, listen, openMicrophone, openTabSound } from "@/components/interview/speech/capture";
import { createUtteranceFinder, type Utterance } from "@/components/interview/speech/find-utterances";
import type { Recogniser, RecogniserOptions } from "@/components/interview/speech/recogniser";
import type { SpeechQueue } from "@/components/interview/speech/speech-queue";
import { speechRate, toWav } from "@/components/interview/speech/wav";
import { transcribe } from "@/lib/interview/queries";
import type { Segment } from "@/lib/interview/schema";

type EndpointOptions = RecogniserOptions & {
  interviewId: string;
  /** The call's tab beside the microphone, so that it is known who spoke. */
  withTab: boolean;
  queue: SpeechQueue;
};

/**
 * Sends what is said to the server's recogniser, utterance by utterance. One that grows is heard anew as it grows, and
 * only the newest state of it; a complete one waits in the queue until it is recognised.
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
/** Where an utterance belongs, decided at its first sound. */
type Place = { id: string; turnId: string; startSeconds: number };

async function hear({ interviewId, stream, speaker, queue, seconds, turnId, ...on }: Hear): Promise<Capture> {
  const places = new Map<number, Place | null>();
  const busy = new Set<number>();
  const ended = new Set<number>();

  let latest: Place | null = null;

  function placeOf({ id, samples, isContinued }: Utterance): Place | null {
    const known = places.get(id);
    if (known !== undefined) return known;
    const turn = (isContinued && latest?.turnId) || turnId();
    const startSeconds = Math.max(0, seconds() - samples.length / speechRate);
    const place = turn === null ? null : { id: crypto.randomUUID(), turnId: turn, startSeconds };
    places.set(id, place);
    latest = place;
    return place;
  }

  async function hearUtterance(utterance: Utterance) {
    const { id, samples, isEnded, isContinued } = utterance;
    const place = placeOf(utterance);
    if (isEnded) {
      ended.add(id);
      places.delete(id);
      if (place) queue.add({ ...place, speaker, endSeconds: seconds(), audio: toWav(samples), isContinued });
      return;
    }
    // While an earlier state is under way, the next one says more.
    if (!place || busy.has(id)) return;
    busy.add(id);
    const endSeconds = seconds();
    const answer = await transcribe(interviewId, toWav(samples), { context: queue.context() }).catch(() => null);
    busy.delete(id);
    if (answer?.text && !ended.has(id))
      on.onHeard({ ...place, speaker, text: answer.text, endSeconds, source: "endpoint" });
  }

  const finder = createUtteranceFinder({ onUtterance: (utterance) => void hearUtterance(utterance) });
  const capture = await listen({ stream, onSamples: finder.add, onEnd: () => on.onProblem("ended") });
  return {
    stop() {
      capture.stop();
      finder.stop();
    },
  };
}
