import { createHash, randomBytes, randomUUID } from "node:crypto";
import { hash } from "@node-rs/argon2";
import { encode } from "next-auth/jwt";
import type pg from "pg";
import { testSecret } from "./app";

export const roles = ["admin", "recruiter", "hiring_manager", "interviewer"] as const;
export type Role = (typeof roles)[number];

export type Person = { id: string; role: Role; name: string; email: string; token: string; cookie: string };
export type Organisation = { id: string; people: Record<Role, Person> };

export const testPassword = "correct horse battery";
let passwordHash: Promise<string> | null = null;

/** An organisation of the test's own with one person per role, each with an API token and a session cookie. */
export async function createOrganisation(pool: pg.Pool): Promise<Organisation> {
  const id = randomUUID();
  await pool.query("insert into organisation (id) values ($1)", [id]);
  const people = await Promise.all(roles.map((role) => createPerson(pool, id, role)));
  return { id, people: Object.fromEntries(people.map((person) => [person.role, person])) as Organisation["people"] };
}

export async function createPerson(pool: pg.Pool, organisationId: string, role: Role): Promise<Person> {
  passwordHash ??= hash(testPassword, { memoryCost: 19_456, timeCost: 2, parallelism: 1 });
  const id = randomUUID();
  const name = {
    admin: "Ada Admin",
    recruiter: "Rita Recruiter",
    hiring_manager: "Hugo Manager",
    interviewer: "Iris Interviewer",
  }[role];
  const email = `${role}-${id.slice(0, 8)}@example.com`;
  await pool.query(
    "insert into user_account (id, organisation_id, email, name, role, password_hash) values ($1, $2, $3, $4, $5::user_role, $6)",
    [id, organisationId, email, name, role, await passwordHash],
  );
  const token = `hgt_${randomBytes(24).toString("base64url")}`;
  await pool.query(
    "insert into api_token (id, organisation_id, user_id, name, token_hash, prefix) values ($1, $2, $3, 'test', $4, $5)",
    [randomUUID(), organisationId, id, createHash("sha256").update(token).digest("hex"), token.slice(0, 8)],
  );
  const sessionId = randomUUID();
  await pool.query("insert into user_session (id, organisation_id, user_id) values ($1, $2, $3)", [
    ...[sessionId, organisationId, id],
  ]);
  const cookie = await encode({ token: { sub: id, sessionVersion: 1, sessionId }, secret: testSecret, maxAge: 3600 });
  return { id, role, name, email, token, cookie };
}
