import "server-only";
import { cookies } from "next/headers";
import { decode } from "next-auth/jwt";
import { env } from "@/lib/env";

/** `__Host-`: over HTTPS only, for this very host, for every path. On plain http browsers refuse that name. */
export function sessionCookieName() {
  return isSecure() ? "__Host-next-auth.session-token" : "next-auth.session-token";
}

export function isSecure() {
  return env().NEXTAUTH_URL?.startsWith("https:") ?? false;
}

/** What the browser's cookie says; null for none, one that was tampered with or one whose time is over. */
export async function readSessionCookie() {
  const cookie = (await cookies()).get(sessionCookieName())?.value;
  return cookie ? decode({ token: cookie, secret: env().NEXTAUTH_SECRET }).catch(() => null) : null;
}
