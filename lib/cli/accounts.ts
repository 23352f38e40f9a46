import { randomBytes } from "node:crypto";
import { emailAddress } from "@/lib/auth/email";
import type { Viewer } from "@/lib/auth/viewer";
import { systemDb } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { createParseAccount } from "@/lib/parse-account/parse-accounts";
import { createParseAccountInput } from "@/lib/parse-account/schema";
import { createApiToken } from "@/lib/user/api-tokens";
import { createUser } from "@/lib/user/create-user";
import { resetPassword } from "@/lib/user/reset-password";
import { createUserInput } from "@/lib/user/schema";
import { createFirstAdmin, needsSetUp } from "@/lib/user/set-up";

type Options = { email?: string; name?: string; role?: string; password?: string; limit?: string };

/** Prints the token, once, on the last line. */
export async function createToken({ email = "", name = "" }: Options): Promise<number> {
  if (!name) throw new Error("token create: --name is needed");
  const user = await systemDb().user.findUnique({ where: { email: emailAddress.parse(email) } });
  if (!user) throw new AppError("not_found", `There is no user ${email}`);
  const { id: userId, organisationId, role } = user;
  const { token } = await createApiToken({
    name,
    viewer: { userId, organisationId, role, name: user.name, email: user.email },
  });
  console.log(`Token "${name}" for ${user.email}. It is shown only now:`);
  console.log(token);
  return 0;
}

/** Prints uid, pwd and app code, once, as JSON on the last line. */
export async function createParseAccountFromTerminal({ name, limit }: Options): Promise<number> {
  const input = createParseAccountInput.safeParse({ name, usageLimit: Number(limit) });
  if (!input.success) throw new Error("parse-account create: --name and --limit (a number of calls) are needed");
  const account = await createParseAccount({ ...input.data, viewer: await anAdmin() });
  console.log(`Account "${input.data.name}" with ${input.data.usageLimit} calls. It is shown only now:`);
  console.log(JSON.stringify(account));
  return 0;
}

export async function createUserFromTerminal({ password = generatePassword(), ...rest }: Options): Promise<number> {
  const input = createUserInput.safeParse({
    ...rest,
    name: rest.name ?? rest.email,
    role: rest.role ?? "recruiter",
    password,
  });
  if (!input.success)
    throw new Error(
      `user create: ${input.error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`).join("; ")}`,
    );
  if (await needsSetUp()) {
    if (input.data.role !== "admin") throw new Error("user create: the first user has to be an admin (--role admin)");
    await createFirstAdmin(input.data);
  } else {
    await createUser({ ...input.data, viewer: await anAdmin() });
  }
  console.log(`User ${input.data.email} (${input.data.role})`);
  if (!rest.email || !process.argv.some((argument) => argument.startsWith("--password")))
    console.log(`Password: ${password}`);
  return 0;
}

export async function resetPasswordFromTerminal({
  email = "",
  password = generatePassword(),
}: Options): Promise<number> {
  await resetPassword({ email, password });
  console.log(`Password of ${email}: ${password}`);
  return 0;
}

/** Acts in the name of an admin: whoever has the terminal has the database. */
export async function anAdmin(): Promise<Viewer> {
  const admin = await systemDb().user.findFirst({
    where: { role: "admin", disabledAt: null },
    orderBy: { createdAt: "asc" },
  });
  if (!admin) throw new Error("There is no admin to act for");
  const { id: userId, organisationId, role, name, email } = admin;
  return { userId, organisationId, role, name, email };
}

export function generatePassword() {
  return randomBytes(12).toString("base64url");
}
