import { findMissingFiles, findOrphans, removeOrphans } from "@/lib/storage/sweep";

type Options = { remove?: boolean; "older-than"?: string };

/** Exit code 1 when a row's file is missing: that is a loss, where a file without a row is only a leaving. */
export async function checkFiles({ remove = false, "older-than": hours = "24" }: Options): Promise<number> {
  const before = new Date(Date.now() - Number(hours) * 3_600_000);
  if (Number.isNaN(before.getTime())) throw new Error("--older-than takes a number of hours");
  if (remove) console.log(`Files without a row, older than ${hours} h: ${await removeOrphans(before)}, removed.`);
  else console.log(`Files without a row, older than ${hours} h: ${await count(findOrphans(before))}.`);
  let missing = 0;
  for await (const { table, id } of findMissingFiles()) {
    missing += 1;
    console.log(`The file of ${table} ${id} is missing.`);
  }
  console.log(`Rows without their file: ${missing}.`);
  return missing > 0 ? 1 : 0;
}

async function count(found: AsyncIterable<unknown>) {
  let counted = 0;
  for await (const _ of found) counted += 1;
  return counted;
}
