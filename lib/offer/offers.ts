import "server-only";
import { z } from "zod";
import { recordAudit } from "@/lib/audit/record-audit";
import { assertCan, visibleApplications } from "@/lib/auth/permissions";
import type { Viewer } from "@/lib/auth/viewer";
import { scopedDb, type Transaction } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { offerStates } from "@/lib/offer/kinds";
import type { OfferDetail, SaveOfferInput } from "@/lib/offer/schema";
import { findUserNames } from "@/lib/resume/find-user-names";
import { tellWebhooks } from "@/lib/webhook/tell-webhooks";

type OfApplication = { applicationId: string; viewer: Viewer };

/** What is offered, as it was written each time, and the range it has to lie in. @throws not_found */
export async function getOffers({ applicationId, viewer }: OfApplication): Promise<OfferDetail> {
  assertCan(viewer, "screening:read");
  const db = scopedDb(viewer.organisationId);
  const { range, isOpen } = await loadTerms(db, { applicationId, viewer });
  const rows = await db.offer.findMany({ where: { applicationId }, orderBy: { createdAt: "desc" } });
  const names = await findUserNames(
    viewer.organisationId,
    rows.map(({ createdById }) => createdById),
  );
  return {
    ...{ range, isOpen },
    offers: rows.map(({ id, salary, startDate, notes, state, createdById, createdAt }) => ({
      ...{ id, salary, startDate, notes, state: z.enum(offerStates).parse(state) },
      ...{ by: names.get(createdById) ?? "", createdAt: createdAt.toISOString() },
    })),
  };
}

/**
 * Writes what is offered. Every time is a row of its own, so that what was said when can be told.
 *
 * @throws conflict before the candidate stands at the offer; bad_request for a salary outside the position's range
 */
export async function saveOffer({ applicationId, viewer, ...offer }: OfApplication & SaveOfferInput) {
  assertCan(viewer, "offer:write");
  const { organisationId, userId: createdById } = viewer;
  return scopedDb(organisationId).$transaction(async (tx) => {
    const { range, isOpen } = await loadTerms(tx, { applicationId, viewer });
    if (!isOpen) throw new AppError("conflict", "no_offer_yet");
    const { min, max } = range;
    if ((min !== null && offer.salary < min) || (max !== null && offer.salary > max))
      throw new AppError("bad_request", "salary_out_of_range", { values: { min: min ?? 0, max: max ?? 0 } });
    const { id } = await tx.offer.create({ data: { ...offer, organisationId, applicationId, createdById } });
    const subject = { subjectType: "application", subjectId: applicationId, details: { state: offer.state } };
    await recordAudit(tx, { viewer, action: "offer.saved", ...subject });
    await tellWebhooks(tx, {
      ...{ organisationId, type: "offer.saved", data: { applicationId, offerId: id, state: offer.state } },
    });
    return { id };
  });
}

async function loadTerms(db: Transaction, { applicationId, viewer }: OfApplication) {
  const row = await db.application.findFirst({
    where: { id: applicationId, ...visibleApplications(viewer) },
    select: {
      stage: true,
      position: {
        select: {
          versions: { orderBy: { version: "desc" }, take: 1, select: { salaryMin: true, salaryMax: true } },
        },
      },
    },
  });
  if (!row) throw new AppError("not_found", "application_not_found");
  const [version] = row.position.versions;
  return {
    range: { min: version?.salaryMin ?? null, max: version?.salaryMax ?? null },
    isOpen: row.stage === "offer" || row.stage === "hired",
  };
}
