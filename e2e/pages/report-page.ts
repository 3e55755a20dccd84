import type { Page } from "@playwright/test";
import { expect, word } from "@/e2e/fixtures";
import type { Language } from "@/lib/i18n/languages";

/** The report form. */
export class ReportPage {
  constructor(
    readonly page: Page,
    readonly language: Language,
  ) {}

  async open(code: string): Promise<void> {
    await this.page.goto(`/targets/${code}/report`);
    await expect(this.submitButton).toBeEnabled();
  }

  get value() {
    return this.page.getByRole("textbox", { name: new RegExp(`^${word(this.language, "report.form.value")}`) });
  }

  get note() {
    return this.page.getByRole("textbox", { name: new RegExp(`^${word(this.language, "report.form.note")}`) });
  }

  get submitButton() {
    return this.page.getByRole("button", { name: word(this.language, "report.form.submit") });
  }

  async saveDraft(): Promise<void> {
    await this.page.getByRole("button", { name: word(this.language, "report.form.save") }).click();
    await expect(this.page.getByText(word(this.language, "report.form.saved"))).toBeVisible();
  }

  async submit(): Promise<void> {
    await this.submitButton.click();
    const submitted = word(this.language, "report.form.submitted");
    // Excludes the route announcement for screen readers, which has the same text.
    await expect(this.page.getByRole("main").getByText(submitted, { exact: true })).toBeVisible();
  }
}
