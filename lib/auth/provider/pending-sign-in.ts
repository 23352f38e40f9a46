import "server-only";
import { cookies } from "next/headers";
import { decode, encode } from "next-auth/jwt";
import { isSecure } from "@/lib/auth/session-cookie";
import { env } from "@/lib/env";

const minutes = 5;
/** Of its own: a session's cookie is no proof here, nor the other way round. */
const secret = () => `${env().NEXTAUTH_SECRET} pending-sign-in`;
const cookieName = () => (isSecure() ? "__Host-hireglass.pending" : "hireglass.pending");

/** Remembers in the browser, for a few minutes, who the provider has signed in while their second factor is asked for. */
export async function keepPending(userId: string) {
  const value = await encode({ token: { sub: userId }, secret: secret(), maxAge: minutes * 60 });
  const options = { httpOnly: true, sameSite: "lax", path: "/", secure: isSecure(), maxAge: minutes * 60 } as const;
  (await cookies()).set(cookieName(), value, options);
}

export async function readPending(): Promise<string | null> {
  const value = (await cookies()).get(cookieName())?.value;
  const token = value ? await decode({ token: value, secret: secret() }).catch(() => null) : null;
  return token?.sub ?? null;
}

export async function dropPending() {
  (await cookies()).delete({ name: cookieName(), path: "/", secure: isSecure() });
}
