// Options, template and text of a bulletin. Messages are keys under `form.errors`.
import { z } from "zod";
import { SEPARATIONS } from "@/lib/bulletins/separation";
import {
  ANNEX_COLUMNS,
  type BulletinTemplate,
  CHART_CHOICES,
  LAST_DRAFT_DAY,
  MOST_MAILS,
  OWN_SECTIONS,
  SECTION_KEYS,
  USUAL_COLUMNS,
} from "@/lib/bulletins/template";
import { isoDate } from "@/lib/domain/calendar/iso-date";
import { LANGUAGES } from "@/lib/i18n/languages";
import { parseTypedDay } from "@/lib/schemas/form-fields";
import { exactText, multiLine, singleLine } from "@/lib/schemas/text";

export const FILE_FORMATS = ["docx", "pdf", "xlsx", "pptx", "zip"] as const;
export type FileFormat = (typeof FILE_FORMATS)[number];

export const BULLETIN_STATES = ["draft", "signed", "published", "discarded"] as const;

export const MAIL_STATES = ["queued", "sent", "failed"] as const;

/** Why a mail was not sent: the server rejected it, no server is configured, the bulletin has no file, … */
export const MAIL_FAILURES = ["rejected", "no-server", "no-file", "no-access"] as const;
export type MailFailure = (typeof MAIL_FAILURES)[number];

const TEXT_LIMIT = 20_000;
const words = z.object({
  "zh-CN": singleLine.trim().min(1, "required").max(500, "too-long"),
  en: singleLine.trim().min(1, "required").max(500, "too-long"),
});

/** May be blank; absent from templates saved before it was added. */
const optionalWords = (text: typeof singleLine, limit: number) =>
  z
    .object({ "zh-CN": text.trim().max(limit, "too-long"), en: text.trim().max(limit, "too-long") })
    .default({ "zh-CN": "", en: "" });

const headings = z.partialRecord(
  z.enum(SECTION_KEYS),
  z.object({ "zh-CN": singleLine.trim().max(100, "too-long"), en: singleLine.trim().max(100, "too-long") }),
);
const ownTexts = z.partialRecord(
  z.enum(OWN_SECTIONS),
  z.object({ "zh-CN": multiLine.trim().max(5000, "too-long"), en: multiLine.trim().max(5000, "too-long") }),
);

/** An own section needs a title in both languages. */
function checkOwnSections({ sections, headings: own }: BulletinTemplate, context: z.RefinementCtx): void {
  for (const key of OWN_SECTIONS) {
    if (!sections.includes(key)) continue;
    for (const lang of LANGUAGES) {
      if ((own[key]?.[lang] ?? "") !== "") continue;
      context.addIssue({ code: "custom", message: "required", path: ["headings", key, lang] });
    }
  }
}

const addresses = z
  .array(z.email("not-an-email").max(254, "too-long"))
  .max(MOST_MAILS, "too-long")
  .transform((all) => [...new Set(all)]);

const templateShape = z.object({
  name: words,
  masthead: words,
  numbering: words,
  office: words,
  recipients: words,
  title: words,
  closing: words,
  requirements: optionalWords(multiLine, 5000),
  copyTo: optionalWords(singleLine, 500),
  printedBy: optionalWords(singleLine, 500),
  charts: z.enum(CHART_CHOICES).default("all"),
  sections: z
    .array(z.enum(SECTION_KEYS))
    .min(1)
    .refine((keys) => new Set(keys).size === keys.length, "already-there"),
  /** Absent from templates saved before columns could be chosen. */
  columns: z
    .array(z.enum(ANNEX_COLUMNS))
    .refine((keys) => keys.includes("target"), "needs-name")
    .refine((keys) => new Set(keys).size === keys.length, "already-there")
    .default([...USUAL_COLUMNS]),
  separation: z.enum(SEPARATIONS).default("warned"),
  mailTo: addresses.default([]),
  mailLanguage: z.enum(LANGUAGES).default("zh-CN"),
  draftOn: z
    .number("not-a-number")
    .int("not-a-number")
    .min(1, "not-a-draft-day")
    .max(LAST_DRAFT_DAY, "not-a-draft-day")
    .nullable()
    .default(null),
  draftBy: exactText.nullable().default(null),
  headings: headings.default({}),
  ownTexts: ownTexts.default({}),
});
export const bulletinTemplateSchema: z.ZodType<BulletinTemplate> = templateShape.superRefine(checkOwnSections);

const PROSE_KEYS = [...SECTION_KEYS, "closing"] as const;

export const proseSchema = z.partialRecord(
  z.enum(LANGUAGES),
  z.partialRecord(z.enum(PROSE_KEYS), multiLine.max(TEXT_LIMIT)),
);

export const newBulletinSchema = z.object({
  /** 2023-09 */
  month: singleLine
    .trim()
    .regex(/^\d{4}-(0[1-9]|1[0-2])$/, "not-a-month")
    .transform((month) => isoDate(`${month}-01`)),
  cutOffOn: parseTypedDay,
  /** Blank: the template of the departments' office. */
  template: exactText.max(100),
  /** Empty: all departments. */
  departments: z.array(exactText.max(100)).max(500),
  /** By default the parts of split targets are not listed. */
  parts: z.literal("include").optional(),
});
export type NewBulletin = z.output<typeof newBulletinSchema>;

const aboutOne = { id: z.uuid(), version: z.coerce.number().int() };

/** A blank text restores the generated one. */
export const bulletinTextSchema = z.object({
  ...aboutOne,
  lang: z.enum(LANGUAGES),
  key: z.enum(PROSE_KEYS),
  text: multiLine.trim().max(TEXT_LIMIT, "too-long"),
});
export type BulletinText = z.output<typeof bulletinTextSchema>;

const BULLETIN_STEPS = ["check", "sign", "reopen", "publish", "discard"] as const;
export type BulletinTransition = (typeof BULLETIN_STEPS)[number];
export const bulletinTransitionSchema = z.object({ ...aboutOne, step: z.enum(BULLETIN_STEPS) });

/** Addresses on separate lines, or separated by commas or semicolons. */
export function splitAddresses(text: string): string[] {
  return text.split(/[\s,;，；、]+/).filter(Boolean);
}

export const sendBulletinSchema = z.object({
  id: z.uuid(),
  to: multiLine
    .transform(splitAddresses)
    .pipe(addresses)
    .refine((all) => all.length > 0, "required"),
});

export const bulletinFileSchema = z.object({
  id: z.uuid(),
  format: z.enum(FILE_FORMATS),
  lang: z.enum(LANGUAGES),
});
