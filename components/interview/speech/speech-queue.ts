import { openOutbox, type Whose } from "@/components/interview/outbox";
import type { Heard } from "@/components/interview/speech/recogniser";
import { withoutOverlap } from "@/components/interview/speech/without-overlap";
import { ApiError } from "@/lib/api/call-api";
import { transcribe } from "@/lib/interview/queries";

/** Something said to its end, waiting to be recognised. */
export type Spoken = Omit<Heard, "text" | "source"> & {
  audio: Blob;
  /** Whether it says again what the one before of the same speaker ended with. */
  isContinued: boolean;
};

type SpeechQueueOptions = Whose & {
  /** Done when the words are kept: until then their sound is. */
  onHeard: (heard: Heard) => Promise<void>;
  /** Whenever it grows or shrinks, and whether the server answers. */
  onChange: (state: SpeechQueueState) => void;
};
export type SpeechQueueState = { waiting: number; isUnreachable: boolean };

const retryMs = 2000;

export function openSpeechOutbox(whose: Whose) {
  return openOutbox<Spoken>({ ...whose, database: "hireglass-speech", idOf: ({ id }) => id, editOf: () => 0 });
}

/**
 * Speech on its way to the recogniser, one piece after the other in the order it was said. It is kept in the browser
 * until it is recognised: a lost connection or a closed tab delays words and loses none.
 */
export function createSpeechQueue({ interviewId, userId, onHeard, onChange }: SpeechQueueOptions) {
  const outbox = openSpeechOutbox({ interviewId, userId });
  const waiting: Spoken[] = [];
  const last = new Map<Heard["speaker"], string>();
  let said = "";
  let isBusy = false;
  let isUnreachable = false;
  let isStopped = true;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tell = () => onChange({ waiting: waiting.length, isUnreachable });

  async function work() {
    clearTimeout(timer);
    const [first] = waiting;
    if (!first || isBusy || isStopped) return;
    isBusy = true;
    const { audio, isContinued, ...place } = first;
    const heard = await recognise(audio, place.id);
    const before = isContinued ? (last.get(place.speaker) ?? "") : "";
    const text = heard && withoutOverlap(before, heard);
    isUnreachable = text === null;
    if (text !== null && waiting[0] === first) {
      last.set(place.speaker, heard ?? "");
      said = `${said} ${text}`.slice(-400);
      // Nothing new in it: what was shown of it while it grew is taken back.
      if (heard) await onHeard({ ...place, text, source: "endpoint" });
      await outbox.forget([first]);
      if (waiting[0] === first) waiting.shift();
    }
    isBusy = false;
    tell();
    if (waiting.length > 0) timer = setTimeout(() => void work(), text === null ? retryMs : 0);
  }

  /** Null where it is worth trying again. */
  async function recognise(audio: Blob, segmentId: string): Promise<string | null> {
    try {
      return (await transcribe(interviewId, audio, { context: said.trim(), segmentId })).text;
    } catch (error) {
      const isFinal = error instanceof ApiError && ["bad_request", "too_large", "not_found"].includes(error.code);
      return isFinal ? "" : null;
    }
  }

  const goOn = () => void work();

  return {
    /** Takes up what an earlier page left behind. */
    start() {
      isStopped = false;
      addEventListener("online", goOn);
      void outbox.load().then((kept) => {
        const isNew = ({ id }: Spoken) => !waiting.some((one) => one.id === id);
        waiting.unshift(
          ...kept.filter(isNew).map(({ id, turnId, speaker, startSeconds, endSeconds, audio, isContinued }) => {
            return { id, turnId, speaker, startSeconds, endSeconds, audio, isContinued };
          }),
        );
        tell();
        goOn();
      });
      return () => {
        isStopped = true;
        clearTimeout(timer);
        removeEventListener("online", goOn);
      };
    },
    add(spoken: Spoken) {
      waiting.push(spoken);
      void outbox.keep(spoken);
      tell();
      goOn();
    },
    /** What was said last, which tells the recogniser names and terms. */
    context: () => said.trim(),
    /** Waits until all is recognised; false when something is left after `longestMs`. */
    async drain(longestMs: number): Promise<boolean> {
      for (const end = Date.now() + longestMs; waiting.length > 0 && Date.now() < end; ) {
        if (!isBusy) goOn();
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
      return waiting.length === 0;
    },
    /** Gives up what was not recognised. */
    async clear() {
      await outbox.forget(waiting.splice(0));
      tell();
    },
  };
}
export type SpeechQueue = ReturnType<typeof createSpeechQueue>;
