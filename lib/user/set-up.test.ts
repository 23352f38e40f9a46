import { expect, test } from "vitest";
import { systemDb } from "@/lib/db";
import { useWorkspace } from "@/lib/testing/workspace";
import { createFirstAdmin, createSetUpToken, isSetUpToken, needsSetUp, setUpWithToken } from "./set-up";

useWorkspace();

const admin = (email: string) => ({ email, name: "Ada", password: "long enough 1" });

test("from the link to the first admin: two at once make one, and then it is closed", async () => {
  expect(await needsSetUp()).toBe(true);
  const old = await createSetUpToken();
  const token = (await createSetUpToken()) ?? "";
  expect(await isSetUpToken(old ?? "")).toBe(false);
  expect(await isSetUpToken(token)).toBe(true);
  expect(await isSetUpToken(`${token}x`)).toBe(false);
  const stored = await systemDb().oneTimeToken.findFirstOrThrow();
  expect(JSON.stringify(stored)).not.toContain(token);
  await expect(setUpWithToken({ token: "guess", ...admin("evil@example.com") })).rejects.toMatchObject({
    code: "forbidden",
  });

  const both = ["one@example.com", "two@example.com", "three@example.com"].map((email) =>
    setUpWithToken({ token, ...admin(email) }),
  );
  const results = await Promise.allSettled(both);
  expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  expect(await systemDb().user.findMany({ select: { role: true } })).toEqual([{ role: "admin" }]);
  expect(await systemDb().organisation.count()).toBe(1);

  expect(await needsSetUp()).toBe(false);
  expect(await isSetUpToken(token)).toBe(false);
  expect(await createSetUpToken()).toBeNull();
  await expect(setUpWithToken({ token, ...admin("late@example.com") })).rejects.toMatchObject({ code: "forbidden" });
  await expect(createFirstAdmin(admin("late@example.com"))).rejects.toMatchObject({ code: "conflict" });
});

test("a link ends after a day", async () => {
  await systemDb().user.deleteMany();
  const token = (await createSetUpToken()) ?? "";
  await systemDb().oneTimeToken.updateMany({ data: { expiresAt: new Date(Date.now() - 1000) } });
  expect(await isSetUpToken(token)).toBe(false);
});
