import "server-only";
import { assertCan } from "@/lib/auth/permissions";
import type { Viewer } from "@/lib/auth/viewer";
import { AppError } from "@/lib/errors";
import { findPosition } from "@/lib/position/find-position";
import { findApplication } from "@/lib/screening/find-application";
import type { ApplicationDetail, DecidedOnMany, DecideOnManyInput } from "@/lib/screening/schema";
import { recordDecisions } from "./record-decisions";

type DecideOnMany = DecideOnManyInput & { positionId: string; viewer: Viewer };

const readAtOnce = 10;

/**
 * One choice with one reason for many candidates of a position; each gets a decision of their own.
 *
 * @throws not_found when the viewer may not see the position
 */
export async function decideOnMany(input: DecideOnMany): Promise<DecidedOnMany> {
  const { positionId, choice, reason, reasonCode, viewer } = input;
  assertCan(viewer, "application:decide");
  if (!(await findPosition({ positionId, viewer }))) throw new AppError("not_found", "position_not_found");
  const asked = [...new Map(input.applications.map((application) => [application.id, application])).values()];
  const applications: ApplicationDetail[] = [];
  for (let start = 0; start < asked.length; start += readAtOnce) {
    const some = asked.slice(start, start + readAtOnce);
    const found = await Promise.all(some.map(({ id }) => findApplication({ applicationId: id, viewer })));
    applications.push(
      ...found.filter((application, place): application is ApplicationDetail => {
        if (application?.position.id !== positionId) return false;
        const seen = some[place];
        const isSame =
          seen?.score === undefined || seen.score === (application.run?.result.comprehensive.value ?? null);
        return isSame && (application.run?.id ?? null) === seen?.runId;
      }),
    );
  }
  const decisions = await recordDecisions({ applications, choice, reason, reasonCode, viewer });
  return { decisions, skipped: asked.length - decisions.length };
}
