// The stored forms of a bulletin: its frozen facts and its text as published.
import { z } from "zod";
import type { BulletinDocument } from "@/lib/bulletins/document";
import type { BulletinFacts } from "@/lib/bulletins/facts";
import { SECTION_KEYS } from "@/lib/bulletins/template";
import { isoDate } from "@/lib/domain/calendar/iso-date";
import { GAP_ORIGINS, GAP_SIDES } from "@/lib/domain/targets/gap-side";
import { LABEL_KINDS } from "@/lib/domain/targets/labels";
import { FRESHNESSES, LIGHTS, METRIC_KINDS } from "@/lib/domain/targets/types";
import { LANGUAGES } from "@/lib/i18n/languages";
import { exactText } from "@/lib/schemas/text";

const day = exactText.transform(isoDate);
const bilingual = z.object({ "zh-CN": exactText, en: exactText });

export const bulletinFactsSchema: z.ZodType<BulletinFacts> = z.object({
  rows: z.array(
    z.object({
      code: exactText,
      title: bilingual,
      owner: z.object({ slug: exactText, name: bilingual }),
      metric: bilingual,
      kind: z.enum(METRIC_KINDS),
      unit: exactText,
      unitEn: exactText.nullable().optional(),
      promise: bilingual,
      targetValue: exactText.nullable(),
      dueOn: day,
      isDueAssumed: z.boolean().optional(),
      updateId: exactText.nullable(),
      value: exactText.nullable(),
      valueText: bilingual.nullable(),
      asOf: day.nullable(),
      sample: z.boolean(),
      completionRatio: z.number().nullable(),
      expectedRatio: z.number().nullable(),
      gapPoints: z.number().nullable(),
      gapText: bilingual.nullable(),
      gapValue: exactText.nullable().optional(),
      gapPlace: z
        .object({ side: z.enum(GAP_SIDES), from: z.enum(GAP_ORIGINS) })
        .nullable()
        .optional(),
      light: z.enum(LIGHTS),
      lightBefore: z.enum(LIGHTS).nullable(),
      freshness: z.enum(FRESHNESSES),
      adjusted: z.boolean(),
      problems: exactText,
      nextStep: exactText,
      isPart: z.boolean().default(false),
      labelIds: z.array(exactText).optional(),
    }),
  ),
  changed: z.array(
    z.object({
      code: exactText,
      title: bilingual,
      on: day,
      before: bilingual,
      after: bilingual,
      reason: exactText,
      authority: exactText,
    }),
  ),
  due: z.array(
    z.object({
      code: exactText,
      title: bilingual,
      owner: bilingual,
      step: bilingual.nullable(),
      on: day,
      isAssumed: z.boolean().optional(),
    }),
  ),
  labels: z.array(z.object({ id: exactText, kind: z.enum(LABEL_KINDS), name: bilingual })).optional(),
});

const cell = z.object({ text: exactText, light: z.enum(LIGHTS).optional() });
const column = z.object({
  key: exactText,
  label: exactText,
  align: z.enum(["left", "right"]),
  width: z.number(),
  isShort: z.boolean(),
});
const publishedDocument: z.ZodType<BulletinDocument> = z.object({
  lang: z.enum(LANGUAGES),
  masthead: exactText,
  number: exactText.nullable(),
  draftMark: exactText.nullable(),
  office: exactText,
  title: exactText,
  recipients: exactText,
  dateText: exactText,
  cutOffText: exactText,
  sampleNote: exactText.nullable(),
  sections: z.array(
    z.object({
      key: z.enum([...SECTION_KEYS, "errata"]),
      heading: exactText,
      generated: exactText,
      isUntranslated: z.boolean(),
      text: exactText,
      table: z.object({ columns: z.array(column), rows: z.array(z.array(cell)) }).nullable(),
    }),
  ),
  closing: exactText,
  generatedClosing: exactText,
  isClosingUntranslated: z.boolean(),
  attachments: z.array(exactText),
  copyToText: exactText.nullable(),
  printedBy: exactText,
  printedOnText: exactText,
  chartsHeading: exactText,
});

/** The stored text of a published bulletin. */
export const publishedTextSchema = z.record(z.enum(LANGUAGES), publishedDocument);
