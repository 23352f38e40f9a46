import "server-only";
import { headers } from "next/headers";
import type { NextAuthOptions } from "next-auth";
import Credentials from "next-auth/providers/credentials";
import { outline } from "@/lib/api/error-response";
import { dropPending, keepPending, readPending } from "@/lib/auth/provider/pending-sign-in";
import { oidcProvider, providerId } from "@/lib/auth/provider/provider";
import { signInWithProvider } from "@/lib/auth/provider/sign-in-with-provider";
import { isSecure, readSessionCookie, sessionCookieName } from "@/lib/auth/session-cookie";
import { absoluteDays, endSession, startSession } from "@/lib/auth/sessions";
import { signIn, signInWithCode } from "@/lib/auth/sign-in";
import { env } from "@/lib/env";
import { AppError } from "@/lib/errors";
import { clientAddress } from "@/lib/http/client-address";
import { log } from "@/lib/log";

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
        credentials: { email: {}, password: {}, code: {}, step: {} },
        authorize: async (credentials) => {
          const { email = "", password = "", code = "", step } = credentials ?? {};
          const ip = clientAddress(await headers());
          const pending = step === "code" ? await readPending() : null;
          if (step === "code" && !pending) throw new Error("provider_late");
          const found = await (pending
            ? signInWithCode({ userId: pending, code, ip })
            : signIn({ email, password, code, ip })
          ).catch((error) => {
            throw new Error(toldAs(error), { cause: error });
          });
          if (found.outcome === "in") {
            if (pending) await dropPending();
            return { id: found.id };
          }
          if (found.outcome === "wrong") return null;
          throw new Error(found.outcome);
        },
      }),
      ...oidcProvider(),
    ],
    // NextAuth's own writes out what the other server said.
    logger: {
      error: (code) => log.error({ code: `auth_${code}` }, "signing in went wrong"),
      warn: () => undefined,
      debug: () => undefined,
    },
    events: {
      signOut: async ({ token }) => {
        if (token?.sessionId) await endSession(token.sessionId);
      },
    },
    callbacks: {
      // Whatever a request says: nobody is led anywhere but to the start page.
      redirect: ({ baseUrl }) => baseUrl,
      signIn: async ({ user, account, profile }) => {
        if (account?.provider !== providerId) return true;
        const ip = clientAddress(await headers());
        const found = await signInWithProvider({ claims: profile, ip }).catch((error) => {
          throw new Error(toldAs(error), { cause: error });
        });
        if (found.outcome === "in") {
          // The session is of our account, not of the provider's.
          user.id = found.id;
          return true;
        }
        if (found.outcome === "code_needed") await keepPending(found.id);
        return `/sign-in?${new URLSearchParams({ error: found.outcome })}`;
      },
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

/** The page tells these two apart by the code. That nobody can sign in, whoever runs the server has to hear. */
function toldAs(error: unknown): "rate_limited" | "unavailable" {
  if (error instanceof AppError && error.code === "rate_limited") return "rate_limited";
  log.error({ code: "sign_in", cause: outline(error) }, "signing in went wrong");
  return "unavailable";
}
