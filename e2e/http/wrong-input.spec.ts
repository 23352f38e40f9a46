import { expect, test } from "../fixtures";
import { documented, wrongBodies } from "../support/wrong-bodies";

/** Of HRM2's two generations one: the other has the same shapes. */
const operations = documented().filter(({ path, tag }) => tag !== "HRM2" || path.startsWith("/api/"));
const atOnce = 12;

/** Asks them all, a few at once. */
async function each<T>(all: readonly T[], ask: (one: T) => Promise<void>) {
  const waiting = all.values();
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (const one of waiting) await ask(one);
    }),
  );
}

test("a body that an address's shape does not take gets 4xx with its fields everywhere, and nothing anywhere is a fault", async ({
  organisation,
  baseURL,
}) => {
  const wrong = operations.flatMap(({ body, ...operation }, turn) =>
    body ? wrongBodies(body, turn).map((one) => ({ ...operation, ...one })) : [],
  );
  expect(wrong.length).toBeGreaterThan(450);
  const headers = {
    authorization: `Bearer ${organisation.people.admin.token}`,
    "content-type": "application/json",
  };
  const amiss: string[] = [];
  const counts = new Map<number, number>();
  await each(wrong, async ({ method, path, tag, what, body, isRefused, fields }) => {
    // Without Playwright, which takes longer for a request than the server.
    const response = await fetch(`${baseURL}${path}`, { method, headers, body });
    const said = await response.text();
    const { status } = response;
    counts.set(status, (counts.get(status) ?? 0) + 1);
    const isOurs = path.startsWith("/api/v1/");
    const untold = status === 400 ? fields.filter((field) => !said.includes(field)) : [];
    if (status >= 500 || (isOurs && isRefused && (status < 400 || untold.length > 0)))
      amiss.push(`${status} ${method} ${path} (${tag}): ${what} ${untold}`);
  });
  expect(amiss).toEqual([]);
  expect(counts.get(400)).toBeGreaterThan(wrong.length / 2);
});

test("a page of a list is what may be asked for, never more and never a fault", async ({ organisation, baseURL }) => {
  const headers = { authorization: `Bearer ${organisation.people.admin.token}` };
  const paging = /^(?:page|page_size|limit|cursor|offset)$/;
  const values = [
    "0",
    "-1",
    "1e9",
    "1000000000",
    "99999999999999999999",
    "NaN",
    "",
    "1.5",
    "1;select 1",
    "\u0000",
    "１",
  ];
  const asked = operations
    .filter(({ method }) => method === "GET")
    .flatMap(({ path, query }) =>
      query
        .filter(({ name, schema }) => paging.test(name) && !schema.enum)
        .flatMap(({ name, schema }) =>
          values.map((value) => ({
            path: `${path}?${name}=${encodeURIComponent(value)}`,
            isRefused:
              path.startsWith("/api/v1/") &&
              schema.type === "integer" &&
              !(Number(value) >= Number(schema.minimum) && Number(value) <= Number(schema.maximum ?? Infinity)),
          })),
        ),
    );
  expect(asked.length).toBeGreaterThan(100);
  const amiss: string[] = [];
  await each([...asked, { path: "/api/v1/resumes?limit=1&limit=x&q=a&q=b", isRefused: true }], async (one) => {
    const response = await fetch(`${baseURL}${one.path}`, { headers });
    const { byteLength } = await response.arrayBuffer();
    const { status } = response;
    const isFault = status >= 500 || byteLength > 1_000_000 || (one.isRefused && status < 400);
    if (isFault) amiss.push(`${status} ${one.path}: ${byteLength} bytes`);
  });
  expect(amiss).toEqual([]);
});
