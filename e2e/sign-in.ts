// Signs clients in with the form of the sign-in page as rendered, without loading the page in a browser.
import { type APIRequestContext, expect } from "@playwright/test";

export function raise(reason: string): never {
  throw new Error(reason);
}

const attribute = (tag: string, name: string) =>
  new RegExp(` ${name.replace("$", "\\$")}="([^"]*)"`)
    .exec(tag)?.[1]
    ?.replaceAll("&quot;", '"')
    .replaceAll("&amp;", "&");

/** The initial form data of the first form on the page that contains all of the texts. */
export function fieldsOf(html: string, ...texts: string[]): Record<string, string> {
  const forms = html.split("<form").slice(1);
  const found = forms
    .map((form) => form.split("</form>")[0] ?? "")
    .find((form) => texts.every((t) => form.includes(t)));
  const inputs = (found ?? raise(`no form with ${texts.join(" and ")}`)).match(/<input[^>]*>/g) ?? [];
  return Object.fromEntries(
    inputs.flatMap((tag) => {
      const name = attribute(tag, "name");
      return name === undefined ? [] : [[name, attribute(tag, "value") ?? ""]];
    }),
  );
}

/** Signs in as the demo account that one of the page's buttons belongs to, chosen by its id or its label. */
export async function signInByForm(client: APIRequestContext, account: { id: string } | { label: string }) {
  const page = await client.get("/sign-in");
  const html = await page.text();
  const isChosen = (button: string) =>
    "id" in account ? attribute(button, "value") === account.id : button.includes(`>${account.label}</button>`);
  const button = html.match(/<button.*?<\/button>/gs)?.find(isChosen);
  const userId = attribute(button ?? raise(`the sign-in page has no button for ${JSON.stringify(account)}`), "value");
  const answer = await client.post("/sign-in", {
    multipart: { ...fieldsOf(html, 'name="userId"'), userId: userId ?? "" },
    maxRedirects: 0,
    headers: { origin: new URL(page.url()).origin },
  });
  expect(answer.status(), JSON.stringify(account)).toBe(303);
  expect(answer.headers().location).not.toContain("error");
}
