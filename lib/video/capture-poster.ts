import { largestPosterBytes, posterType } from "./poster-limits";

const widest = 480;
const patienceMs = 5000;
/** The very first picture is often black. */
const share = 0.1;
const latestSeconds = 3;

/** A picture out of a recording that this browser can play; null for sound alone, and for whatever it cannot read. */
export async function capturePoster(recording: Blob): Promise<Blob | null> {
  const url = URL.createObjectURL(recording);
  const video = document.createElement("video");
  Object.assign(video, { muted: true, playsInline: true, preload: "auto" });
  try {
    const isLoaded = happens(video, "loadeddata");
    video.src = url;
    if (!(await isLoaded) || video.videoWidth === 0) return null;
    // A recorder in a browser leaves the duration out.
    const at = Number.isFinite(video.duration) ? Math.min(latestSeconds, video.duration * share) : 0;
    if (at > 0) {
      const isThere = happens(video, "seeked");
      video.currentTime = at;
      await isThere;
    }
    return await drawPoster(video);
  } catch {
    return null;
  } finally {
    video.removeAttribute("src");
    video.load();
    URL.revokeObjectURL(url);
  }
}

/** What a player shows just now. */
export async function drawPoster(video: HTMLVideoElement): Promise<Blob | null> {
  const scale = Math.min(1, widest / video.videoWidth);
  const canvas = document.createElement("canvas");
  canvas.width = Math.max(1, Math.round(video.videoWidth * scale));
  canvas.height = Math.max(1, Math.round(video.videoHeight * scale));
  canvas.getContext("2d")?.drawImage(video, 0, 0, canvas.width, canvas.height);
  const picture = await new Promise<Blob | null>((done) => canvas.toBlob(done, posterType, 0.8));
  return picture && picture.size <= largestPosterBytes ? picture : null;
}

function happens(video: HTMLVideoElement, event: "loadeddata" | "seeked"): Promise<boolean> {
  return new Promise((done) => {
    video.addEventListener(event, () => done(true), { once: true });
    video.addEventListener("error", () => done(false), { once: true });
    setTimeout(() => done(false), patienceMs);
  });
}

export async function toBase64(picture: Blob | null): Promise<string | null> {
  if (!picture) return null;
  const bytes = new Uint8Array(await picture.arrayBuffer());
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
}
