import "server-only";
import type { Viewer } from "@/lib/auth/viewer";
import { AppError } from "@/lib/errors";
import { findPosition } from "@/lib/position/find-position";
import { mostAccepted } from "@/lib/position/kinds";
import type { AcceptedPhrase } from "@/lib/position/requirement";
import { updatePosition } from "@/lib/position/save-position";

type AcceptPhrase = AcceptedPhrase & { positionId: string; requirementKey: string; viewer: Viewer };

/**
 * Makes words count for a requirement from now on, as the next version of the position. Words that count already count
 * as it is said now.
 *
 * @throws bad_request for words that may not decide about anybody, conflict when somebody saved meanwhile
 */
export async function acceptPhrase({ positionId, requirementKey, viewer, phrase, verdict }: AcceptPhrase) {
  const position = await findPosition({ positionId, viewer });
  if (!position) throw new AppError("not_found", "position_not_found");
  const { title, department, city, description, salaryMin, salaryMax, version: baseVersion } = position;
  const asked = position.requirements.find(({ key }) => key === requirementKey);
  if (!asked) throw new AppError("not_found", "requirement_not_found");
  const others = (asked.accepted ?? []).filter((rule) => rule.phrase.toLowerCase() !== phrase.toLowerCase());
  if (others.length >= mostAccepted) throw new AppError("bad_request", "too_many_accepted");
  const accepted = [...others, { phrase, verdict }];
  const requirements = position.requirements.map((one) => (one === asked ? { ...one, accepted } : one));
  const content = { title, department, city, description, salaryMin, salaryMax, requirements };
  return updatePosition({ ...content, viewer, positionId, baseVersion });
}
