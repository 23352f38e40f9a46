import { join } from "node:path";
import { startTranscriptionServer } from "../lib/testing/transcription-server";
import { chooseBrowser } from "./browser";
import { makeDataDir, makeFolder, makePrepared, startApp } from "./support/app";

/** One real server for all specs, and the choice of a browser. Specs that kill servers start their own. */
export default async function setUp() {
  const folder = await makeFolder("hireglass-browser-");
  const browser = await chooseBrowser(folder.folder);
  process.env.E2E_BROWSER = JSON.stringify(browser);
  const prepared = await makePrepared();
  process.env.E2E_PREPARED = prepared.folder;
  const { dataDir, remove } = await makeDataDir();
  // Longer speech says more; what it says is what a candidate could.
  const transcription = await startTranscriptionServer(({ seconds }) => ({
    text: seconds < 2.6 ? "I worked on the order system." : "We used Kafka, and I cut the time from 800 ms to 120 ms.",
  }));
  try {
    const app = await startApp({
      dataDir,
      env: {
        ...{ ADMIN_EMAIL: "first@example.com", ADMIN_PASSWORD: "first-password-1" },
        // What the compatible addresses are tried out with.
        ...{ DEV_TOOLS: "1", CORS_ORIGINS: "https://client.example" },
        TRANSCRIPTION_BASE_URL: transcription.baseUrl,
      },
    });
    process.env.E2E_URL = app.url;
    process.env.E2E_DATABASE_URL = app.databaseUrl;
    process.env.E2E_FILES = join(dataDir, "files");
    console.log(`Browser: ${browser.source}. Server: ${app.url}, ready after ${(app.readyMs / 1000).toFixed(1)} s.`);
    return async () => {
      await app.stop();
      // What the server called its own fault, whatever the tests made of it.
      const faults = app
        .output()
        .split("\n")
        .filter((line) => line.includes('"level":50'));
      if (faults.length > 0) console.log(`The server's errors:\n${faults.join("\n")}`);
      await Promise.all([remove(), prepared.remove(), folder.remove(), transcription.close()]);
    };
  } catch (error) {
    await Promise.all([remove(), prepared.remove(), folder.remove(), transcription.close()]);
    throw error;
  }
}
