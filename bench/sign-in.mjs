// Sessions of demo accounts.
export const SUPERVISOR = "督查室督查员";

/** The cookies of a demo account, which the label of its button names. */
export async function signIn(browser, product, account) {
  const context = await browser.newContext({ locale: "zh-CN" });
  const page = await context.newPage();
  await page.goto(`${product}/sign-in`);
  await page.getByRole("button", { name: account, exact: true }).click();
  await page.waitForURL((url) => !url.pathname.startsWith("/sign-in"));
  const cookies = await context.cookies();
  await context.close();
  return cookies.map(({ name, value }) => `${name}=${value}`).join("; ");
}
