// GET /targets/{code}/package.zip: a target's data for further processing, with its picture and citation.
import "server-only";
import JSZip from "jszip";
import { z } from "zod";
import { cleanText } from "@/lib/domain/text/clean-text";
import { chartToCsv } from "@/lib/exports/csv";
import { toJson } from "@/lib/exports/json";
import { chartToSvg } from "@/lib/exports/svg";
import { targetDetailJson } from "@/lib/http/api/target-json";
import { getLanguage } from "@/lib/i18n/preferences";
import { asOfSchema, fileLangSchema } from "@/lib/schemas/api";
import { getOrigin } from "@/lib/server/origin";
import { targetChartModel } from "@/lib/server/targets/chart";
import { prepareCitation } from "@/lib/server/targets/citation";
import { getTarget } from "@/lib/server/targets/detail";
import { FILES_VERSION } from "@/lib/server/version";
import { contentDisposition } from "./disposition";
import { readHandler } from "./read-handler";
import { problem, respondDrawn } from "./respond";

const querySchema = z.strictObject({ lang: fileLangSchema, asOf: asOfSchema });
const PICTURE = { width: 960, height: 540, theme: "screen" } as const;

export const targetPackage = readHandler(
  querySchema,
  async ({ request, query, context }, { params }: { readonly params: Promise<{ readonly code: string }> }) => {
    const [{ code }, lang, origin] = [await params, query.lang ?? (await getLanguage()), await getOrigin()];
    const target = await getTarget(code, context);
    if (target === null) return problem(404, "Target not found");
    const { today } = context.clock;
    const model = targetChartModel(target, context.clock, lang);
    const json = targetDetailJson(target, lang);
    const citation = prepareCitation(target, today, origin, lang);
    const make = async () => {
      const zip = new JSZip();
      zip.file("target.json", toJson(json, 2));
      zip.file("chart.csv", chartToCsv(model));
      zip.file("chart.svg", chartToSvg(model, PICTURE));
      zip.file("README.txt", cleanText(`${citation}\n\n${origin}/api/v1/openapi.json\n`));
      return zip.generateAsync({ type: "nodebuffer", compression: "DEFLATE" });
    };
    const headers = {
      "content-type": "application/zip",
      "content-disposition": contentDisposition("attachment", `${code} ${target.title[lang]} ${today}`, code, "zip"),
      "content-language": lang,
    };
    return respondDrawn(request, make, headers, JSON.stringify([FILES_VERSION, json, model, citation]));
  },
);
