// A report from a typing error to the public page, in both languages, on desktop and phone.
import { expect, signInAs, speak, test, word } from "@/e2e/fixtures";
import { ReportPage } from "@/e2e/pages/report-page";
import { ReviewPage } from "@/e2e/pages/review-page";
import { LANGUAGES, type Language } from "@/lib/i18n/languages";

interface Story {
  readonly code: string;
  readonly value: string;
  /** The default day of the form: the end of the due period. */
  readonly asOf: string;
  readonly shown: Record<Language, string>;
  readonly reporter: Record<Language, string>;
  readonly reviewer: Record<Language, string>;
}

const TRANSPORT = {
  reporter: { "zh-CN": "市交通运输局填报人", en: "Transport Bureau, reporter" },
  reviewer: { "zh-CN": "市交通运输局审核人", en: "Transport Bureau, reviewer" },
};
const HITECH = {
  reporter: { "zh-CN": "南通高新区填报人", en: "Nantong Hi-Tech Zone, reporter" },
  reviewer: { "zh-CN": "南通高新区审核人", en: "Nantong Hi-Tech Zone, reviewer" },
};
const HAIMEN = {
  reporter: { "zh-CN": "海门区人民政府填报人", en: "Haimen District, reporter" },
  reviewer: { "zh-CN": "海门区人民政府审核人", en: "Haimen District, reviewer" },
};

/** A different target for each run, so that no run sees another's writes. */
const STORIES: Record<string, Record<Language, Story>> = {
  desktop: {
    "zh-CN": { code: "NT-T01", value: "75", asOf: "2023-09-30", shown: { "zh-CN": "75个", en: "75" }, ...TRANSPORT },
    en: {
      code: "NT-T02",
      value: "300.5",
      asOf: "2023-09-30",
      shown: { "zh-CN": "300.5亿元", en: "CNY 30.05 billion" },
      ...TRANSPORT,
    },
  },
  phone: {
    "zh-CN": {
      code: "NT-T06",
      value: "41",
      asOf: "2023-09-30",
      shown: { "zh-CN": "41万平方米", en: "410,000 m²" },
      ...HITECH,
    },
    en: { code: "NT-T08", value: "61", asOf: "2023-08-31", shown: { "zh-CN": "61条", en: "61" }, ...HAIMEN },
  },
};

for (const language of LANGUAGES) {
  test(`a number is mistyped, fixed, returned, resubmitted and approved (${language})`, async ({
    browser,
    page,
  }, info) => {
    const story = STORIES[info.project.name]?.[language];
    if (story === undefined) throw new Error(`no story for ${info.project.name}`);
    await speak(page, language);
    await signInAs(page, story.reporter[language], "/my");
    const form = new ReportPage(page, language);

    await form.open(story.code);
    await form.value.fill("1e400");
    await form.note.fill("现场核对 / checked on site");
    await form.submitButton.click();
    await expect(form.value).toHaveAttribute("aria-invalid", "true");
    await expect(page.getByText(word(language, "report.errors.not-a-number"), { exact: true })).toBeVisible();
    await expect(form.note).toHaveValue("现场核对 / checked on site");
    await form.value.fill("70.1");
    await form.saveDraft();
    await form.submit();

    const desk = await browser.newContext({ baseURL: info.project.use.baseURL, locale: "zh-CN" });
    const reviewerPage = await desk.newPage();
    await speak(reviewerPage, language);
    await signInAs(reviewerPage, story.reviewer[language], "/review");
    const review = new ReviewPage(reviewerPage, language);
    await review.open();
    await review.return(story.code, "请核对 / please check");

    await page.goto("/my");
    await expect(page.getByText("请核对 / please check")).toBeVisible();
    await page
      .getByRole("listitem")
      .filter({ hasText: "请核对" })
      .getByRole("link", { name: word(language, "my.resubmit") })
      .click();
    await expect(form.value).toHaveValue("70.1");
    await form.value.fill(story.value);
    await form.submit();

    await review.open();
    await review.approve(story.code);
    await desk.close();

    await page.goto(`/targets/${story.code}`);
    await expect(
      page.getByText(story.shown[language], { exact: true }).filter({ visible: true }).first(),
    ).toBeVisible();
    const api = await page.request.get(`/api/v1/targets/${story.code}`);
    const target = await api.json();
    expect(target.latest).toMatchObject({ value: story.value, asOf: story.asOf });
    await page.goto(`/targets?q=${story.code}`);
    await expect(page.getByText(story.shown[language]).filter({ visible: true }).first()).toBeVisible();
    await expect(
      page
        .getByText(word(language, `lights.${target.light}`))
        .filter({ visible: true })
        .first(),
    ).toBeVisible();
    const csv = await (await page.request.get(`/targets/export.csv?q=${story.code}&lang=${language}`)).text();
    expect(csv).toContain(`${story.value},`);
    expect(csv).toContain(word(language, `lights.${target.light}`));
  });
}
