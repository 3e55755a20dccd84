import type { Page } from "@playwright/test";
import { expect, word } from "@/e2e/fixtures";
import type { Language } from "@/lib/i18n/languages";

/** What waits for a reviewer's decision. */
export class ReviewPage {
  constructor(
    readonly page: Page,
    readonly language: Language,
  ) {}

  async open(): Promise<void> {
    await this.page.goto("/review");
  }

  /** The waiting report of a target. */
  report(code: string) {
    return this.page
      .getByRole("listitem")
      .filter({ has: this.page.getByRole("link", { name: new RegExp(`^${code} `) }) });
  }

  /** Asks for the approval of a target's report, and returns the question that stands before it. */
  async ask(code: string) {
    const name = `${word(this.language, "review.approve")} ${code}`;
    await this.report(code).getByRole("button", { name, exact: true }).click();
    return this.page.getByRole("dialog");
  }

  async approve(code: string): Promise<void> {
    const report = this.report(code);
    const question = await this.ask(code);
    await question.getByRole("button", { name: word(this.language, "review.approve") }).click();
    await expect(report).toHaveCount(0);
  }

  async return(code: string, reason: string): Promise<void> {
    const report = this.report(code);
    await report.getByText(word(this.language, "review.return"), { exact: true }).first().click();
    await report.getByRole("textbox", { name: word(this.language, "review.reason") }).fill(reason);
    await report.getByRole("button", { name: `${word(this.language, "review.return")} ${code}` }).click();
    await expect(report).toHaveCount(0);
  }
}
