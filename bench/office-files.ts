// Measures `word`, `pdf`, `extract`, `rows-streamed` or `rows-whole` in a separate process started by run.mjs. Prints one line of
// JSON.
import { writeFileSync } from "node:fs";
import { Writable } from "node:stream";
import ExcelJS from "exceljs";
import { timeInTurns } from "@/bench/measure.mjs";
import { bulletinDocument } from "@/lib/bulletins/document";
import { addMonths, startOfMonth } from "@/lib/domain/calendar/iso-date";
import type { BulletinChart } from "@/lib/exports/bulletins/charts";
import { bulletinToPdf } from "@/lib/exports/bulletins/pdf";
import { chartToSvg } from "@/lib/exports/svg";
import { writeRowsXlsx } from "@/lib/exports/xlsx";
import { extractDocument } from "@/lib/imports/documents/extract";
import { getActorOfUser } from "@/lib/server/auth/actor";
import { getBulletin } from "@/lib/server/bulletins/data";
import { createBulletin } from "@/lib/server/bulletins/mutations";
import { renderBulletinFile } from "@/lib/server/bulletins/render-file";
import { standardClock } from "@/lib/server/clock";
import { db } from "@/lib/server/db/client";
import { targetChartModel } from "@/lib/server/targets/chart";
import { getTarget } from "@/lib/server/targets/detail";

const ROWS = 100_000;
const CHARTS = 20;

async function supervisor() {
  const actor = await getActorOfUser("demo-supervisor");
  if (actor === null) throw new Error("the demo accounts are not there");
  return { actor, clock: standardClock() };
}

async function aBulletin() {
  const context = await supervisor();
  const { today } = context.clock;
  const month = addMonths(startOfMonth(today), -1);
  const made = await createBulletin({ month, cutOffOn: today, template: "monthly", departments: [] }, context);
  const view = made.ok ? await getBulletin(made.value.id, context) : null;
  if (view === null) throw new Error("no bulletin was created");
  return { view, actor: context.actor };
}

async function word() {
  const { view, actor } = await aBulletin();
  const start = performance.now();
  const bytes = await renderBulletinFile({ view, actor, format: "docx", lang: "zh-CN", onProgress: async () => {} });
  return { milliseconds: performance.now() - start, bytes: bytes.length, targets: view.bulletin.facts.rows.length };
}

async function pdf() {
  const { view } = await aBulletin();
  const { actor, clock } = await supervisor();
  const charts: BulletinChart[] = [];
  for (const { code } of view.bulletin.facts.rows) {
    const target = await getTarget(code, { actor, clock });
    const model = target && targetChartModel(target, clock, "zh-CN");
    if (model?.drawing === "plot" && model.emptyLabel === null) charts.push({ code, model });
  }
  const twenty = Array.from({ length: CHARTS }, (_, index) => charts[index % charts.length]).filter(
    (chart): chart is BulletinChart => chart !== undefined,
  );
  const document = { ...bulletinDocument(view.bulletin, [], "zh-CN"), sections: [] };
  async function* all() {
    yield* twenty;
  }
  const bytes = await bulletinToPdf(document, all());
  const { made: milliseconds } = await timeInTurns(
    { made: () => bulletinToPdf(document, all()) },
    { warm: 2, rounds: 7 },
  );
  const size = { width: 720, height: 310, theme: "print" } as const;
  const drawn = twenty.map(({ model }) => `<figure>${chartToSvg(model, size)}</figure>`);
  const html = `<!doctype html><meta charset="utf-8"><style>svg{width:100%;height:auto}</style>${drawn.join("")}`;
  writeFileSync(process.argv[3] ?? "", html);
  return { milliseconds, bytes: bytes.length };
}

const EXTRACTED_BYTES = 100 * 1024;

/** The page of the seed, repeated to 100 KiB of text. */
async function extract() {
  const sections = await db.sourceSection.findMany({ orderBy: { order: "asc" } });
  const page = sections.map(({ body }) => body).join("\n\n");
  const text = `${page}\n\n`.repeat(Math.ceil(EXTRACTED_BYTES / Buffer.byteLength(page)));
  const { made: milliseconds } = await timeInTurns({ made: async () => extractDocument(text) }, { warm: 1, rounds: 5 });
  return { milliseconds, found: extractDocument(text).commitments.length };
}

const columns = ["code", "title", "owner", "value", "on"].map((key) => ({
  key,
  label: key,
  type: key === "value" ? ("number" as const) : ("text" as const),
  unit: null,
}));
const rowAt = (index: number) => [`T-${index}`, `目标 ${index}`, "市商务局", String(index / 7), "2023-09-30"];

async function rowsStreamed() {
  function* rows() {
    for (let index = 0; index < ROWS; index += 1) yield rowAt(index);
  }
  const sink = new Writable({ write: (_chunk, _encoding, done) => done() });
  await writeRowsXlsx(sink, columns, rows(), { name: "rows", heading: [] });
}

async function rowsWhole() {
  const sheet = new ExcelJS.Workbook();
  const page = sheet.addWorksheet("rows");
  for (let index = 0; index < ROWS; index += 1) page.addRow(rowAt(index));
  await sheet.xlsx.writeBuffer();
}

/** Time, and peak memory above the memory at the start of the process. */
async function timed(work: () => Promise<unknown>) {
  const before = process.memoryUsage().rss;
  const start = performance.now();
  await work();
  const megabytes = (process.resourceUsage().maxRSS * 1024 - before) / 1024 / 1024;
  return { milliseconds: performance.now() - start, megabytes };
}

const works: Record<string, () => Promise<unknown>> = {
  word,
  pdf,
  extract,
  "rows-streamed": () => timed(rowsStreamed),
  "rows-whole": () => timed(rowsWhole),
};
console.log(JSON.stringify(await works[process.argv[2] ?? ""]?.()));
await db.$disconnect();
