import { useCallback, useEffect, useRef, useState } from "react";

/** What this browser can record, the smallest to send first. */
const types = ["video/webm;codecs=vp9,opus", "video/webm;codecs=vp8,opus", "video/webm", "video/mp4"];
const bitsPerSecond = { videoBitsPerSecond: 600_000, audioBitsPerSecond: 48_000 };
const sliceMs = 1000;

type Recording = { blob: Blob; seconds: number };

/** Records one answer until it is stopped or its time is over. */
export function useRecorder(stream: MediaStream | null, mostSeconds: number) {
  const [seconds, setSeconds] = useState<number | null>(null);
  /** Asked to stop: what the browser still has to encode comes yet. */
  const [isStopping, setStopping] = useState(false);
  const [recording, setRecording] = useState<Recording | null>(null);
  const recorder = useRef<MediaRecorder | null>(null);
  const startedAt = useRef(0);

  function start() {
    if (!stream) return;
    const mimeType = types.find((type) => MediaRecorder.isTypeSupported(type));
    const made = new MediaRecorder(stream, { ...(mimeType && { mimeType }), ...bitsPerSecond });
    const parts: Blob[] = [];
    made.ondataavailable = ({ data }) => {
      if (data.size > 0) parts.push(data);
    };
    made.onstop = () => {
      const blob = new Blob(parts, { type: made.mimeType });
      setRecording({ blob, seconds: (performance.now() - startedAt.current) / 1000 });
      setSeconds(null);
      setStopping(false);
    };
    recorder.current = made;
    startedAt.current = performance.now();
    setRecording(null);
    setSeconds(0);
    made.start(sliceMs);
  }

  const stop = useCallback(() => {
    if (recorder.current?.state !== "recording") return;
    setStopping(true);
    recorder.current.stop();
  }, []);

  const isRecording = seconds !== null;
  useEffect(() => {
    if (!isRecording || isStopping) return;
    const timer = setInterval(() => {
      const past = (performance.now() - startedAt.current) / 1000;
      setSeconds(past);
      if (past >= mostSeconds) stop();
    }, 250);
    return () => clearInterval(timer);
  }, [isRecording, isStopping, mostSeconds, stop]);

  return { start, stop, seconds, isRecording, isStopping, recording, clear: () => setRecording(null) };
}
