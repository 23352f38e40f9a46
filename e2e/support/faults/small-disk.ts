import { execFile } from "node:child_process";
import { mkdir, open, rename, rm, truncate, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";

const run = promisify(execFile);
const yes = () => true;
const no = () => false;
const megabytes = 24;

export type SmallDisk = {
  /** Whether it is a disk of its own. Without the right to mount one it is a plain folder that can only break. */
  isReal: boolean;
  fill: () => Promise<void>;
  /** Writes fail. */
  break: () => Promise<void>;
  /** Writes wait. */
  freeze: () => Promise<void>;
  mend: () => Promise<void>;
  remove: () => Promise<void>;
};

/** Makes `folder` a file system of a few megabytes that can be full, broken or frozen, as a disk can. */
export async function makeSmallDisk(folder: string): Promise<SmallDisk> {
  const image = `${folder}.img`;
  await mkdir(folder, { recursive: true });
  const isReal = await mount(image, folder).then(yes, no);
  const aside = `${folder}.aside`;
  const filler = join(folder, "filler.part");
  let isMended = async () => {};
  const mend = async () => {
    await isMended();
    isMended = async () => {};
  };
  const breakFolder = async () => {
    await rename(folder, aside);
    await writeFile(folder, "");
    isMended = async () => {
      await rm(folder);
      await rename(aside, folder);
    };
  };
  return {
    isReal,
    mend,
    fill: async () => {
      if (!isReal) return breakFolder();
      const file = await open(filler, "w");
      // Until nothing fits any more, not even a small file.
      for (const size of [1_000_000, 4096, 1]) {
        try {
          for (;;) await file.write(Buffer.alloc(size, 1));
        } catch (error) {
          if (!(error instanceof Error && "code" in error && error.code === "ENOSPC")) throw error;
        }
      }
      await file.close();
      isMended = () => rm(filler);
    },
    break: async () => {
      if (!isReal) return breakFolder();
      isMended = () => remount("rw");
      // While a file is being written it cannot be made read-only.
      for (let attempt = 0; attempt < 100; attempt += 1) {
        if (await remount("ro").then(yes, no)) return;
        await sleep(5);
      }
    },
    freeze: async () => {
      if (!isReal) return breakFolder();
      await run("fsfreeze", ["-f", folder]);
      isMended = async () => void (await run("fsfreeze", ["-u", folder]));
    },
    remove: async () => {
      await mend().catch(() => undefined);
      if (isReal) await run("umount", ["-l", folder]).catch(() => undefined);
      await rm(image, { force: true });
    },
  };

  async function remount(how: "ro" | "rw") {
    await run("mount", ["-o", `remount,${how}`, folder]);
  }
}

async function mount(image: string, folder: string) {
  await writeFile(image, "");
  await truncate(image, megabytes * 2 ** 20);
  await run("mkfs.ext4", ["-q", "-F", "-m", "0", "-O", "^has_journal", "-N", "8192", image]);
  await run("mount", ["-o", "loop", image, folder]);
}
