import { useCallback, useEffect, useRef, useState } from "react";

export type CameraProblem = "refused" | "missing" | "busy" | "unsupported";

/** Camera and microphone while the page needs them. */
export function useCamera() {
  const [stream, setStream] = useState<MediaStream | null>(null);
  const [problem, setProblem] = useState<CameraProblem | null>(null);
  const [level, setLevel] = useState(0);
  const current = useRef<MediaStream | null>(null);

  const open = useCallback(async () => {
    if (!navigator.mediaDevices?.getUserMedia || typeof MediaRecorder === "undefined") return setProblem("unsupported");
    try {
      const opened = await navigator.mediaDevices.getUserMedia({
        video: { facingMode: "user", width: { ideal: 640 }, height: { ideal: 480 } },
        audio: { echoCancellation: true, noiseSuppression: true },
      });
      current.current = opened;
      setStream(opened);
      setProblem(null);
    } catch (error) {
      const name = error instanceof DOMException ? error.name : "";
      setProblem(name === "NotAllowedError" ? "refused" : name === "NotReadableError" ? "busy" : "missing");
    }
  }, []);

  const close = useCallback(() => {
    for (const track of current.current?.getTracks() ?? []) track.stop();
    current.current = null;
    setStream(null);
  }, []);

  useEffect(() => close, [close]);

  useEffect(() => {
    if (!stream) return;
    const sound = new AudioContext();
    const analyser = sound.createAnalyser();
    sound.createMediaStreamSource(stream).connect(analyser);
    const samples = new Float32Array(analyser.fftSize);
    const timer = setInterval(() => {
      analyser.getFloatTimeDomainData(samples);
      setLevel(Math.min(1, 4 * Math.sqrt(samples.reduce((sum, value) => sum + value * value, 0) / samples.length)));
    }, 150);
    return () => {
      clearInterval(timer);
      void sound.close();
    };
  }, [stream]);

  return { stream, problem, level, open, close };
}
