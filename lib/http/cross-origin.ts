import "server-only";
import { env } from "@/lib/env";

/** Says that a client on a listed origin may read this answer. */
export function allowOrigin(request: Request, response: Response): Response {
  const origin = request.headers.get("origin");
  response.headers.append("vary", "Origin");
  if (!isAllowed(origin)) return response;
  response.headers.set("access-control-allow-origin", origin);
  response.headers.set("access-control-allow-credentials", "true");
  response.headers.set("access-control-expose-headers", "Content-Disposition");
  return response;
}

/** The answer to a browser's question before a call from another origin. */
export function preflight(request: Request, { maxAgeSeconds = 86_400 } = {}): Response {
  const response = new Response(null, { status: 204 });
  if (!isAllowed(request.headers.get("origin"))) return allowOrigin(request, response);
  response.headers.set("access-control-allow-methods", "DELETE, GET, OPTIONS, PATCH, POST, PUT");
  response.headers.set(
    "access-control-allow-headers",
    request.headers.get("access-control-request-headers") ?? "authorization, content-type",
  );
  response.headers.set("access-control-max-age", String(maxAgeSeconds));
  return allowOrigin(request, response);
}

function isAllowed(origin: string | null): origin is string {
  return origin !== null && env().CORS_ORIGINS.includes(origin);
}
