import { beforeAll, expect, test } from "vitest";
import { isoDate } from "@/lib/domain/calendar/iso-date";
import { clockOn } from "@/lib/server/clock";
import { as } from "@/testing/people";
import { loadSampleYear, makeVisible } from "@/testing/sample-year";
import { getTarget } from "./detail";
import { preparePreview } from "./preview";

const ORIGIN = "https://guatu.example";
const DAY = isoDate("2023-09-30");
const seen = { lang: "en", origin: ORIGIN, clock: clockOn(DAY) } as const;

beforeAll(async () => {
  await loadSampleYear();
  await makeVisible("NT-T03", "internal");
}, 120_000);

async function target(code: string) {
  return (await getTarget(code, await as("demo-supervisor"))) ?? expect.fail(`${code} is not there`);
}

test("a public target shows its title, its promise and its chart", async () => {
  const image = {
    url: `${ORIGIN}/targets/NT-T02/chart.png?lang=en&width=600&height=315&scale=2`,
    width: 1200,
    height: 630,
    type: "image/png",
    alt: "NT-T02 Transport investment completed. Transport Bureau · CNY 40.2 billion",
  };
  expect(preparePreview(await target("NT-T02"), seen)).toEqual({
    title: "NT-T02 Transport investment completed",
    description: "Transport Bureau · CNY 40.2 billion",
    openGraph: {
      type: "article",
      siteName: "Guatu 挂图",
      locale: "en_GB",
      url: `${ORIGIN}/targets/NT-T02`,
      title: "NT-T02 Transport investment completed",
      description: "Transport Bureau · CNY 40.2 billion",
      images: [image],
    },
    twitter: {
      card: "summary_large_image",
      title: "NT-T02 Transport investment completed",
      description: "Transport Bureau · CNY 40.2 billion",
      images: [image],
    },
  });
});

test("for an earlier day, URL and picture show that day, in the page's language", async () => {
  const { openGraph } = preparePreview(await target("NT-T02"), { ...seen, lang: "zh-CN", clock: clockOn(DAY, true) });
  expect(openGraph).toMatchObject({
    url: `${ORIGIN}/targets/NT-T02?asOf=2023-09-30`,
    locale: "zh_CN",
    description: "市交通运输局 · 402亿元",
    images: [{ url: `${ORIGIN}/targets/NT-T02/chart.png?lang=zh-CN&width=600&height=315&scale=2&asOf=2023-09-30` }],
  });
});

test("an internal target shows only its title to users who can open its page", async () => {
  expect(preparePreview(await target("NT-T03"), seen)).toEqual({
    title: "NT-T03 Place in the province by total transport investment",
  });
});
