// guatu import FILE: the targets or the progress that a spreadsheet holds.
import { readFile } from "node:fs/promises";
import type { ImportContext } from "@/lib/imports/tasks/context";
import { readTableFile, type TableReading } from "@/lib/imports/tasks/read-table-file";
import { type Command, parseCommand, UsageError } from "./command";

const HELP = `Usage: npm run guatu -- import FILE --dry-run [--context CONTEXT] [--json]

Reads a task table or a progress return (.xlsx, .xls, .ods, .csv) and lists what it holds, compared with the
departments and targets of the database. Writes nothing.

  --dry-run           required: rows are accepted on the pages "Import targets" and "Report several targets"
  --context CONTEXT   a JSON file { today, departments, targets } to compare with instead of the database
  --json              prints one JSON object

Examples:
  npm run guatu -- import tasks.xlsx --dry-run
  npm run --silent guatu -- import return.csv --dry-run --json --context context.json

Exit codes: 0 read, 1 the file cannot be read, 2 called wrongly.`;

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
  const { values, file } = parseCommand(args, {
    json: { type: "boolean" },
    "dry-run": { type: "boolean" },
    context: { type: "string" },
  });
  if (file === undefined) throw new UsageError("name the spreadsheet to read");
  if (values["dry-run"] !== true) throw new UsageError("--dry-run is required");
  const context = await contextFrom(values.context);
  const reading = readTableFile(new Uint8Array(await readFile(file)), context);
  print(reading, values.json === true);
  return "refused" in reading ? 1 : 0;
}

export const command: Command = {
  summary: "reads a task table or a progress return",
  help: HELP,
  run,
};
