import { once } from "node:events";
import { expect, test } from "vitest";
import type { Viewer } from "@/lib/auth/viewer";
import { whileSignedIn } from "@/lib/auth/watch-session";
import { scopedDb } from "@/lib/db";
import { makeRecruiter } from "@/lib/testing/factories";
import { useWorkspace } from "@/lib/testing/workspace";

useWorkspace();

/** Work that goes on until it is told to end. */
function goOn(viewer: Viewer) {
  const caller = new AbortController();
  const work = async (signal: AbortSignal) => {
    await once(signal, "abort");
    throw signal.reason;
  };
  const state = { outcome: "goes on" };
  const done = whileSignedIn({ viewer, signal: caller.signal, work }).catch((error: Error) => {
    state.outcome = error.message;
  });
  return { state, done, leave: () => caller.abort(new Error("left")) };
}

async function withSession(viewer: Viewer): Promise<Viewer> {
  const { organisationId, userId } = viewer;
  const { id } = await scopedDb(organisationId).userSession.create({ data: { organisationId, userId } });
  return { ...viewer, sessionId: id };
}

test("of many that go on together, those end whose session, account or role does", async () => {
  const first = await withSession(await makeRecruiter());
  const second = await withSession({ ...first });
  const [disabled, changed, other] = [
    await makeRecruiter({ colleague: first }),
    await makeRecruiter({ colleague: first }),
    await makeRecruiter(),
  ];
  const streams = [first, first, second, disabled, changed, other].map(goOn);
  const outcomes = () => streams.map(({ state }) => state.outcome);
  const db = scopedDb(first.organisationId);
  await new Promise((resolve) => setTimeout(resolve, 1500));
  expect(outcomes()).toEqual(streams.map(() => "goes on"));

  await db.userSession.updateMany({ where: { id: first.sessionId }, data: { endedAt: new Date() } });
  await db.user.updateMany({ where: { id: disabled.userId }, data: { disabledAt: new Date() } });
  await db.user.updateMany({ where: { id: changed.userId }, data: { role: "interviewer" } });
  await expect
    .poll(outcomes, { timeout: 10_000 })
    .toEqual(["unauthorized", "unauthorized", "goes on", "unauthorized", "unauthorized", "goes on"]);

  for (const { leave } of streams) leave();
  await Promise.all(streams.map(({ done }) => done));
  expect(outcomes()).toEqual(["unauthorized", "unauthorized", "left", "unauthorized", "unauthorized", "left"]);
});
