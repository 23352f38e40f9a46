import "server-only";
import { systemDb } from "@/lib/db";
import { type Sealing, seal, sealBytes, unseal, unsealBytes, versionOf, versionOfBytes } from "@/lib/seal";
import { currentVersion } from "@/lib/vault-keys";

const rowsAtOnce = 200;

type Sealed = { id: string; owner: string; sealed: string };
type Column = {
  name: string;
  sealing: (row: Sealed) => Sealing;
  /** Rows behind `after`, by id, that have something sealed. */
  read: (after: string) => Promise<Sealed[]>;
  /** Changes a row only while it holds what was read: a writer in between wins. */
  write: (row: Sealed, sealed: string) => Promise<number>;
};

const first = "00000000-0000-0000-0000-000000000000";

/** Every column that holds something sealed. Purposes and bindings are those of the verbs that seal. */
const columns: Column[] = [
  {
    name: "resume_content.sensitive",
    sealing: ({ id, owner }) => ({ purpose: "sensitive fields", boundTo: `${owner}/${id}` }),
    read: (after) => systemDb().$queryRaw`
      select resume_id as id, organisation_id as owner, sensitive as sealed from resume_content
      where resume_id > ${after}::uuid and sensitive is not null order by resume_id limit ${rowsAtOnce}`,
    write: ({ id, sealed: before }, sealed) => systemDb().$executeRaw`
      update resume_content set sensitive = ${sealed} where resume_id = ${id}::uuid and sensitive = ${before}`,
  },
  {
    name: "model_settings.encrypted_api_key",
    sealing: ({ id }) => ({ purpose: "model api key", boundTo: id }),
    read: (after) => systemDb().$queryRaw`
      select organisation_id as id, organisation_id as owner, encrypted_api_key as sealed from model_settings
      where organisation_id > ${after}::uuid and encrypted_api_key is not null order by organisation_id limit ${rowsAtOnce}`,
    write: ({ id, sealed: before }, sealed) => systemDb().$executeRaw`
      update model_settings set encrypted_api_key = ${sealed}
      where organisation_id = ${id}::uuid and encrypted_api_key = ${before}`,
  },
  {
    name: "webhook_endpoint.sealed_secret",
    sealing: ({ id }) => ({ purpose: "webhook-secret", boundTo: id }),
    read: (after) => systemDb().$queryRaw`
      select id, organisation_id as owner, sealed_secret as sealed from webhook_endpoint
      where id > ${after}::uuid order by id limit ${rowsAtOnce}`,
    write: ({ id, sealed: before }, sealed) => systemDb().$executeRaw`
      update webhook_endpoint set sealed_secret = ${sealed} where id = ${id}::uuid and sealed_secret = ${before}`,
  },
  {
    name: "user_account.totp_secret",
    sealing: ({ id }) => ({ purpose: "second factor", boundTo: id }),
    read: (after) => systemDb().$queryRaw`
      select id, organisation_id as owner, totp_secret as sealed from user_account
      where id > ${after}::uuid and totp_secret is not null order by id limit ${rowsAtOnce}`,
    write: ({ id, sealed: before }, sealed) => systemDb().$executeRaw`
      update user_account set totp_secret = ${sealed} where id = ${id}::uuid and totp_secret = ${before}`,
  },
];

export type RotatedColumn = {
  name: string;
  /** Sealed anew. */
  changed: number;
  /** Under the current key before. */
  current: number;
  /** Do not open with any key there is. */
  unreadable: number;
};

/**
 * Seals everything under the current key, some rows at a time. Stopped in the middle it goes on where it was: what is
 * sealed under the current key is left alone. Without `isChanging` it only counts.
 */
export async function* rotateVault({ isChanging = true } = {}): AsyncGenerator<RotatedColumn> {
  const version = currentVersion();
  for (const column of columns) {
    const counts = { name: column.name, changed: 0, current: 0, unreadable: 0 };
    for (let after = first; ; ) {
      const rows = await column.read(after);
      for (const row of rows) {
        if (versionOf(row.sealed) === version) counts.current += 1;
        else {
          const text = unseal(row.sealed, column.sealing(row));
          if (text === null) counts.unreadable += 1;
          else if (!isChanging || (await column.write(row, seal(text, column.sealing(row)))) > 0) counts.changed += 1;
        }
      }
      const last = rows.at(-1);
      if (!last || rows.length < rowsAtOnce) break;
      after = last.id;
    }
    yield counts;
  }
  yield rotatePhotos(version, isChanging);
}

async function rotatePhotos(version: string, isChanging: boolean): Promise<RotatedColumn> {
  const db = systemDb();
  const counts = { name: "resume_photo.sealed", changed: 0, current: 0, unreadable: 0 };
  for (let after = first; ; ) {
    const rows = await db.resumePhoto.findMany({
      where: { resumeId: { gt: after } },
      orderBy: { resumeId: "asc" },
      take: rowsAtOnce,
    });
    for (const { resumeId, organisationId, sealed } of rows) {
      const sealing = { purpose: "photo", boundTo: `${organisationId}/${resumeId}` };
      if (versionOfBytes(sealed) === version) counts.current += 1;
      else {
        const photo = unsealBytes(sealed, sealing);
        if (!photo) counts.unreadable += 1;
        else {
          const where = { resumeId, sealed };
          const data = { sealed: sealBytes(photo, sealing) };
          if (!isChanging || (await db.resumePhoto.updateMany({ where, data })).count > 0) counts.changed += 1;
        }
      }
    }
    const last = rows.at(-1);
    if (!last || rows.length < rowsAtOnce) return counts;
    after = last.resumeId;
  }
}
