export type SignInFailure = "wrong" | "rate_limited" | "unavailable" | "code_needed" | "code_wrong";
const told: readonly SignInFailure[] = ["rate_limited", "code_needed", "code_wrong"];

/** Signs in with NextAuth's own addresses; its browser package weighs more than all of this page. Null: done. */
export async function signIn(credentials: {
  email: string;
  password: string;
  code?: string;
}): Promise<SignInFailure | null> {
  try {
    const url = await post("/api/auth/callback/credentials", credentials);
    const error = new URL(url, location.origin).searchParams.get("error");
    if (!error) return null;
    return error === "CredentialsSignin" ? "wrong" : (told.find((failure) => failure === error) ?? "unavailable");
  } catch {
    return "unavailable";
  }
}

/** Ends the session and leaves for the sign-in page, with nothing of the old pages kept in memory. */
export async function signOut() {
  await post("/api/auth/signout", {});
  location.assign("/sign-in");
}

async function post(address: string, fields: Record<string, string>) {
  const csrfToken = await readText(await fetch("/api/auth/csrf"), "csrfToken");
  const body = new URLSearchParams({ ...fields, csrfToken, callbackUrl: "/", json: "true" });
  return readText(await fetch(address, { method: "POST", body }), "url");
}

/** By hand: the sign-in page has no other use for a schema library. */
async function readText(response: Response, key: string): Promise<string> {
  const body: unknown = await response.json();
  const value: unknown = typeof body === "object" && body !== null ? Reflect.get(body, key) : null;
  if (typeof value !== "string") throw new Error(`The answer has no ${key}`);
  return value;
}
