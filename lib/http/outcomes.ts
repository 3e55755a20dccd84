// The promises of a source with their results as a file.
import "server-only";
import { z } from "zod";
import { outcomesTitle, outcomesToDocx, outcomesToXlsx } from "@/lib/exports/outcomes";
import type { Language } from "@/lib/i18n/languages";
import { getLanguage } from "@/lib/i18n/preferences";
import { asOfSchema, fileLangSchema } from "@/lib/schemas/api";
import { getOutcomes } from "@/lib/server/sources/outcomes";
import type { SourceOutcomes } from "@/lib/views/source";
import { contentDisposition } from "./disposition";
import { readHandler } from "./read-handler";
import { problem } from "./respond";

const querySchema = z.strictObject({ lang: fileLangSchema, asOf: asOfSchema });

interface Format {
  readonly type: string;
  readonly write: (source: SourceOutcomes, lang: Language) => Promise<Buffer>;
}

const FORMATS = {
  docx: {
    type: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    write: outcomesToDocx,
  },
  xlsx: { type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", write: outcomesToXlsx },
} as const satisfies Readonly<Record<string, Format>>;

/** GET /sources/{id}/outcomes.{format}: the promises whose targets the user may read. */
function outcomesFile(format: keyof typeof FORMATS) {
  return readHandler(
    querySchema,
    async ({ request, query, context }, { params }: { readonly params: Promise<{ readonly id: string }> }) => {
      const [{ id }, lang] = [await params, query.lang ?? (await getLanguage())];
      const source = await getOutcomes(id, context);
      if (source === null) return problem(404, "Source not found");
      const { today } = context.clock;
      const name = `${outcomesTitle(source, lang)} ${today}`;
      const headers = {
        "content-type": FORMATS[format].type,
        "content-disposition": contentDisposition("attachment", name, `outcomes ${today}`, format),
        "content-language": lang,
        "cache-control": "private, no-store",
      };
      if (request.method === "HEAD") return new Response(null, { headers });
      return new Response(new Uint8Array(await FORMATS[format].write(source, lang)), { headers });
    },
  );
}

export const outcomesDocx = outcomesFile("docx");
export const outcomesXlsx = outcomesFile("xlsx");
