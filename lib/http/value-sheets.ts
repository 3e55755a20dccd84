// GET /departments/{slug}/values.xlsx and /supervision/values.zip: value workbooks to fill in.
import "server-only";
import JSZip from "jszip";
import { z } from "zod";
import { can } from "@/lib/domain/permissions/can";
import { valueSheetToXlsx } from "@/lib/exports/value-sheet/xlsx";
import { getLanguage } from "@/lib/i18n/preferences";
import { getTranslator } from "@/lib/i18n/translator";
import { asOfSchema, fileLangSchema } from "@/lib/schemas/api";
import { exactText } from "@/lib/schemas/text";
import { listSheetDepartments, prepareValueSheet } from "@/lib/server/updates/value-sheet";
import { contentDisposition, safeName } from "./disposition";
import { readHandler } from "./read-handler";
import { problem } from "./respond";

/** A month, YYYY-MM. */
const monthSchema = exactText.regex(/^20\d\d-(?:0[1-9]|1[0-2])$/);
const querySchema = z.strictObject({ period: monthSchema.optional(), lang: fileLangSchema, asOf: asOfSchema });
const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const PRIVATE = { "cache-control": "private, no-store" } as const;

export const valueSheetFile = readHandler(
  querySchema,
  async ({ request, query, context }, { params }: { readonly params: Promise<{ readonly slug: string }> }) => {
    if (context.actor.kind === "visitor") return problem(401);
    const [{ slug }, lang] = [await params, query.lang ?? (await getLanguage())];
    const sheet = await prepareValueSheet(slug, context, query.period);
    if (sheet === null) return problem(404, "No workbook for this department");
    const name = getTranslator(lang)("valueSheet.fileName", { department: sheet.department[lang], day: sheet.until });
    const headers = {
      "content-type": XLSX,
      "content-disposition": contentDisposition("attachment", name, `${slug} ${sheet.until}`, "xlsx"),
      "content-language": lang,
      ...PRIVATE,
    };
    const body = request.method === "HEAD" ? null : new Uint8Array(await valueSheetToXlsx(sheet, lang));
    return new Response(body, { headers });
  },
);

export const valueSheetsFile = readHandler(querySchema, async ({ request, query, context }) => {
  const { actor, clock } = context;
  if (!can(actor, "supervision.read", null)) return problem(actor.kind === "visitor" ? 401 : 403);
  const lang = query.lang ?? (await getLanguage());
  const t = getTranslator(lang);
  const name = t("valueSheet.allName", { day: clock.today });
  const headers = {
    "content-type": "application/zip",
    "content-disposition": contentDisposition("attachment", name, `workbooks ${clock.today}`, "zip"),
    "content-language": lang,
    ...PRIVATE,
  };
  if (request.method === "HEAD") return new Response(null, { headers });
  const zip = new JSZip();
  // One after another: only one workbook is in memory unpacked.
  for (const { slug, name: department } of await listSheetDepartments(context)) {
    const sheet = await prepareValueSheet(slug, context, query.period);
    if (sheet === null) continue;
    const file = safeName(t("valueSheet.fileName", { department: department[lang], day: sheet.until }));
    zip.file(`${file}.xlsx`, await valueSheetToXlsx(sheet, lang));
  }
  const bytes = await zip.generateAsync({ type: "nodebuffer", compression: "STORE" });
  return new Response(new Uint8Array(bytes), { headers });
});
