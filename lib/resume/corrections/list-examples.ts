import "server-only";
import { systemDb } from "@/lib/db";

const rowsAtOnce = 500;

/** What the parser read and what a person says it is. The two values and nothing else of the resume. */
export type LabelledExample = {
  resumeId: string;
  fileKind: string | null;
  parserVersion: string | null;
  path: string;
  read: string | null;
  correct: string;
  correctedAt: string;
};

/** Every correction of every organisation, in parts; for whoever has the terminal, and with it the database. */
export async function* listExamples(): AsyncGenerator<LabelledExample[]> {
  for (let after: string | undefined; ; ) {
    const rows = await systemDb().resumeCorrection.findMany({
      where: { resume: { deleteAt: null } },
      orderBy: { id: "asc" },
      take: rowsAtOnce,
      ...(after && { cursor: { id: after }, skip: 1 }),
      select: {
        ...{ id: true, resumeId: true, path: true, readValue: true, value: true, correctedAt: true },
        resume: { select: { fileKind: true, parserVersion: true } },
      },
    });
    yield rows.map(({ resumeId, path, readValue, value, correctedAt, resume }) => ({
      ...{ resumeId, ...resume, path, read: readValue, correct: value, correctedAt: correctedAt.toISOString() },
    }));
    after = rows.at(-1)?.id;
    if (rows.length < rowsAtOnce) return;
  }
}
