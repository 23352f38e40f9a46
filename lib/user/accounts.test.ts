import { expect, test } from "vitest";
import { systemDb } from "@/lib/db";
import { makeViewer } from "@/lib/testing/factories";
import { useWorkspace } from "@/lib/testing/workspace";
import { createApiToken, listApiTokens, revokeApiToken } from "./api-tokens";
import { createUser } from "./create-user";
import { listUsers } from "./list-users";
import { resetPassword } from "./reset-password";
import { createUserInput } from "./schema";
import { updateUser } from "./update-user";

useWorkspace();

const account = (email: string) => ({ email, name: "Rita", role: "recruiter" as const, password: "long enough 1" });

test("a token is shown once and kept as a hash", async () => {
  const viewer = await makeViewer("recruiter");
  const { id, token } = await createApiToken({ name: "ATS", viewer });
  const row = await systemDb().apiToken.findUniqueOrThrow({ where: { id } });
  expect(JSON.stringify(row)).not.toContain(token);
  expect(token.startsWith(row.prefix)).toBe(true);
  expect(await listApiTokens({ viewer })).toMatchObject([{ id, name: "ATS", owner: viewer.name }]);
});

test("people see and revoke their own tokens, an admin everyone's, other organisations none", async () => {
  const recruiter = await makeViewer("recruiter");
  const colleague = await makeViewer("recruiter", { colleague: recruiter });
  const admin = await makeViewer("admin", { colleague: recruiter });
  const { id: tokenId } = await createApiToken({ name: "ATS", viewer: recruiter });
  const notFound = { code: "not_found" };
  await expect(revokeApiToken({ tokenId, viewer: colleague })).rejects.toMatchObject(notFound);
  await expect(revokeApiToken({ tokenId, viewer: await makeViewer("admin") })).rejects.toMatchObject(notFound);
  expect(await listApiTokens({ viewer: colleague })).toEqual([]);
  expect(await listApiTokens({ viewer: admin })).toHaveLength(1);
  await revokeApiToken({ tokenId, viewer: admin });
  expect(await listApiTokens({ viewer: admin })).toEqual([]);
  await expect(revokeApiToken({ tokenId, viewer: admin })).rejects.toMatchObject(notFound);
  await expect(createApiToken({ name: "x", viewer: await makeViewer("interviewer") })).rejects.toMatchObject({
    code: "forbidden",
  });
});

test("an address has one account, in whatever form it is written", async () => {
  const viewer = await makeViewer("admin");
  await createUser({ viewer, ...createUserInput.parse(account("Rita@Example.com")) });
  const again = createUser({ viewer, ...createUserInput.parse(account("ｒｉｔａ@example.com")) });
  await expect(again).rejects.toMatchObject({ code: "conflict", message: "email_taken" });
  expect((await listUsers({ viewer })).map(({ email }) => email)).toContain("rita@example.com");
});

test("a new role, a disabled account and a new password each end the sessions", async () => {
  const admin = await makeViewer("admin");
  const user = await makeViewer("recruiter", { colleague: admin });
  const version = async () => (await systemDb().user.findUniqueOrThrow({ where: { id: user.userId } })).sessionVersion;
  expect(await version()).toBe(1);
  await updateUser({ userId: user.userId, viewer: admin, name: "Renamed" });
  expect(await version()).toBe(1);
  await updateUser({ userId: user.userId, viewer: admin, role: "interviewer" });
  expect(await version()).toBe(2);
  await updateUser({ userId: user.userId, viewer: admin, isDisabled: true });
  expect(await version()).toBe(3);
  await resetPassword({ email: user.email, password: "another long one" });
  expect(await version()).toBe(4);
});

test("the last admin stays, also when two demote each other at once", async () => {
  const one = await makeViewer("admin");
  const demoteSelf = updateUser({ userId: one.userId, viewer: one, role: "recruiter" });
  await expect(demoteSelf).rejects.toMatchObject({ code: "conflict", message: "last_admin" });
  const two = await makeViewer("admin", { colleague: one });
  const results = await Promise.allSettled([
    updateUser({ userId: two.userId, viewer: one, role: "recruiter" }),
    updateUser({ userId: one.userId, viewer: two, isDisabled: true }),
  ]);
  expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
});

test("another organisation's users are out of reach", async () => {
  const admin = await makeViewer("admin");
  const stranger = await makeViewer("recruiter");
  const changing = updateUser({ userId: stranger.userId, viewer: admin, role: "admin" });
  await expect(changing).rejects.toMatchObject({ code: "not_found" });
  expect((await listUsers({ viewer: admin })).map(({ id }) => id)).toEqual([admin.userId]);
});
