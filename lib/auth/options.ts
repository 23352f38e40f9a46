import "server-only";
import type { NextAuthOptions } from "next-auth";
import Credentials from "next-auth/providers/credentials";
import { signIn } from "@/lib/auth/sign-in";
import { env } from "@/lib/env";
import { AppError } from "@/lib/errors";
import { callerAddress } from "@/lib/http/caller-address";

const idleSeconds = 12 * 60 * 60;

declare module "next-auth/jwt" {
  interface JWT {
    sessionVersion?: number;
  }
}

export function authOptions(): NextAuthOptions {
  return {
    secret: env().NEXTAUTH_SECRET,
    session: { strategy: "jwt", maxAge: idleSeconds },
    pages: { signIn: "/sign-in" },
    providers: [
      Credentials({
        credentials: { email: {}, password: {} },
        authorize: async (credentials, request) => {
          const forwarded: unknown = request.headers?.["x-forwarded-for"];
          const ip = callerAddress(forwarded);
          const { email = "", password = "" } = credentials ?? {};
          return signIn({ email, password, ip }).catch((error) => {
            // The page tells these two apart by the code.
            if (error instanceof AppError && error.code === "rate_limited") throw new Error("rate_limited");
            throw new Error("unavailable", { cause: error });
          });
        },
      }),
    ],
    callbacks: {
      jwt: ({ token, user }) => {
        if (user) {
          token.sub = user.id;
          token.sessionVersion = "sessionVersion" in user ? Number(user.sessionVersion) : 0;
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
