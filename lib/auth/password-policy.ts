import "server-only";
import { longestPassword, shortestPassword } from "@/lib/auth/schema";
import { AppError } from "@/lib/errors";

type Judged = { password: string; email?: string; name?: string };

/**
 * Any characters, 8 to 256 of them; none of those that are tried first, and not the person's own name or address.
 *
 * @throws bad_request
 */
export async function assertGoodPassword({ password, email = "", name = "" }: Judged) {
  const length = [...password].length;
  if (length < shortestPassword || length > longestPassword)
    throw new AppError("bad_request", "password_length", { values: { from: shortestPassword, to: longestPassword } });
  const plain = normal(password);
  const own = [email, email.split("@")[0] ?? "", name, "hireglass"].map(normal).filter((word) => word.length > 3);
  const known = await commonPasswords();
  const bare = plain.replace(/[^\p{L}]+$/u, "");
  if (known.has(plain) || own.includes(plain) || own.includes(bare) || new Set(plain).size < 3)
    throw new AppError("bad_request", "password_common");
}

let loaded: Promise<ReadonlySet<string>> | null = null;

/** Passwords that leaks are full of: `@zxcvbn-ts/language-common`, MIT. Read when the first password is chosen. */
function commonPasswords(): Promise<ReadonlySet<string>> {
  loaded ??= import("@zxcvbn-ts/language-common").then(
    ({ dictionary }) => new Set(dictionary["passwords-common"].map(normal)),
  );
  return loaded;
}

function normal(text: string) {
  return text.normalize("NFKC").toLowerCase().replace(/\s/g, "");
}
