import "server-only";
import { headers } from "next/headers";
import type { NextAuthOptions } from "next-auth";
import Credentials from "next-auth/providers/credentials";
import { isSecure, readSessionCookie, sessionCookieName } from "@/lib/auth/session-cookie";
import { absoluteDays, endSession, startSession } from "@/lib/auth/sessions";
import { signIn } from "@/lib/auth/sign-in";
import { env } from "@/lib/env";
import { AppError } from "@/lib/errors";
import { clientAddress } from "@/lib/http/client-address";

const absoluteSeconds = absoluteDays * 24 * 60 * 60;

declare module "next-auth/jwt" {
  interface JWT {
    sessionVersion?: number;
    sessionId?: string;
  }
}

export function authOptions(): NextAuthOptions {
  const secure = isSecure();
  return {
    secret: env().NEXTAUTH_SECRET,
    // How long one may be idle, lib/auth/find-viewer.ts knows from its row.
    session: { strategy: "jwt", maxAge: absoluteSeconds },
    pages: { signIn: "/sign-in", error: "/sign-in" },
    useSecureCookies: secure,
    cookies: {
      sessionToken: { name: sessionCookieName(), options: { httpOnly: true, sameSite: "lax", path: "/", secure } },
    },
    providers: [
      Credentials({
        credentials: { email: {}, password: {}, code: {} },
        authorize: async (credentials) => {
          const { email = "", password = "", code = "" } = credentials ?? {};
          const ip = clientAddress(await headers());
          const found = await signIn({ email, password, code, ip }).catch((error) => {
            // The page tells these two apart by the code.
            if (error instanceof AppError && error.code === "rate_limited") throw new Error("rate_limited");
            throw new Error("unavailable", { cause: error });
          });
          if (found.outcome === "in") return { id: found.id };
          if (found.outcome === "wrong") return null;
          throw new Error(found.outcome);
        },
      }),
    ],
    events: {
      signOut: async ({ token }) => {
        if (token?.sessionId) await endSession(token.sessionId);
      },
    },
    callbacks: {
      jwt: async ({ token, user }) => {
        if (user) {
          const sent = await headers();
          const before = await readSessionCookie();
          const started = await startSession({
            ...{ userId: user.id, ip: clientAddress(sent), userAgent: sent.get("user-agent") ?? "" },
            replaces: before?.sessionId ?? null,
          });
          if (!started) throw new Error("unavailable");
          token.sub = user.id;
          token.sessionVersion = started.sessionVersion;
          token.sessionId = started.sessionId;
          // Name and address stay in the database; the cookie needs neither.
          delete token.name;
          delete token.email;
          delete token.picture;
        }
        return token;
      },
      session: ({ session }) => ({ ...session, user: undefined }),
    },
  };
}
