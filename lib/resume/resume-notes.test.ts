import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { makeRecruiter, makeResume, makeViewer } from "@/lib/testing/factories";
import { useWorkspace } from "@/lib/testing/workspace";
import { listActivity } from "./list-activity";
import { addNote, deleteNote, listNotes } from "./resume-notes";

useWorkspace();

test("a colleague reads a note with its author; only the author deletes it, and that is on record", async () => {
  const author = await makeRecruiter();
  const colleague = await makeRecruiter({ colleague: author });
  const { id: resumeId } = await makeResume({ owner: author });
  const { id: noteId } = await addNote({ resumeId, text: "Call after Tuesday", viewer: author });

  const [note] = await listNotes({ resumeId, viewer: colleague });
  expect(note).toMatchObject({ text: "Call after Tuesday", author: author.name, isOwn: false });
  await expect(deleteNote({ resumeId, noteId, viewer: colleague })).rejects.toMatchObject({ code: "not_found" });
  await deleteNote({ resumeId, noteId, viewer: author });
  expect(await listNotes({ resumeId, viewer: author })).toEqual([]);
  const { activities } = await listActivity({ resumeId, viewer: colleague });
  expect(activities[0]).toMatchObject({ kind: "note_deleted", actor: author.name });
});

test("notes of a resume somebody cannot see are not there", async () => {
  const owner = await makeRecruiter();
  const { id: resumeId } = await makeResume({ owner });
  const manager = await makeViewer("hiring_manager", { colleague: owner });
  for (const viewer of [manager, await makeRecruiter()]) {
    await expect(listNotes({ resumeId, viewer })).rejects.toMatchObject({ code: "not_found" });
    await expect(addNote({ resumeId, text: "x", viewer })).rejects.toMatchObject({ code: "not_found" });
  }
  await expect(deleteNote({ resumeId, noteId: randomUUID(), viewer: owner })).rejects.toMatchObject({
    code: "not_found",
  });
});
