import "server-only";
import { recordAudit } from "@/lib/audit/record-audit";
import { assertCan } from "@/lib/auth/permissions";
import { createSecretToken } from "@/lib/auth/secret-token";
import type { Viewer } from "@/lib/auth/viewer";
import { scopedDb } from "@/lib/db";
import { AppError } from "@/lib/errors";
import type { CreatedParseAccount, CreateParseAccountInput, ParseAccountView, UpdateParseAccountInput } from "./schema";

/** An account for clients of the ResumeSDK addresses. Password and app code are returned here once and never again. */
export async function createParseAccount({
  name,
  usageLimit,
  viewer,
}: CreateParseAccountInput & { viewer: Viewer }): Promise<CreatedParseAccount> {
  assertCan(viewer, "settings:write");
  const secret = createSecretToken("");
  const code = createSecretToken("");
  const { organisationId } = viewer;
  const uid = await scopedDb(organisationId).$transaction(async (tx) => {
    const row = await tx.parseAccount.create({
      data: { organisationId, name, usageLimit, secretHash: secret.tokenHash, appCodeHash: code.tokenHash },
      select: { id: true, number: true },
    });
    await recordAudit(tx, {
      viewer,
      action: "parse_account.created",
      subjectType: "parse_account",
      subjectId: row.id,
      details: { usageLimit },
    });
    return row.number;
  });
  return { uid, pwd: secret.token, appCode: code.token };
}

export async function listParseAccounts({ viewer }: { viewer: Viewer }): Promise<ParseAccountView[]> {
  assertCan(viewer, "settings:read");
  const rows = await scopedDb(viewer.organisationId).parseAccount.findMany({ orderBy: { number: "asc" } });
  return rows.map(({ id, number, name, usageLimit, usageCount, disabledAt, lastUsedAt }) => ({
    ...{ id, uid: number, name, usageLimit, usageCount },
    isDisabled: disabledAt !== null,
    lastUsedAt: lastUsedAt?.toISOString() ?? null,
  }));
}

type Update = UpdateParseAccountInput & { accountId: string; viewer: Viewer };

export async function updateParseAccount({ accountId, usageLimit, isDisabled, viewer }: Update) {
  assertCan(viewer, "settings:write");
  await scopedDb(viewer.organisationId).$transaction(async (tx) => {
    const { count } = await tx.parseAccount.updateMany({
      where: { id: accountId },
      data: { usageLimit, ...(isDisabled !== undefined && { disabledAt: isDisabled ? new Date() : null }) },
    });
    if (count === 0) throw new AppError("not_found", "not_found");
    await recordAudit(tx, {
      viewer,
      action: "parse_account.changed",
      subjectType: "parse_account",
      subjectId: accountId,
      details: { usageLimit: usageLimit ?? null, isDisabled: isDisabled ?? null },
    });
  });
}
