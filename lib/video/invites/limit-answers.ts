import "server-only";
import { limitRate } from "@/lib/auth/rate-limit";
import { hashSecretToken } from "@/lib/auth/secret-token";
import { clientAddress } from "@/lib/http/client-address";

const quarterSeconds = 900;
/** Many people answer from one network; twelve long answers in parts take about 200 calls. */
const ofAddress = 1500;
const ofLink = 600;
/** Beginnings of uploads and completions in an hour: each makes room on our disk or joins what is there. */
const ofHeavy = 60;
const hourSeconds = 3600;

type Limit = { headers: Headers; token: string; isHeavy?: boolean };

/**
 * Counts a call of somebody who has a link, or tries one, by network address and by link.
 *
 * @throws rate_limited
 */
export async function limitAnswers({ headers, token, isHeavy = false }: Limit) {
  const address = clientAddress(headers);
  const link = hashSecretToken(token);
  await limitRate({ key: `answers:${address}`, limit: ofAddress, windowSeconds: quarterSeconds });
  await limitRate({ key: `answers-link:${link}`, limit: ofLink, windowSeconds: quarterSeconds });
  if (isHeavy) await limitRate({ key: `answers-heavy:${link}`, limit: ofHeavy, windowSeconds: hourSeconds });
}
