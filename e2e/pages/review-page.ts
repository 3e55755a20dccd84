import type { Page } from "@playwright/test";
import { expect, word } from "@/e2e/fixtures";
import type { Language } from "@/lib/i18n/languages";

/** The review queue. */
export class ReviewPage {
  constructor(
    readonly page: Page,
    readonly language: Language,
  ) {}

  async open(): Promise<void> {
    await this.page.goto("/review");
  }

  /** The submitted report of a target. */
  report(code: string) {
    return this.page
      .getByRole("listitem")
      .filter({ has: this.page.getByRole("link", { name: new RegExp(`^${code} `) }) });
  }

  /** Clicks Approve for a target's report and returns the confirmation. */
  async ask(code: string) {
    const name = `${word(this.language, "review.approve")} ${code}`;
    await this.report(code).getByRole("button", { name, exact: true }).click();
    return this.page.getByRole("alertdialog");
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
