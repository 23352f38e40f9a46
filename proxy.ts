import { type NextRequest, NextResponse } from "next/server";
import { pagePolicy } from "@/lib/http/page-policy";

/**
 * Gives each page its Content-Security-Policy with a nonce of its own, which Next.js puts on its scripts. Nothing is
 * decided here about who may see what: pages and handlers do that themselves.
 */
export function proxy(request: NextRequest) {
  const nonce = crypto.randomUUID().replaceAll("-", "");
  const policy = pagePolicy({ nonce, hasBlob: Boolean(process.env.BLOB_READ_WRITE_TOKEN) });
  const headers = new Headers(request.headers);
  headers.set("content-security-policy", policy);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set("content-security-policy", policy);
  const protocol = request.headers.get("x-forwarded-proto") ?? request.nextUrl.protocol;
  if (protocol.startsWith("https")) response.headers.set("strict-transport-security", "max-age=31536000");
  return response;
}

/**
 * Pages only: a proxy before an address that takes files cuts their bodies off. Kept in step with the route handlers by
 * lib/http/page-policy.test.ts.
 */
export const config = {
  matcher:
    "/((?!api(?:/|$)|_next/|ResumeParser|position-settings|resume-screening|video-analysis|final-recommend|interview-assist|metrics/?$|media/|static/).*)",
};
