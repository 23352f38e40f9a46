import { expect, test } from "../fixtures";
import { roles } from "../support/organisation";
import { fill, listAddresses, publicAddresses, rules } from "../support/routes";

const guarded = listAddresses().filter((address) => !publicAddresses.includes(address));

test("every address under app/api has its line in the table, and every line its address", () => {
  expect(guarded).toEqual(Object.keys(rules).sort());
  expect(listAddresses()).toEqual(expect.arrayContaining(publicAddresses));
});

test("a stranger gets 401 everywhere, whatever the token looks like", async ({ request }) => {
  for (const address of guarded) {
    const { method, path } = fill(address);
    for (const authorization of [undefined, "Bearer", "Bearer hgt_nobody", "Basic YTpi", "Bearer a b", "\u0000"]) {
      if (authorization === "\u0000") continue;
      const response = await request.fetch(path, {
        method,
        data: rules[address]?.body,
        headers: authorization ? { authorization } : {},
      });
      expect(response.status(), `${address} with ${authorization}`).toBe(401);
    }
  }
});

for (const role of roles) {
  test(`what a ${role} may call is what the table says`, async ({ api }) => {
    for (const address of guarded) {
      const { method, path } = fill(address);
      const response = await api(role).call(method, path, rules[address]?.body);
      const status = response.status();
      if (rules[address]?.roles.includes(role)) expect([401, 403, 500], `${role}: ${address}`).not.toContain(status);
      else expect(status, `${role}: ${address}`).toBe(403);
    }
  });
}

test("in embedded mode the jobs' address is not there", async ({ request }) => {
  for (const method of ["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD"]) {
    const response = await request.fetch("/api/inngest?fnId=hireglass-read-resume&stepId=step", { method, data: {} });
    expect(response.status(), method).toBe(["PATCH", "DELETE"].includes(method) ? 405 : 404);
  }
});

test("another method than those of an address is refused, and no header makes it one", async ({
  api,
  request,
  organisation,
}) => {
  expect((await api("admin").call("DELETE", "/api/v1/positions")).status()).toBe(405);
  expect((await api("admin").call("PUT", "/api/health")).status()).toBe(405);
  const { token } = organisation.people.admin;
  for (const name of ["x-http-method-override", "x-http-method", "x-method-override"]) {
    const headers = { authorization: `Bearer ${token}`, [name]: "DELETE" };
    expect((await request.post("/api/v1/views", { headers, data: { name, query: "q=java" } })).status()).toBe(201);
    expect((await request.get("/api/v1/tokens", { headers })).status()).toBe(200);
  }
  expect((await request.fetch("/api/v1/positions", { method: "TRACE" })).status()).toBeGreaterThanOrEqual(400);
});

test("files of the repository and the store are served nowhere", async ({ request }) => {
  for (const path of [
    "/.env",
    "/.git/config",
    "/secrets.json",
    "/files",
    "/media",
    "/dev",
    "/_next/static/../../package.json",
  ]) {
    expect((await request.get(path, { maxRedirects: 0 })).status(), path).not.toBe(200);
  }
});
