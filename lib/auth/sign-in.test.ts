import { expect, test } from "vitest";
import { systemDb } from "@/lib/db";
import { makeRecruiter } from "@/lib/testing/factories";
import { useWorkspace } from "@/lib/testing/workspace";
import { resetPassword } from "@/lib/user/reset-password";
import { signIn } from "./sign-in";

useWorkspace();

const password = "correct horse battery";

async function makeAccount() {
  const viewer = await makeRecruiter();
  await resetPassword({ email: viewer.email, password });
  return viewer;
}

test("the right password opens, also with the address in another form", async () => {
  const { email, userId } = await makeAccount();
  expect(await signIn({ email, password, ip: "10.0.0.1" })).toMatchObject({ id: userId });
  const fullWidth = ` ${email.toUpperCase().replace("@", "＠")} `;
  expect(await signIn({ email: fullWidth, password, ip: "10.0.0.1" })).toMatchObject({ id: userId });
  const user = await systemDb().user.findUniqueOrThrow({ where: { id: userId } });
  expect(user.lastSignInAt).not.toBeNull();
});

test("a wrong password, an unknown address and a disabled account give one answer", async () => {
  const { email, userId } = await makeAccount();
  expect(await signIn({ email, password: "wrong password", ip: "10.0.0.2" })).toBeNull();
  expect(await signIn({ email: "nobody@example.com", password, ip: "10.0.0.2" })).toBeNull();
  expect(await signIn({ email: "no address", password, ip: "10.0.0.2" })).toBeNull();
  await systemDb().user.update({ where: { id: userId }, data: { disabledAt: new Date() } });
  expect(await signIn({ email, password, ip: "10.0.0.2" })).toBeNull();
});

test("an unknown address takes as long as a known one", async () => {
  const { email } = await makeAccount();
  const median = async (address: string, ip: string) => {
    const times: number[] = [];
    for (let index = 0; index < 9; index += 1) {
      const startedAt = performance.now();
      await signIn({ email: address, password: "wrong password", ip });
      times.push(performance.now() - startedAt);
    }
    return times.sort((a, b) => a - b)[4] ?? 0;
  };
  const [known, unknown] = [await median(email, "10.0.1.1"), await median("nobody@example.com", "10.0.1.2")];
  expect(Math.abs(known - unknown)).toBeLessThan(30);
});

test("the eleventh try from one place is refused; from elsewhere the person still gets in", async () => {
  const { email, userId } = await makeAccount();
  for (let index = 0; index < 10; index += 1) await signIn({ email, password: "wrong password", ip: "10.0.0.3" });
  const eleventh = signIn({ email, password, ip: "10.0.0.3" });
  await expect(eleventh).rejects.toMatchObject({ code: "rate_limited", retryAfterSeconds: expect.any(Number) });
  expect(await signIn({ email, password, ip: "10.0.0.4" })).toMatchObject({ id: userId });
});

test("one place cannot try many addresses", async () => {
  const tries = Array.from({ length: 51 }, (_, index) =>
    signIn({ email: `guess-${index}@example.com`, password: "x", ip: "10.0.0.5" }),
  );
  const results = await Promise.allSettled(tries);
  expect(results.filter(({ status }) => status === "rejected")).toHaveLength(1);
});
