import "server-only";
import { limitRate } from "@/lib/auth/rate-limit";
import type { Viewer } from "@/lib/auth/viewer";
import { env } from "@/lib/env";
import { clientAddress } from "@/lib/http/client-address";

const windowSeconds = 1;

type Limit = { request: Request; viewer: Viewer };

/** @throws rate_limited */
export async function limitUploads(call: Limit) {
  const { GUIDE_UPLOADS_PER_ADDRESS: perAddress, GUIDE_UPLOADS: inAll } = env();
  await limitCalls("upload", call, { perAddress, inAll });
}

/** @throws rate_limited */
export async function limitAnalyses(call: Limit) {
  const { GUIDE_ANALYSES_PER_ADDRESS: perAddress, GUIDE_ANALYSES: inAll } = env();
  await limitCalls("analysis", call, { perAddress, inAll });
}

type Limits = { perAddress: number; inAll: number };

async function limitCalls(name: string, { request, viewer }: Limit, { perAddress, inAll }: Limits) {
  const key = `guide-${name}:${viewer.organisationId}`;
  const address = clientAddress(request.headers);
  if (perAddress > 0) await limitRate({ key: `${key}:${address}`, limit: perAddress, windowSeconds });
  if (inAll > 0) await limitRate({ key, limit: inAll, windowSeconds });
}
