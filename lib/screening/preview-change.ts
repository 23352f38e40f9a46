import "server-only";
import { setImmediate } from "node:timers/promises";
import { isDeepStrictEqual } from "node:util";
import { z } from "zod";
import { assertCan, visibleApplications, visiblePositions } from "@/lib/auth/permissions";
import type { Viewer } from "@/lib/auth/viewer";
import { scopedDb } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { log } from "@/lib/log";
import { requirement } from "@/lib/position/requirement";
import type { SavePositionInput } from "@/lib/position/schema";
import { findBlindings, showRow } from "@/lib/resume/blind/blindings";
import { blindMode } from "@/lib/resume/blind/schema";
import { loadCorrections } from "@/lib/resume/corrections/load-corrections";
import { findUserNames } from "@/lib/resume/find-user-names";
import { byAdviceAndScore } from "@/lib/screening/by-advice-and-score";
import type { ScreenedPosition } from "@/lib/screening/engine/score-judged";
import { withOverrides } from "@/lib/screening/engine/with-overrides";
import { loadOverrides, standing } from "@/lib/screening/load-overrides";
import type { MovedCandidate, PreviewedChange, ScreeningResult } from "@/lib/screening/schema";
import { screenStored } from "@/lib/screening/screen-stored";
import { toMark } from "@/lib/screening/to-mark";

type PreviewChange = { positionId: string; content: SavePositionInput; viewer: Viewer };

/** Each takes milliseconds while somebody waits. */
const mostCompared = 500;

/**
 * Who would stand where on the board if the position were saved like this: both places come from the engine as it is
 * now, with what people say instead of verdicts, so that only the change moves anybody. Nothing is stored.
 *
 * @throws not_found when the viewer may not see the position
 */
export async function previewChange({ positionId, content, viewer }: PreviewChange): Promise<PreviewedChange> {
  assertCan(viewer, "position:write");
  assertCan(viewer, "screening:read");
  const db = scopedDb(viewer.organisationId);
  const position = await db.position.findFirst({
    where: { id: positionId, ...visiblePositions(viewer) },
    select: { blind: true, versions: { orderBy: { version: "desc" }, take: 1 } },
  });
  const version = position?.versions[0];
  if (!version) throw new AppError("not_found", "position_not_found");
  const now = { ...version, requirements: z.array(requirement).parse(version.requirements) };
  const where = { positionId, currentRunId: { not: null }, ...visibleApplications(viewer) };
  const total = await db.application.count({ where });
  const applications = await db.application.findMany({
    where,
    orderBy: { number: "asc" },
    take: mostCompared,
    select: {
      id: true,
      resume: {
        select: { id: true, candidateName: true, fileName: true, content: { select: { text: true, profile: true } } },
      },
    },
  });
  const resumeIds = applications.map(({ resume }) => resume.id);
  const blind = blindMode.parse(position.blind);
  const blindings = await findBlindings(viewer, resumeIds);
  const corrections = await loadCorrections(db, resumeIds);
  const names = await findUserNames(
    viewer.organisationId,
    [...corrections.values()].flat().map(({ correctedById }) => correctedById),
  );
  const overrides = await loadOverrides(
    db,
    applications.map(({ id }) => id),
  );
  const compared: Compared[] = [];
  for (const { id, resume } of applications) {
    if (!resume.content) continue;
    await setImmediate();
    const stored = { ...resume.content, corrections: corrections.get(resume.id) ?? [], names, blind };
    const shown = showRow(resume, blindings.get(resume.id));
    const said = standing(overrides.get(id) ?? []);
    const standsFor = (position: ScreenedPosition) =>
      withOverrides({ position, result: screenStored({ position, ...stored }), overrides: said });
    try {
      compared.push({
        ...{ applicationId: id, candidateName: shown.candidateName, fileName: shown.fileName },
        before: standsFor(now),
        after: standsFor(content),
      });
    } catch (error) {
      // One that cannot be screened is not compared either, and counted so.
      log.error(
        { applicationId: id, error: error instanceof Error ? error.name : "unknown" },
        "a resume could not be compared",
      );
    }
  }
  return {
    candidates: toMoved(compared, now.requirements, content.requirements),
    notCompared: total - compared.length,
  };
}

type Compared = Pick<MovedCandidate, "applicationId" | "candidateName" | "fileName"> & {
  before: ScreeningResult;
  after: ScreeningResult;
};
type Asked = SavePositionInput["requirements"];

function toMoved(compared: Compared[], before: Asked, after: Asked): MovedCandidate[] {
  const places = (of: "before" | "after") => {
    const order = compared.toSorted((a, b) => byAdviceAndScore(a[of], b[of]));
    return new Map(order.map(({ applicationId }, index) => [applicationId, index + 1]));
  };
  const [old, next] = [places("before"), places("after")];
  const changes = changedRequirements(before, after);
  return compared
    .map(({ before: was, after: is, ...candidate }) => ({
      ...candidate,
      rankBefore: old.get(candidate.applicationId) ?? 0,
      rankAfter: next.get(candidate.applicationId) ?? 0,
      scoreBefore: was.comprehensive.value,
      scoreAfter: is.comprehensive.value,
      adviceBefore: was.advice,
      adviceAfter: is.advice,
      reasons: changes.map(({ key, text, isReweighted }) => ({
        ...{ text, isReweighted },
        before: markOf(was, key),
        after: markOf(is, key),
      })),
    }))
    .toSorted((a, b) => a.rankAfter - b.rankAfter);
}

/** What is asked now and was not, no longer, in other words, or with another weight or necessity. */
function changedRequirements(before: Asked, after: Asked) {
  const old = new Map(before.map((one) => [one.key, one]));
  const kept = new Set(after.map(({ key }) => key));
  const changed = after.flatMap((one) => {
    const was = old.get(one.key);
    const isReworded =
      was &&
      (was.text !== one.text || was.kind !== one.kind || !isDeepStrictEqual(was.accepted ?? [], one.accepted ?? []));
    const isReweighted = was !== undefined && (was.weight !== one.weight || was.necessity !== one.necessity);
    return !was || isReworded || isReweighted ? [{ key: one.key, text: one.text, isReweighted }] : [];
  });
  const dropped = before.filter(({ key }) => !kept.has(key));
  return [...changed, ...dropped.map(({ key, text }) => ({ key, text, isReweighted: false }))];
}

function markOf({ verdicts }: ScreeningResult, key: string) {
  const found = verdicts.find(({ requirementKey }) => requirementKey === key);
  return found ? toMark(found) : null;
}
