import { afterEach, beforeEach, expect, test } from "vitest";
import { scopedDb, systemDb } from "@/lib/db";
import { env, resetEnv } from "@/lib/env";
import { makeViewer } from "@/lib/testing/factories";
import { useWorkspace } from "@/lib/testing/workspace";
import { createInvitation } from "@/lib/user/invitations";
import { signInWithProvider } from "./sign-in-with-provider";

useWorkspace();

const issuer = "https://login.example.com";
let turn = 0;
/** Each from an address of its own: limits are another test's. */
const enter = (claims: Record<string, unknown>) =>
  signInWithProvider({ claims: { iss: issuer, ...claims }, ip: `10.0.0.${++turn}` });

function configure(domains: string) {
  Object.assign(process.env, { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: "one", OIDC_CLIENT_SECRET: "two" });
  process.env.OIDC_DOMAINS = domains;
  resetEnv();
}

beforeEach(async () => {
  await systemDb().user.deleteMany({});
  configure("");
});
afterEach(() => {
  for (const name of Object.keys(process.env)) if (name.startsWith("OIDC_")) delete process.env[name];
  resetEnv();
});

const actions = async (organisationId: string) =>
  (await scopedDb(organisationId).auditEvent.findMany({ orderBy: { createdAt: "asc" } })).map(({ action }) => action);

test("strangers get an account by their domain only where there is one organisation, and never as an admin", async () => {
  const claims = { sub: "s", email: "s@staff.example.com", email_verified: true, name: " Sam " };
  await systemDb().organisation.create({ data: {} });
  expect(await enter(claims)).toEqual({ outcome: "provider_unknown" });
  configure("staff.example.com=interviewer");
  for (const email of ["s@evilstaff.example.com", "s@sub.staff.example.com", "s@staff.example.com.evil.example"])
    expect(await enter({ ...claims, email })).toEqual({ outcome: "provider_unknown" });
  expect(await enter(claims)).toMatchObject({ outcome: "in" });
  const made = await systemDb().user.findMany();
  expect(made).toMatchObject([{ name: "Sam", role: "interviewer", email: claims.email, passwordHash: null }]);
  await systemDb().organisation.create({ data: {} });
  expect(await enter({ ...claims, sub: "t", email: "t@staff.example.com" })).toEqual({ outcome: "provider_unknown" });
  configure("staff.example.com=admin");
  expect(() => env()).toThrow(/OIDC_DOMAINS/);
});

test("an account is known by its verified address once, then by the provider's name for it", async () => {
  const ada = await makeViewer("recruiter");
  // Full width and upper case are the same address.
  const email = ada.email.toUpperCase().replace("EXAMPLE", "ＥＸＡＭＰＬＥ");
  expect(await enter({ sub: "ada", email, email_verified: true })).toEqual({ outcome: "in", id: ada.userId });
  expect(await enter({ sub: "ada", email: "ada.new@example.com", email_verified: false })).toMatchObject({
    id: ada.userId,
  });
  // The address was given to somebody else there.
  expect(await enter({ sub: "bob", email: ada.email, email_verified: true })).toEqual({ outcome: "provider_unknown" });
  const other = { iss: "https://other.example.com", sub: "ada", email: "x@example.com", email_verified: true };
  expect(await enter(other)).toEqual({ outcome: "provider_unknown" });
  expect(await actions(ada.organisationId)).toEqual(["user.provider_linked", "session.refused"]);
});

test.each([
  ["not verified", { email_verified: false }],
  ["not said to be verified", {}],
  ["verified in another word", { email_verified: "yes" }],
  ["no address", { email: "nobody", email_verified: true }],
  ["none at all", { email: undefined, email_verified: true }],
])("an address that is %s opens nothing", async (_, claims) => {
  const { email, organisationId } = await makeViewer("admin");
  expect(await enter({ sub: "eve", email, ...claims })).toEqual({ outcome: "provider_unverified" });
  expect(await scopedDb(organisationId).user.count({ where: { providerSubject: { not: null } } })).toBe(0);
});

test("a disabled account stays closed, whether or not it was known", async () => {
  const [ada, bob] = [await makeViewer("recruiter"), await makeViewer("recruiter")];
  await enter({ sub: "ada", email: ada.email, email_verified: true });
  for (const { organisationId, userId } of [ada, bob])
    await scopedDb(organisationId).user.update({ where: { id: userId }, data: { disabledAt: new Date() } });
  for (const [sub, { email }] of [
    ["ada", ada],
    ["bob", bob],
  ] as const)
    expect(await enter({ sub, email, email_verified: true })).toEqual({ outcome: "provider_unknown" });
});

test("with a second factor its code is still to come", async () => {
  const ada = await makeViewer("recruiter");
  const data = { totpSecret: "sealed", totpEnabledAt: new Date() };
  await scopedDb(ada.organisationId).user.update({ where: { id: ada.userId }, data });
  const found = await enter({ sub: "ada", email: ada.email, email_verified: true });
  expect(found).toEqual({ outcome: "code_needed", id: ada.userId });
});

test("an invitation makes the account, in its role, once", async () => {
  const admin = await makeViewer("admin");
  await createInvitation({ viewer: admin, email: "new@example.com", name: "New", role: "interviewer" });
  const claims = { sub: "new", email: "new@example.com", email_verified: "true", name: "Somebody" };
  const found = await Promise.all([enter(claims), enter(claims)]);
  const [user] = await scopedDb(admin.organisationId).user.findMany({ where: { email: "new@example.com" } });
  expect(user).toMatchObject({ role: "interviewer", name: "New", passwordHash: null });
  expect(found.filter(({ outcome }) => outcome === "in").length).toBeGreaterThan(0);
  for (const one of found) if (one.outcome === "in") expect(one.id).toBe(user?.id);
  expect(await scopedDb(admin.organisationId).oneTimeToken.count({ where: { usedAt: null } })).toBe(0);
});

test("an issuer without the rest, or over plain http, does not start", () => {
  delete process.env.OIDC_CLIENT_SECRET;
  resetEnv();
  expect(() => env()).toThrow(/belong together/);
  Object.assign(process.env, { OIDC_CLIENT_SECRET: "two", OIDC_ISSUER: "http://login.example.com" });
  resetEnv();
  expect(() => env()).toThrow(/OIDC_ISSUER/);
});
