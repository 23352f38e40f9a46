import { setTimeout } from "node:timers/promises";
import { expect, test } from "vitest";
import { systemDb } from "@/lib/db";
import { makeRecruiter } from "@/lib/testing/factories";
import { useWorkspace } from "@/lib/testing/workspace";
import { resetPassword } from "@/lib/user/reset-password";
import { signIn } from "./sign-in";

useWorkspace();

const password = "correct horse battery";
const wrong = { outcome: "wrong" };

async function makeAccount() {
  const viewer = await makeRecruiter();
  await resetPassword({ email: viewer.email, password });
  return viewer;
}

test("the right password opens, also with the address in another form", async () => {
  const { email, userId } = await makeAccount();
  expect(await signIn({ email, password, ip: "10.0.0.1" })).toEqual({ outcome: "in", id: userId });
  const fullWidth = ` ${email.toUpperCase().replace("@", "＠")} `;
  expect(await signIn({ email: fullWidth, password, ip: "10.0.0.1" })).toEqual({ outcome: "in", id: userId });
});

test("a wrong password, an unknown address and a disabled account give one answer", async () => {
  const { email, userId } = await makeAccount();
  expect(await signIn({ email, password: "wrong password", ip: "10.0.0.2" })).toEqual(wrong);
  expect(await signIn({ email: "nobody@example.com", password, ip: "10.0.0.2" })).toEqual(wrong);
  expect(await signIn({ email: "no address", password, ip: "10.0.0.2" })).toEqual(wrong);
  await systemDb().user.update({ where: { id: userId }, data: { disabledAt: new Date() } });
  expect(await signIn({ email, password, ip: "10.0.0.2" })).toEqual(wrong);
});

test("an unknown address takes as long as a known one", async () => {
  const { email } = await makeAccount();
  const addresses = [email, "nobody@example.com"] as const;
  const times: [number[], number[]] = [[], []];
  // In turns, so that whatever else the machine does falls on both.
  for (let round = 0; round < 15; round += 1)
    for (const [index, address] of addresses.entries()) {
      const startedAt = performance.now();
      await signIn({ email: address, password: "wrong password", ip: `10.0.1.${round}` });
      times[index]?.push(performance.now() - startedAt);
      await setTimeout(20);
    }
  const [known = 0, unknown = 0] = times.map((list) => list.sort((a, b) => a - b)[7] ?? 0);
  // A busy machine takes longer for both, and differs by more.
  expect(Math.abs(known - unknown)).toBeLessThan(Math.max(30, known / 3));
});

test("the eleventh try from one place is refused; from elsewhere the person still gets in", async () => {
  const { email, userId } = await makeAccount();
  for (let index = 0; index < 10; index += 1) await signIn({ email, password: "wrong password", ip: "10.0.0.3" });
  const eleventh = signIn({ email, password, ip: "10.0.0.3" });
  await expect(eleventh).rejects.toMatchObject({ code: "rate_limited", retryAfterSeconds: expect.any(Number) });
  expect(await signIn({ email, password, ip: "10.0.0.4" })).toEqual({ outcome: "in", id: userId });
});

test("one place cannot try many addresses", async () => {
  const tries = Array.from({ length: 51 }, (_, index) =>
    signIn({ email: `guess-${index}@example.com`, password: "x", ip: "10.0.0.5" }),
  );
  const results = await Promise.allSettled(tries);
  expect(results.filter(({ status }) => status === "rejected")).toHaveLength(1);
});
