import { randomUUID } from "node:crypto";
import { Secret, TOTP } from "otpauth";
import { expect, test, vi } from "vitest";
import type { Viewer } from "@/lib/auth/viewer";
import { scopedDb, systemDb } from "@/lib/db";
import { makeRecruiter, makeViewer } from "@/lib/testing/factories";
import { useWorkspace } from "@/lib/testing/workspace";
import { changePassword } from "@/lib/user/change-password";
import { createUser } from "@/lib/user/create-user";
import { acceptInvitation, createInvitation, listInvitations, revokeInvitation } from "@/lib/user/invitations";
import { resetPassword } from "@/lib/user/reset-password";
import { updateUser } from "@/lib/user/update-user";
import { assertGoodPassword } from "./password-policy";
import { beginSecondFactor, disableSecondFactor, enableSecondFactor, renewRecoveryCodes } from "./second-factor";
import { endSession, listSessions, revokeSessions, startSession } from "./sessions";
import { signIn } from "./sign-in";

useWorkspace();

const password = "correct horse battery";

/** Somebody before a browser, with a password. */
async function makePerson(role: "recruiter" | "admin" = "recruiter"): Promise<Viewer> {
  const viewer = await makeViewer(role);
  await resetPassword({ email: viewer.email, password });
  const started = await startSession({
    userId: viewer.userId,
    ip: "10.1.1.1",
    userAgent: "Chrome/140 Linux",
    replaces: null,
  });
  return { ...viewer, sessionId: started?.sessionId };
}

function codeOf(secret: string, at = Date.now()) {
  return new TOTP({ secret: Secret.fromBase32(secret), digits: 6, period: 30 }).generate({ timestamp: at });
}

async function withFactor() {
  const viewer = await makePerson();
  const { secret, svg } = await beginSecondFactor({ viewer });
  expect(svg).toContain("<svg");
  const codes = await enableSecondFactor({ viewer, code: codeOf(secret) });
  return { viewer, secret, codes, ip: `10.2.0.${Math.ceil(Math.random() * 250)}` };
}

test("a second factor is asked for after the password, and each code is taken once", async () => {
  const { viewer, secret, ip } = await withFactor();
  const { email, userId: id } = viewer;
  const kept = await systemDb().user.findUniqueOrThrow({ where: { id } });
  expect(kept.totpSecret).not.toContain(secret);
  expect(await signIn({ email, password: "wrong password", ip })).toEqual({ outcome: "wrong" });
  expect(await signIn({ email, password, ip })).toEqual({ outcome: "code_needed" });
  expect(await signIn({ email, password, code: "000000", ip })).toEqual({ outcome: "code_wrong" });
  // The code that turned it on is used; the next half minute's is not.
  const next = codeOf(secret, Date.now() + 30_000);
  expect(await signIn({ email, password, code: codeOf(secret), ip })).toEqual({ outcome: "code_wrong" });
  expect(await signIn({ email, password, code: next, ip })).toEqual({ outcome: "in", id });
  expect(await signIn({ email, password, code: next, ip })).toEqual({ outcome: "code_wrong" });
  expect(await signIn({ email, password: "wrong password", code: next, ip })).toEqual({ outcome: "wrong" });
});

test("a recovery code opens once, in whatever form it is typed; new ones replace the old", async () => {
  const { viewer, codes, ip } = await withFactor();
  const { email, userId: id } = viewer;
  expect(codes).toHaveLength(10);
  expect(JSON.stringify(await systemDb().recoveryCode.findMany())).not.toContain(codes[0]);
  const typed = codes[0]?.toUpperCase().replaceAll("-", " ");
  expect(await signIn({ email, password, code: typed, ip })).toEqual({ outcome: "in", id });
  expect(await signIn({ email, password, code: codes[0], ip })).toEqual({ outcome: "code_wrong" });
  await expect(renewRecoveryCodes({ viewer, password: "wrong password" })).rejects.toMatchObject({
    message: "password_wrong",
  });
  const fresh = await renewRecoveryCodes({ viewer, password });
  expect(await signIn({ email, password, code: codes[1], ip })).toEqual({ outcome: "code_wrong" });
  expect(await signIn({ email, password, code: fresh[1], ip })).toEqual({ outcome: "in", id });
});

test("twenty tries with one code at once: one gets in", async () => {
  const { viewer, codes } = await withFactor();
  const { email } = viewer;
  const tries = Array.from({ length: 20 }, (_, index) =>
    signIn({ email, password, code: codes[2], ip: `10.3.0.${index}` }),
  );
  const outcomes = (await Promise.all(tries)).map(({ outcome }) => outcome);
  expect(outcomes.filter((outcome) => outcome === "in")).toHaveLength(1);
});

test("it is turned off with the password, not where the role has to have one; an admin takes it off who lost it", async () => {
  const { viewer, ip } = await withFactor();
  const settings = { secondFactorRoles: ["recruiter"] };
  await systemDb().organisation.update({ where: { id: viewer.organisationId }, data: { settings } });
  await expect(disableSecondFactor({ viewer, password })).rejects.toMatchObject({ message: "second_factor_required" });
  const admin = await makeViewer("admin", { colleague: viewer });
  await updateUser({ userId: viewer.userId, viewer: admin, resetsSecondFactor: true });
  expect(await signIn({ email: viewer.email, password, ip })).toMatchObject({ outcome: "in" });
  const { sessionVersion } = await systemDb().user.findUniqueOrThrow({ where: { id: viewer.userId } });
  expect(sessionVersion).toBe(3);
  const actions = await scopedDb(viewer.organisationId).auditEvent.findMany({ select: { action: true } });
  expect(actions.map(({ action }) => action)).toEqual(
    expect.arrayContaining(["user.factor_enabled", "user.factor_disabled"]),
  );
  await expect(beginSecondFactor({ viewer: { ...viewer, sessionId: undefined } })).rejects.toMatchObject({
    message: "browser_needed",
  });
});

test("each sign-in begins a session of its own and ends the browser's one before; a new password ends the others", async () => {
  const viewer = await makePerson();
  const { userId } = viewer;
  const start = (replaces: string | null) => startSession({ userId, ip: "", userAgent: "", replaces });
  const [other, rotated] = [await start(null), await start(viewer.sessionId ?? null)];
  expect(rotated?.sessionId).not.toBe(viewer.sessionId);
  const now = { ...viewer, sessionId: rotated?.sessionId };
  const open = async () => (await listSessions({ viewer: now })).map(({ id }) => id).sort();
  expect(await open()).toEqual([other?.sessionId, rotated?.sessionId].sort());

  const changing = { viewer: now, password, newPassword: "another horse battery" };
  await expect(changePassword({ ...changing, password: "wrong password" })).rejects.toMatchObject({
    message: "password_wrong",
  });
  await changePassword(changing);
  expect(await open()).toEqual([rotated?.sessionId]);
  const third = await start(null);
  await expect(revokeSessions({ sessionId: randomUUID(), viewer: now })).rejects.toMatchObject({ code: "not_found" });
  await expect(revokeSessions({ sessionId: third?.sessionId ?? "", viewer: await makePerson() })).rejects.toMatchObject(
    { code: "not_found" },
  );
  await revokeSessions({ sessionId: third?.sessionId ?? "", viewer: now });
  await endSession(rotated?.sessionId ?? "");
  expect(await open()).toEqual([]);
});

test.each([
  "password123",
  "Qwertyuiop",
  "１２３４５６７８９",
  "zhangsan",
  "1111111111",
  "short",
  "x".repeat(257),
  "Rita.Recruiter1!",
])("%s is no password", async (given) => {
  await expect(
    assertGoodPassword({ password: given, email: "rita.recruiter@example.com", name: "zhang san" }),
  ).rejects.toMatchObject({ code: "bad_request" });
});

test.each(["correct horse battery", "密码密码由我来定吧啊", "🐎🔋📎🐎🔋📎🎈🎉", "a b c d e f g h!", "Tr0ub4dor&3x"])(
  "%s is one",
  async (given) => {
    await assertGoodPassword({ password: given, email: "rita@example.com", name: "Rita" });
  },
);

test("whoever sets a password for another is told the same", async () => {
  const viewer = await makeViewer("admin");
  const user = { email: "new@example.com", name: "New", role: "recruiter" as const, password: "password123" };
  await expect(createUser({ viewer, ...user })).rejects.toMatchObject({ message: "password_common" });
});

test("an invitation makes one account, for its address and role, once, also when it is taken up twice at once", async () => {
  const viewer = await makeViewer("admin");
  const email = `${randomUUID()}@example.com`;
  const { path } = await createInvitation({ viewer, email, name: "Nia", role: "interviewer" });
  const token = path.split("#")[1] ?? "";
  expect(token.length).toBeGreaterThan(30);
  expect(JSON.stringify(await systemDb().oneTimeToken.findMany())).not.toContain(token);
  const accept = () => acceptInvitation({ token, name: "Nia", password });
  const results = await Promise.allSettled([accept(), accept(), accept()]);
  expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  await expect(accept()).rejects.toMatchObject({ message: "invitation_invalid" });
  const user = await systemDb().user.findUniqueOrThrow({ where: { email } });
  expect(user).toMatchObject({ role: "interviewer", organisationId: viewer.organisationId });
  const again = createInvitation({ viewer, email, name: "Nia", role: "admin" });
  await expect(again).rejects.toMatchObject({ message: "email_taken" });
});

test("an invitation that was withdrawn, replaced or is too old opens nothing; recruiters make none", async () => {
  const viewer = await makeViewer("admin");
  const email = `${randomUUID()}@example.com`;
  const invite = async () => createInvitation({ viewer, email, name: "Nia", role: "interviewer" });
  const accept = (path: string) => acceptInvitation({ token: path.split("#")[1] ?? "", name: "Nia", password });
  const first = await invite();
  const second = await invite();
  await expect(accept(first.path)).rejects.toMatchObject({ message: "invitation_invalid" });
  expect(await listInvitations({ viewer })).toMatchObject([{ id: second.id, email }]);
  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 8 * 86_400_000 });
  await expect(accept(second.path)).rejects.toMatchObject({ message: "invitation_invalid" });
  vi.useRealTimers();
  await revokeInvitation({ invitationId: second.id, viewer });
  await expect(accept(second.path)).rejects.toMatchObject({ message: "invitation_invalid" });
  const recruiter = await makeRecruiter();
  await expect(createInvitation({ viewer: recruiter, email, name: "x", role: "admin" })).rejects.toMatchObject({
    code: "forbidden",
  });
});
