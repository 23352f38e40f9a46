import { parseArgs } from "node:util";
import {
  createParseAccountFromTerminal,
  createToken,
  createUserFromTerminal,
  resetPasswordFromTerminal,
} from "@/lib/cli/accounts";
import { announceSetUp } from "@/lib/cli/announce-set-up";
import { addDemo, removeDemo } from "@/lib/cli/demo";
import { exportCorrections } from "@/lib/cli/export-corrections";
import { parseFiles } from "@/lib/cli/parse-files";
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
    help: { type: "boolean" },
  },
});

const commands: Record<string, () => Promise<number>> = {
  parse: () => parseFiles(positionals.slice(1), values.format),
  "token create": () => createToken(values),
  "parse-account create": () => createParseAccountFromTerminal(values),
  "user create": () => createUserFromTerminal(values),
  "user reset-password": () => resetPasswordFromTerminal(values),
  demo: () => addDemo(values),
  "demo remove": removeDemo,
  "corrections export": exportCorrections,
  "set-up": announceSetUp,
};

const name = positionals[0] === "parse" ? "parse" : positionals.join(" ");
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
