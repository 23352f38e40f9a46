import { expect, test } from "vitest";
import { collectFiles, withoutClutter } from "./collect-files";

type Entry = { name: string; inside?: Entry[] };

/** What a browser hands over for a drop; a folder gives its entries in portions. */
function entry({ name, inside }: Entry): unknown {
  if (!inside)
    return { isFile: true, isDirectory: false, file: (done: (file: File) => void) => done(new File([], name)) };
  const portions = [inside.slice(0, 100), inside.slice(100), []];
  const createReader = () => ({
    readEntries: (done: (some: unknown[]) => void) => done(portions.shift()?.map(entry) ?? []),
  });
  return { isFile: false, isDirectory: true, createReader };
}

function transfer(entries: Entry[]) {
  return {
    items: entries.map((dropped) => ({ webkitGetAsEntry: () => entry(dropped) })),
    files: entries.map(({ name }) => new File([], name)),
  } as unknown as DataTransfer;
}

const names = (files: File[]) => files.map(({ name }) => name);

test("files of dropped folders come too, however deep and many", async () => {
  const many = Array.from({ length: 150 }, (_, index) => ({ name: `${index}.pdf` }));
  const drop = transfer([
    { name: "a.pdf" },
    { name: "folder", inside: [{ name: "inner", inside: many }, { name: "b.txt" }] },
  ]);
  const files = await collectFiles(drop);
  expect(files).toHaveLength(152);
  expect(names(files)).toEqual(expect.arrayContaining(["a.pdf", "0.pdf", "149.pdf", "b.txt"]));
});

test("a folder that never ends is left at some depth", async () => {
  const bottomless: Entry = { name: "loop", inside: [{ name: "in.txt" }] };
  bottomless.inside?.push(bottomless);
  expect((await collectFiles(transfer([bottomless]))).length).toBeLessThan(30);
});

test("plain files are taken as they are; what nobody means to send is left out", async () => {
  expect(names(await collectFiles(transfer([{ name: "a.pdf" }])))).toEqual(["a.pdf"]);
  const left = ["cv.pdf", ".DS_Store", "~$cv.docx", "Thumbs.db", "Desktop.ini", "~cv.txt"].map(
    (name) => new File([], name),
  );
  expect(names(withoutClutter(left))).toEqual(["cv.pdf", "~cv.txt"]);
});
