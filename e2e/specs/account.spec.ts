// An account from its invitation to a changed password: link, password policy, sessions, attempt limits. @desk: does not
// depend on the width.
import { expect, signInAs, signOut, speak, test } from "@/e2e/fixtures";

const PASSWORD = "lantern river stone";

test("a user accepts an invitation, sets and changes a password, and ends another session @desk", async ({
  page,
  browser,
  baseURL,
}) => {
  test.setTimeout(180_000);
  const email = "account-spec@example.gov.cn";
  await speak(page, "en");
  await signInAs(page, "Administrator", "/admin/users");
  await page.getByRole("link", { name: "Invite a user" }).click();
  const invite = page.getByRole("form", { name: "Invite" });
  await invite.getByLabel("Name").fill("Zhao Min");
  await invite.getByLabel("Email").fill(email);
  await invite.getByRole("button", { name: "Invite" }).click();
  const link = await invite.getByLabel("Invitation link (works for 7 days, shown only once):").inputValue();
  await expect(invite.getByText(`Give it to ${email} only.`)).toBeVisible();
  // Users cannot change their own roles.
  await page.getByRole("link", { name: "Administrator (demo)" }).click();
  await expect(page.getByText("This is your own account.")).toBeVisible();

  const own = await browser.newContext({ baseURL: baseURL ?? "", locale: "en-GB" });
  const person = await own.newPage();
  await speak(person, "en");
  await person.goto(link);
  for (const [weak, message] of [
    ["1234567890", "Use at least 12 characters."],
    ["Password1234!", "This password is easy to guess"],
    ["with-zhao-inside", "The password contains your name or email address."],
  ] as const) {
    await person.getByLabel("Password").fill(weak);
    await person.getByRole("button", { name: "Set password" }).click();
    await expect(person.getByText(message, { exact: message.endsWith("characters.") })).toBeVisible();
  }
  await person.getByLabel("Password").fill(PASSWORD);
  await person.getByRole("button", { name: "Set password" }).click();
  await expect(person.getByText("Your password is set. Sign in with it.")).toBeVisible();

  const other = await browser.newContext({ baseURL: baseURL ?? "", locale: "en-GB" });
  const elsewhere = await other.newPage();
  for (const where of [person, elsewhere]) {
    await speak(where, "en");
    await where.goto("/sign-in?next=/settings/account");
    await where.getByLabel("Email").fill(email);
    await where.getByLabel("Password").fill(PASSWORD);
    await where.getByRole("button", { name: "Sign in", exact: true }).click();
    await expect(where.getByRole("heading", { name: "Account and security" })).toBeVisible();
  }
  await person.reload();
  await expect(person.getByText("this session", { exact: true })).toHaveCount(1);
  await person.getByRole("button", { name: "End session" }).click();
  const question = person.getByRole("alertdialog", {
    name: /^End the session on .+\? That device must sign in again\.$/,
  });
  await question.getByRole("button", { name: "End session" }).click();
  await expect(person.getByText(/^The session on .+ has ended\.$/)).toBeVisible();
  await expect(person.getByRole("button", { name: "End session" })).toHaveCount(0);
  await elsewhere.reload();
  await expect(elsewhere).toHaveURL(/\/sign-in\?next=/);

  await person.getByLabel("Current password").fill("not my password");
  await person.getByLabel("New password").fill("orchard window seven");
  await person.getByRole("button", { name: "Change password" }).click();
  await expect(person.getByText("This is not your current password.")).toBeVisible();
  await expect(person.getByLabel("New password")).toHaveValue("orchard window seven");
  await person.getByLabel("Current password").fill(PASSWORD);
  await person.getByRole("button", { name: "Change password" }).click();
  await expect(person.getByText("Done.")).toBeVisible();

  // Another browser exceeds the attempt limit and gets a retry time; the known browser can sign in.
  for (let index = 0; index < 7; index += 1) {
    await elsewhere.getByLabel("Email").fill(email);
    await elsewhere.getByLabel("Password").fill(`wrong password ${index}`);
    const answered = elsewhere.waitForResponse((response) => response.request().method() === "POST");
    await elsewhere.getByRole("button", { name: "Sign in", exact: true }).click();
    await answered;
    await expect(elsewhere.getByLabel("Password")).toHaveValue("");
  }
  await signOut(person, "en");
  await person.goto("/sign-in?next=/settings/account");
  await person.getByLabel("Email").fill(email);
  await person.getByLabel("Password").fill("orchard window seven");
  await person.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(person.getByRole("heading", { name: "Account and security" })).toBeVisible();
  await own.close();
  await other.close();
});

test("a forged X-Forwarded-For does not bypass the attempt limits of the API @desk", async ({ request }) => {
  const statuses: number[] = [];
  for (let index = 0; index < 8; index += 1) {
    const answer = await request.post("/api/auth/sign-in/email", {
      headers: { "x-forwarded-for": `198.51.100.${index}` },
      data: { email: "nobody-there@example.gov.cn", password: `wrong password ${index}` },
    });
    statuses.push(answer.status());
  }
  expect(statuses).toEqual([401, 401, 401, 401, 401, 401, 429, 429]);
});
