import type { NextRequest } from "next/server";
import NextAuth from "next-auth";
import { authOptions } from "@/lib/auth/options";

type Context = { params: Promise<{ nextauth: string[] }> };

// Made per request: the options read the environment, which a build does not have.
const handle = async (request: NextRequest, context: Context): Promise<Response> => {
  // Everybody is led to the start page; NextAuth takes an address that it does not like for a fault of the server.
  request.nextUrl.searchParams.delete("callbackUrl");
  const response: Response = await NextAuth(request, context, authOptions());
  // Pages that the browser remembers go with the session. Not its storage: words of an interview may wait there.
  if (request.method === "POST" && request.nextUrl.pathname.endsWith("/signout"))
    response.headers.set("clear-site-data", '"cache"');
  return response;
};

export { handle as GET, handle as POST };
