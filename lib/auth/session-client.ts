const told = [
  ...["rate_limited", "code_needed", "code_wrong"],
  ...["provider_unknown", "provider_unverified", "provider_late"],
] as const;
export type SignInFailure = "wrong" | "unavailable" | (typeof told)[number];

/** What an address's `error` says to a person; null without one. NextAuth's own words are for nobody. */
export function toFailure(error: string | null | undefined): SignInFailure | null {
  if (!error) return null;
  if (error === "CredentialsSignin") return "wrong";
  return told.find((failure) => failure === error) ?? "unavailable";
}

/** `step` without address and password: the code of somebody whom the provider has signed in. */
type Credentials = { email: string; password: string; code?: string } | { step: "code"; code: string };

/** Signs in with NextAuth's own addresses; its browser package weighs more than all of this page. Null: done. */
export async function signIn(credentials: Credentials): Promise<SignInFailure | null> {
  try {
    const url = await post("/api/auth/callback/credentials", credentials);
    return toFailure(new URL(url, location.origin).searchParams.get("error"));
  } catch {
    return "unavailable";
  }
}

/** Leaves for the company's own sign-in page, which leads back. */
export async function signInElsewhere(): Promise<SignInFailure | null> {
  try {
    const url = await post("/api/auth/signin/oidc", {});
    const failure = toFailure(new URL(url, location.origin).searchParams.get("error"));
    if (!failure) location.assign(url);
    return failure;
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
