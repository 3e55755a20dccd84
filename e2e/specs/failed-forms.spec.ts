// Every form of every page with a failing request: the typed text is preserved and the form shows an error.
import type { Page } from "@playwright/test";
import { ACCOUNTS, ADMINISTRATOR, REPORTER, SUPERVISOR } from "@/e2e/every-page";
import { expect, signInAs, speak, test, unfold, word } from "@/e2e/fixtures";

test.use({ allowed: /Failed to load resource|Failed to fetch|Server Action|unexpected response/ });

const FAULTS = "form.support.faults";

/** Forms that send data; excludes searches and dialogs. */
const FORMS = "form:not([method=get], [method=dialog])";

interface Sent {
  readonly name: string;
  readonly typed: string[];
}

/** Types into every field of every form and submits it. */
function typeAndSend(page: Page): Promise<Sent[]> {
  return page.evaluate((selector) => {
    const TEXTS: Record<string, string> = { date: "2023-09-29", email: "a@example.com", password: "long enough 1" };
    return [...document.querySelectorAll<HTMLFormElement>(selector)].map((form, index) => {
      form.dataset.sent = String(index);
      for (const field of form.elements) {
        if (field instanceof HTMLInputElement && field.type === "checkbox" && !field.checked) field.click();
        const isText = field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement;
        if (!isText || field.readOnly || ["hidden", "file", "radio", "checkbox"].includes(field.type)) continue;
        const { set } = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), "value") ?? {};
        set?.call(field, TEXTS[field.type] ?? `7${index}`);
        field.dispatchEvent(new Event("input", { bubbles: true }));
      }
      const buttons = [...form.elements].filter(
        (one): one is HTMLButtonElement => one instanceof HTMLButtonElement && one.type === "submit",
      );
      form.requestSubmit(buttons.at(-1));
      const typed = [...form.elements].map((field) => (field as HTMLInputElement).value);
      return { name: `${form.getAttribute("aria-label") ?? ""} ${buttons.at(-1)?.textContent ?? ""}`, typed };
    });
  }, FORMS);
}

/** Confirms the topmost dialog; the forms that need one open theirs one on top of the other. */
async function confirmTopDialog(page: Page): Promise<void> {
  await page.evaluate(() =>
    [...document.querySelectorAll("[role=alertdialog]")].at(-1)?.querySelector("button")?.click(),
  );
}

/** The values and messages of each form. */
function held(page: Page): Promise<{ typed: string[]; messages: string }[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLFormElement>("[data-sent]")].map((form) => ({
      typed: [...form.elements].map((field) => (field as HTMLInputElement).value),
      messages: [...(form.closest("li, main > *") ?? form).querySelectorAll("[role=status]")]
        .filter((status) => form.contains(status) || !status.closest("form"))
        .map((status) => status.textContent)
        .join("|"),
    })),
  );
}

async function failPosts(page: Page): Promise<void> {
  await page.route("**/*", (route) => (route.request().method() === "POST" ? route.abort() : route.fallback()));
}

const PAGES: readonly (readonly [keyof typeof ACCOUNTS | "visitor", readonly string[]])[] = [
  ["visitor", ["/sign-in", "/setup?token=none"]],
  ["reporter", [...REPORTER, "/targets/NT-M01"]],
  ["reviewer", ["/review"]],
  ["supervisor", [...SUPERVISOR.filter((path) => !path.includes("asOf")), "/targets/NT-T03/split"]],
  ["administrator", ADMINISTRATOR],
];

for (const [who, paths] of PAGES) {
  test(`forms of ${who} preserve typed text without a connection`, { tag: "@desk" }, async ({ page }) => {
    await speak(page, "en");
    if (who !== "visitor") await signInAs(page, ACCOUNTS[who].en);
    page.on("dialog", (dialog) => dialog.accept());
    await failPosts(page);
    for (const path of paths) {
      await page.goto(path, { waitUntil: "networkidle" });
      await unfold(page);
      const sent = await typeAndSend(page);
      expect(sent.length, path).toBeGreaterThan(0);
      await expect
        .poll(
          async () => {
            await confirmTopDialog(page);
            return (await held(page))
              .map(({ messages }, index) =>
                messages.includes(word("en", `${FAULTS}.no-connection`)) ? "" : `${sent[index]?.name}: ${messages}`,
              )
              .filter(Boolean);
          },
          { message: path },
        )
        .toEqual([]);
      expect(
        (await held(page)).map(({ typed }) => typed),
        path,
      ).toEqual(sent.map(({ typed }) => typed));
    }
  });
}
