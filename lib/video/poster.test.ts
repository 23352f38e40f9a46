import { expect, test } from "vitest";
import { storage } from "@/lib/storage/storage";
import { removeAbandonedFiles } from "@/lib/testing/abandoned-files";
import { makeRecruiter } from "@/lib/testing/factories";
import { useWorkspace } from "@/lib/testing/workspace";
import { deleteVideo } from "./change-video";
import { listVideos } from "./list-videos";
import { openPoster, savePoster } from "./poster";
import { largestPosterBytes } from "./poster-limits";
import { addVideo, receiveVideo } from "./store-video";

useWorkspace();

const picture = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3]);

test("a recording has a picture for who may see it, of a JPEG's bytes and size, and it goes with the recording", async () => {
  const [viewer, stranger] = await Promise.all([makeRecruiter(), makeRecruiter()]);
  const chunks = (async function* () {
    yield Buffer.from("RIFF\x24\0\0\0WAVEfmt made up".padEnd(80, "\0"), "latin1");
  })();
  const received = await receiveVideo(viewer, chunks);
  const names = { fileName: "a.wav", declaredType: "audio/wav", candidateName: "Jane", positionApplied: "Engineer" };
  const { id: videoId } = await addVideo({ viewer, received, ...names });
  await expect(openPoster({ videoId, viewer })).rejects.toMatchObject({ code: "not_found" });
  expect(await listVideos(viewer)).toMatchObject([{ hasPoster: false }]);

  const page = Buffer.from("<svg onload='alert(1)'>");
  await expect(savePoster({ videoId, bytes: page, viewer })).rejects.toMatchObject({ code: "unsupported_type" });
  const large = Buffer.concat([picture, Buffer.alloc(largestPosterBytes)]);
  await expect(savePoster({ videoId, bytes: large, viewer })).rejects.toMatchObject({ code: "too_large" });
  await expect(savePoster({ videoId, bytes: picture, viewer: stranger })).rejects.toMatchObject({ code: "not_found" });
  expect(await listVideos(viewer)).toMatchObject([{ hasPoster: false }]);

  await savePoster({ videoId, bytes: picture, viewer });
  expect(await listVideos(viewer)).toMatchObject([{ hasPoster: true }]);
  expect(Buffer.from(await openPoster({ videoId, viewer })).equals(picture)).toBe(true);
  await expect(openPoster({ videoId, viewer: stranger })).rejects.toMatchObject({ code: "not_found" });
  await deleteVideo({ videoId, viewer });
  await removeAbandonedFiles();
  const left: string[] = [];
  for await (const { key } of storage().list(`videos/${viewer.organisationId}`)) left.push(key);
  expect(left).toEqual([]);
});
