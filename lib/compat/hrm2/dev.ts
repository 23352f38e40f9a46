import "server-only";
import { createHash, randomUUID } from "node:crypto";
import { z } from "zod";
import type { Viewer } from "@/lib/auth/viewer";
import { addComment } from "@/lib/comment/write-comment";
import { makeDice } from "@/lib/demo/dice";
import { plainText } from "@/lib/demo/files/text";
import { type Fit, makePerson, type Person } from "@/lib/demo/person";
import { writeResume } from "@/lib/demo/resume-text";
import { env } from "@/lib/env";
import * as answers from "./answers";
import { operation, words } from "./operation";
import { someCriteria } from "./position-shape";
import { acceptText, findByText } from "./resumes";
import { clearState, readState, writeState } from "./state";

const errorKey = "hrm2.forced-error";
const countKey = "hrm2.generated";
const errorSeconds = 3600;

/** Exist for developers only: where nobody has asked for them, a server in production has no such addresses. */
export function hasDevTools(): boolean {
  return env().NODE_ENV !== "production" || env().DEV_TOOLS;
}

const forDevelopers = { permission: "screening:start", isForDevelopers: true } as const;

/** E28 POST. */
export const forceError = operation(
  {
    ...forDevelopers,
    fields: z.object({
      force_error: z.boolean().catch(true),
      error_message: z.string().nullish(),
      error_type: z.string().nullish(),
    }),
    data: answers.forcedError,
  },
  async ({ viewer, fields }) => {
    const { force_error: isForced, error_message, error_type } = fields;
    const message = error_message || "测试用的筛选错误";
    const type = error_type || "runtime";
    const value = { error_message: message.slice(0, 500), error_type: type.slice(0, 100) };
    if (isForced) await writeState(viewer, errorKey, { value, expiresAt: new Date(Date.now() + errorSeconds * 1000) });
    else await clearState(viewer, errorKey);
    return { message: "已设置。", data: { force_error: isForced, ...value, expires_in: errorSeconds } };
  },
);

/** E28 GET. */
export const getForcedError = operation({ ...forDevelopers, data: answers.errorState }, async ({ viewer }) => {
  const state = await readState(viewer, errorKey);
  return { message: "状态。", data: state ? { active: true, ...state } : { active: false } };
});

/** E29. */
export const resetDevTools = operation(forDevelopers, async ({ viewer }) => {
  await clearState(viewer, errorKey);
  return { message: "已重置。" };
});

/** The error that new screenings end with, while one is set and the tools exist. */
export async function forcedError(viewer: Viewer): Promise<string | undefined> {
  if (!hasDevTools()) return undefined;
  const state = await readState(viewer, errorKey);
  return typeof state?.error_message === "string" ? state.error_message : undefined;
}

/** E27: made-up people whose resumes fit the position more or less, each call others. */
export const generateResumes = operation(
  {
    ...forDevelopers,
    fields: z.object({
      position: z.looseObject({ ...someCriteria.shape, position: words().trim() }),
      count: z.coerce
        .number()
        .default(5)
        .transform((value) => Math.min(20, Math.max(1, Math.trunc(value)))),
    }),
    data: answers.generatedResumes,
  },
  async ({ viewer, fields: { position, count } }) => {
    const title = position.position;
    const state = await readState(viewer, countKey);
    const made = Number(state?.made ?? 0);
    await writeState(viewer, countKey, { value: { made: made + count } });

    const batchId = randomUUID();
    const added: { id: string; filename: string; candidate_name: string }[] = [];
    const skipped: { filename: string; reason: string }[] = [];
    for (let index = 0; index < count; index += 1) {
      const person = makeUp({ title, skills: position.required_skills ?? [], number: made + index });
      const filename = `${person.name}_简历.txt`;
      const content = plainText(writeResume({ person, dates: "dots", statesYears: index % 2 === 0 })).toString("utf8");
      if (await findByText(content, viewer)) {
        skipped.push({ filename, reason: "简历已存在" });
        continue;
      }
      const id = await acceptText({ name: filename, content, batchId, viewer });
      await addComment({ resumeId: id, text: `为岗位“${title.slice(0, 255)}”生成的测试简历`, viewer });
      added.push({ id, filename, candidate_name: person.name });
    }
    return {
      message: `已生成 ${added.length} 份简历。`,
      data: {
        ...{ added, skipped, added_count: added.length, skipped_count: skipped.length, requested_count: count },
      },
    };
  },
);

const fits: Fit[] = ["strong", "middle", "weak"];
const tracks: [RegExp, Person["track"]][] = [
  [/产品|product/i, "product"],
  [/会计|财务|审计|税|account|financ/i, "accountant"],
  [/护士|护理|nurs/i, "nurse"],
  [/分析|数据|analy|data/i, "analyst"],
];

/** Somebody of the nearest profession; a good fit names all the skills that are asked for, a weak one none. */
function makeUp({ title, skills, number }: { title: string; skills: string[]; number: number }): Person {
  const seed = createHash("sha256").update(`${title} ${number}`).digest().readUInt32BE(0);
  const dice = makeDice(seed);
  const fit = dice.pick(fits);
  const track = tracks.find(([pattern]) => pattern.test(title))?.[1] ?? "backend";
  const person = makePerson({ number: (number % 900) + 100, track, language: "zh", fit, dice });
  const share = { strong: 1, middle: 0.5, weak: 0 }[fit];
  return { ...person, skills: [...skills.slice(0, Math.ceil(skills.length * share)), ...person.skills] };
}
