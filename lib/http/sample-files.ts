// GET /start/samples/{name}.xlsx: sample files to fill in. They hold no data, so everyone may read them.
import "server-only";
import { yearOf } from "@/lib/domain/calendar/iso-date";
import { SAMPLE_SHEETS, type SampleName } from "@/lib/exports/sample-sheets";
import { rowsToXlsx } from "@/lib/exports/xlsx";
import { getLanguage } from "@/lib/i18n/preferences";
import { getContext } from "@/lib/server/context";
import { contentDisposition } from "./disposition";
import { guarded } from "./guard";
import { problem } from "./respond";

function sampleOf(file: string): SampleName | null {
  const name = file.replace(/\.xlsx$/, "");
  return file.endsWith(".xlsx") && Object.hasOwn(SAMPLE_SHEETS, name) ? (name as SampleName) : null;
}

export const sampleFile = guarded(async (request: Request, { params }: { params: Promise<{ name: string }> }) => {
  const [{ name: file }, { clock }, lang] = await Promise.all([params, getContext(), getLanguage()]);
  const name = sampleOf(file);
  if (name === null) return problem(404);
  const { title, columns, rows } = SAMPLE_SHEETS[name](lang, yearOf(clock.today));
  const body =
    request.method === "HEAD"
      ? null
      : new Uint8Array(await rowsToXlsx(columns, rows, { name: title, heading: [title] }));
  return new Response(body, {
    headers: {
      "content-type": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
      "content-disposition": contentDisposition("attachment", title, name, "xlsx"),
      "cache-control": "private, no-store",
    },
  });
});
