import { Secret, TOTP } from "otpauth";
import { expect, test } from "./fixtures";
import { testPassword } from "./support/organisation";
import { expectToast, openMenu } from "./support/ui";

test.use({ role: "admin" });

test("a role has to have a second factor: it is set up before anything else, and asked for from then on", async ({
  page,
  openPage,
  organisation,
}) => {
  const recruiter = await openPage("recruiter");
  await recruiter.goto("/resumes");
  await expect(recruiter).toHaveURL(/\/resumes/);
  await page.goto("/settings/people");
  await page.getByRole("group", { name: "Roles that need a second factor" }).getByLabel("Recruiter").click();
  await expectToast(page, "Saved");

  await recruiter.goto("/resumes");
  await expect(recruiter).toHaveURL(/\/account/);
  await expect(recruiter.getByText("Your role has to have a second factor")).toBeVisible();
  const refused = await recruiter.evaluate(async () => (await fetch("/api/v1/resumes")).status);
  expect(refused).toBe(403);
  await recruiter.getByRole("button", { name: "Turn on" }).click();
  await expect(recruiter.getByAltText("Picture to scan")).toBeVisible();
  const secret = ((await recruiter.locator("code").first().textContent()) ?? "").trim();
  const totp = new TOTP({ secret: Secret.fromBase32(secret), digits: 6, period: 30 });
  await recruiter.getByLabel("Six digits").fill("000000");
  await recruiter.getByRole("button", { name: "Confirm" }).click();
  await expect(recruiter.getByText("That code is not right")).toBeVisible();
  await recruiter.getByLabel("Six digits").fill(totp.generate());
  await recruiter.getByRole("button", { name: "Confirm" }).click();
  const codes = recruiter.getByRole("status").locator("li");
  await expect(codes).toHaveCount(10);
  const code = (await codes.first().textContent()) ?? "";
  await recruiter.getByRole("button", { name: "I have kept them" }).click();
  await expect(recruiter.getByText("10 recovery codes are left")).toBeVisible();
  await recruiter.goto("/resumes");
  await expect(recruiter).toHaveURL(/\/resumes/);

  await (await openMenu(recruiter)).getByRole("menuitem", { name: "Sign out" }).click();
  await recruiter.getByLabel("E-mail").fill(organisation.people.recruiter.email);
  await recruiter.getByLabel("Password").fill(testPassword);
  await recruiter.getByRole("button", { name: "Sign in" }).click();
  await recruiter.getByLabel("Code").fill(code);
  await recruiter.getByRole("button", { name: "Sign in" }).click();
  await expect(recruiter.getByRole("heading", { name: "Today", level: 1 })).toBeVisible();
  await recruiter.goto("/account");
  await expect(recruiter.getByText("9 recovery codes are left")).toBeVisible();
  await expect(recruiter.getByText("This browser")).toBeVisible();
});
test.use({ expectedErrors: [/40[03]/] });

test("an invited person makes their own account, and the link works once", async ({ page, openPage }) => {
  await page.goto("/settings/people");
  const section = page.getByRole("region", { name: "Invitations" });
  await section.getByLabel("Name").fill("Nia New");
  await section.getByLabel("E-mail").fill(`nia-${Date.now()}@example.com`);
  await section.getByLabel("Role").selectOption("interviewer");
  await section.getByRole("button", { name: "Invite" }).click();
  const link = ((await section.locator("code").first().textContent()) ?? "").trim();
  expect(link).toContain("/invitation#");

  const guest = await openPage(null);
  await guest.goto(link);
  await guest.getByLabel("Name").fill("Nia New");
  await guest.getByLabel("Password").fill("password123");
  await guest.getByRole("button", { name: "Make the account" }).click();
  await expect(guest.getByText("among the first to be tried")).toBeVisible();
  await guest.getByLabel("Password").fill("a horse of my own");
  await guest.getByRole("button", { name: "Make the account" }).click();
  await expect(guest.getByRole("heading", { name: "Today", level: 1 })).toBeVisible();

  const late = await openPage(null);
  await late.goto(link);
  await late.getByLabel("Name").fill("Somebody");
  await late.getByLabel("Password").fill("a horse of another");
  await late.getByRole("button", { name: "Make the account" }).click();
  await expect(late.getByText("This link was used")).toBeVisible();
});
