import { parseArgs } from "node:util";
import { closeDb } from "@/lib/db";
import { AppError } from "@/lib/errors";

const usage = `Usage: npm run -s cli -- COMMAND

  parse FILE… [--format profile|resumesdk]          one JSON line per file; needs no database
  token create --email E --name N                   an API token acting as that user, on the last line
  parse-account create --name N --limit CALLS       uid, pwd and app code for clients of the ResumeSDK addresses
  user create --email E --name N --role R           R: admin, recruiter, hiring_manager, interviewer
  user reset-password --email E
                                                    both print a generated password unless --password P is given
  corrections export                                what people corrected beside what was read, as JSON lines
  audit verify [--head SEQ:HASH]                    whether the audit log's chain holds, and its head to note
  files check [--remove] [--older-than HOURS]       files without a row (of a day ago), and rows without their file
  backup FILE|FOLDER                                database and files in one ZIP, while the server runs
  restore FILE [--without-keys]                     puts a backup into an empty installation of the same version
  vault status                                      under which keys secrets and sensitive fields are sealed
  vault key                                         a new key, to put first into VAULT_KEYS
  vault rotate [--new-key]                          seals everything under the current key; goes on where it stopped.
                                                    --new-key makes one first, where the keys lie in the data folder
  demo [--seed N]                                   sixty made-up resumes and six positions, screened; npm run demo
  demo remove                                       takes them away again`;

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    format: { type: "string", default: "profile" },
    email: { type: "string" },
    name: { type: "string" },
    role: { type: "string" },
    password: { type: "string" },
    limit: { type: "string" },
    seed: { type: "string" },
    head: { type: "string" },
    remove: { type: "boolean" },
    "older-than": { type: "string" },
    "new-key": { type: "boolean" },
    "without-keys": { type: "boolean" },
    help: { type: "boolean" },
  },
});

const accounts = () => import("@/lib/cli/accounts");

/** Each loads what it needs when it is asked for: reading every module takes a second. */
const commands: Record<string, () => Promise<number>> = {
  parse: async () => (await import("@/lib/cli/parse-files")).parseFiles(positionals.slice(1), values.format),
  "token create": async () => (await accounts()).createToken(values),
  "parse-account create": async () => (await accounts()).createParseAccountFromTerminal(values),
  "user create": async () => (await accounts()).createUserFromTerminal(values),
  "user reset-password": async () => (await accounts()).resetPasswordFromTerminal(values),
  demo: async () => (await import("@/lib/cli/demo")).addDemo(values),
  "demo remove": async () => (await import("@/lib/cli/demo")).removeDemo(),
  "corrections export": async () => (await import("@/lib/cli/export-corrections")).exportCorrections(),
  "audit verify": async () => (await import("@/lib/cli/audit")).verifyAuditFromTerminal(values),
  "files check": async () => (await import("@/lib/cli/files")).checkFiles(values),
  backup: async () => (await import("@/lib/cli/backup")).backUpFromTerminal(positionals[1]),
  restore: async () =>
    (await import("@/lib/cli/backup")).restoreFromTerminal(positionals[1], {
      ignoresKeys: values["without-keys"] ?? false,
    }),
  "vault status": async () => (await import("@/lib/cli/vault")).rotateVaultFromTerminal({ isChanging: false }),
  "vault rotate": async () => (await import("@/lib/cli/vault")).rotateVaultFromTerminal({ isChanging: true }),
  "vault key": async () => (await import("@/lib/cli/vault")).printVaultKey(),
  "set-up": async () => (await import("@/lib/cli/announce-set-up")).announceSetUp(),
};

const withFiles = ["parse", "backup", "restore"];
const name = withFiles.includes(positionals[0] ?? "") ? (positionals[0] ?? "") : positionals.join(" ");
try {
  const command = values.help ? undefined : commands[name];
  if (!command) console.log(usage);
  process.exitCode = command ? await command() : Number(!values.help && positionals.length > 0);
} catch (error) {
  console.error(error instanceof AppError || error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
} finally {
  await closeDb();
}
