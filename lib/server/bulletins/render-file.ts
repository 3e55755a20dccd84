// Renders a bulletin's file from the document and the charts as known at the cut-off.
import "server-only";
import { bulletinDocument, rowsWithChart } from "@/lib/bulletins/document";
import { cleanLine, cleanTexts } from "@/lib/domain/text/clean-text";
import type { BulletinChart } from "@/lib/exports/bulletins/charts";
import { bulletinToDocx } from "@/lib/exports/bulletins/docx";
import { bulletinToPackage } from "@/lib/exports/bulletins/package";
import { bulletinToPdf } from "@/lib/exports/bulletins/pdf";
import { bulletinToPptx } from "@/lib/exports/bulletins/pptx";
import { bulletinToXlsx } from "@/lib/exports/bulletins/xlsx";
import type { Language } from "@/lib/i18n/languages";
import type { FileFormat } from "@/lib/schemas/bulletin";
import { clockOn } from "@/lib/server/clock";
import type { Context } from "@/lib/server/context";
import { targetChartModel } from "@/lib/server/targets/chart";
import { readTargets } from "@/lib/server/targets/detail";
import type { BulletinView } from "@/lib/views/bulletin";

interface Work {
  readonly view: BulletinView;
  readonly format: FileFormat;
  readonly lang: Language;
  /** The requester: charts are read with their permissions. */
  readonly actor: Context["actor"];
  /** Called after each chart; may throw to cancel. */
  readonly onProgress: (done: number) => Promise<void>;
}

async function* chartsOf({ view, lang, actor, onProgress }: Work): AsyncGenerator<BulletinChart> {
  const clock = { ...clockOn(view.bulletin.cutOffOn), knownUntil: view.cutOffAt };
  let done = 0;
  const codes = rowsWithChart(view.bulletin).map(({ code }) => code);
  for await (const target of readTargets(codes, { actor, clock })) {
    const model = target && targetChartModel(target, clock, lang);
    // A chart that only states that there is no data is left out.
    if (target !== null && model?.emptyLabel === null) {
      yield { code: target.code, model: cleanTexts(model, cleanLine) };
    }
    done += 1;
    await onProgress(done);
  }
}

export async function renderBulletinFile(work: Work): Promise<Buffer> {
  const { view, lang } = work;
  const document = bulletinDocument(view.bulletin, view.errata, lang);
  switch (work.format) {
    case "docx":
      return bulletinToDocx(document, chartsOf(work));
    case "pdf":
      return bulletinToPdf(document, chartsOf(work));
    case "pptx":
      return bulletinToPptx(document, view.bulletin.facts, view.errata, chartsOf(work));
    case "xlsx":
      return bulletinToXlsx(document, view.bulletin.facts, view.errata, view.bulletin);
    case "zip":
      return bulletinToPackage(document, view.bulletin.facts, view.errata);
  }
}
