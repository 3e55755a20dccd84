// guatu import FILE: reads or imports the targets or the progress that a spreadsheet holds.
import { readFile } from "node:fs/promises";
import type { ImportContext } from "@/lib/imports/tasks/context";
import { readTableFile, type TableReading } from "@/lib/imports/tasks/read-table-file";
import { type Command, parseCommand, UsageError } from "./command";
import { CONTEXT_OPTIONS } from "./context-options";

const HELP = `Usage: npm run guatu -- import FILE --dry-run [--context CONTEXT] [--json]
       npm run guatu -- import FILE --as EMAIL [--submit] [--lang LANG] [--json]

Reads a task table or values (.xlsx, .xls, .ods, .csv). With --dry-run, lists what it holds, compared with the
departments and targets of the database, and writes nothing. With --as, writes what that user may write: a supervisor
imports a task table as drafts of targets, a reporter imports a value workbook or a progress return as drafts of
reports.

Rows are written in batches, each whole or not at all. After an interruption, run the same command again: it continues
with the rows that are missing and writes none twice. Rows with faults and conflicts are listed and left.

  --dry-run           reads only
  --as EMAIL          the user who imports
  --submit            submits the complete reports instead of leaving them as drafts
  --lang LANG         language of notes and messages: zh-CN (default) or en
  --context CONTEXT   for --dry-run: a JSON file { today, departments, targets } instead of the database
  --json              prints one JSON object

Examples:
  npm run guatu -- import tasks.xlsx --dry-run
  npm run guatu -- import tasks.xlsx --as supervisor@example.gov.cn
  npm run guatu -- import values.csv --as reporter@example.gov.cn --submit
  npm run --silent guatu -- import return.csv --dry-run --json --context context.json

Exit codes: 0 read or imported, 1 the file cannot be read, 2 called wrongly, 3 imported, but some rows are left.`;

/** Leaves out what a row does not say. */
function withoutBlanks(_key: string, value: unknown): unknown {
  return value === null || value === "" ? undefined : value;
}

function print(reading: TableReading, isJson: boolean): void {
  if (isJson) {
    console.log(JSON.stringify(reading, withoutBlanks, 1));
  } else if ("refused" in reading) {
    console.log(`refused: ${reading.refused}`);
  } else {
    const rows = reading.mode === "targets" ? reading.targets : reading.updates;
    for (const one of rows) {
      const problems = one.problems.map(({ cell, kind }) => `${kind} (${cell})`).join(", ");
      console.log(`${one.row}\t${one.verdict}\t${one.title ?? ""}\t${one.value ?? ""} ${one.unit ?? ""}\t${problems}`);
    }
    console.log(`${rows.length} rows read, ${reading.skipped.length} rows left out`);
  }
}

/** Without a file, the database is asked; its client is loaded only then. */
async function contextFrom(file: string | undefined): Promise<ImportContext> {
  if (file !== undefined) return JSON.parse(await readFile(file, "utf8")) as ImportContext;
  const [{ getImportContext }, { standardClock }, { db }] = await Promise.all([
    import("@/lib/server/updates/import-context"),
    import("@/lib/server/clock"),
    import("@/lib/server/db/client"),
  ]);
  try {
    return await getImportContext(standardClock());
  } finally {
    await db.$disconnect();
  }
}

async function run(args: readonly string[]): Promise<number> {
  const { as, lang } = CONTEXT_OPTIONS;
  const { values, file } = parseCommand(args, {
    as,
    lang,
    json: { type: "boolean" },
    submit: { type: "boolean" },
    "dry-run": { type: "boolean" },
    context: { type: "string" },
  });
  if (file === undefined) throw new UsageError("name the spreadsheet to read");
  const isDry = values["dry-run"] === true;
  if (isDry === (values.as !== undefined)) throw new UsageError("either --dry-run or --as is required");
  if (isDry && values.submit === true) throw new UsageError("--submit does not go with --dry-run");
  if (!isDry && values.context !== undefined) throw new UsageError("--context goes with --dry-run only");
  const isJson = values.json === true;
  if (!isDry) {
    const { writeImport } = await import("./write-import");
    const bytes = new Uint8Array(await readFile(file));
    return writeImport(file, bytes, values, { submits: values.submit === true, isJson });
  }
  const context = await contextFrom(values.context);
  const reading = readTableFile(new Uint8Array(await readFile(file)), context);
  print(reading, isJson);
  return "refused" in reading ? 1 : 0;
}

export const command: Command = {
  summary: "reads or imports a task table or values",
  help: HELP,
  run,
};
