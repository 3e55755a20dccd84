// guatu export FILE: the list of targets as CSV, Excel or JSON, or the whole data set as one package.
import { extname, resolve } from "node:path";
import { Readable } from "node:stream";
import { toJson } from "@/lib/exports/json";
import { listTargetsJson } from "@/lib/http/api/target-list-json";
import type { Language } from "@/lib/i18n/languages";
import { parseTargetFilters, type TargetFilters } from "@/lib/schemas/target-list";
import { FILES_PREFIX, TABLES_PREFIX } from "@/lib/server/backup/manifest";
import type { Context } from "@/lib/server/context";
import { writeDataPackage } from "@/lib/server/data-package/write-package";
import { LIST_FILE_FORMATS, targetListFile } from "@/lib/server/targets/list-file";
import { type Command, parseCommand, UsageError } from "./command";
import { CONTEXT_HELP, CONTEXT_OPTIONS, readContext } from "./command-context";
import { writeFileOnceComplete } from "./write-file";

const HELP = `Usage: npm run guatu -- export FILE [OPTIONS]

Writes the list of targets to FILE, as .csv, .xlsx or .json by its name. The JSON has the rows of GET /api/v1/targets.
A FILE that ends in .tar.gz becomes a data package: a CSV file per table with a Frictionless datapackage.json, and all
files. "restore" loads it into an empty instance with either kind of database. It holds everything, also what is not
public, and the hashes of passwords: store it like a backup.

  --filter QUERY  the filters of the list as its address has them, e.g. "light=far-behind&department=transport"
${CONTEXT_HELP}

Examples:
  npm run guatu -- export targets.xlsx
  npm run guatu -- export behind.csv --filter "light=behind&light=far-behind" --as supervisor@example.gov.cn
  npm run guatu -- export everything.tar.gz

Exit codes: 0 written, 1 failed, 2 called wrongly, 3 written without files that the database names.`;

const PAGE = 200;

function readFilters(query: string | undefined): TargetFilters {
  const { filters, ignored } = parseTargetFilters(new URLSearchParams(query ?? ""));
  if (ignored.length > 0) throw new UsageError(`--filter has invalid parts: ${ignored.join(", ")}`);
  return filters;
}

async function* jsonLines(filters: TargetFilters, context: Context, lang: Language): AsyncGenerator<string> {
  let cursor: string | undefined;
  let separator = "[\n";
  do {
    const page = await listTargetsJson({ ...filters, limit: PAGE, cursor }, context, lang);
    for (const row of page.data) {
      yield `${separator}${toJson(row)}`;
      separator = ",\n";
    }
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
  yield separator === "[\n" ? "[]\n" : "\n]\n";
}

async function writePackage(path: string, options: object): Promise<number> {
  const [option] = Object.keys(options);
  if (option !== undefined)
    throw new UsageError(`--${option} does not apply to a data package, which holds everything`);
  const { manifest, missing } = await writeDataPackage(path, new Date());
  const tables = Object.keys(manifest.entries).filter((name) => name.startsWith(TABLES_PREFIX)).length;
  const files = Object.keys(manifest.entries).filter((name) => name.startsWith(FILES_PREFIX)).length;
  console.log(`guatu: wrote ${path} (${tables} tables and ${files} files)`);
  if (missing.length === 0) return 0;
  console.error(`guatu: ${missing.length} files were not found: ${missing.slice(0, 5).join(", ")} …`);
  return 3;
}

async function run(args: readonly string[]): Promise<number> {
  const { values, file } = parseCommand(args, { ...CONTEXT_OPTIONS, filter: { type: "string" } });
  if (file === undefined) throw new UsageError("name the file to write");
  if (/\.(?:tar\.gz|tgz)$/i.test(file)) return writePackage(resolve(file), values);
  const extension = extname(file).slice(1).toLowerCase();
  const format = LIST_FILE_FORMATS.find((one) => one === extension);
  if (format === undefined && extension !== "json")
    throw new UsageError(`${file} must end in .csv, .xlsx, .json or .tar.gz`);
  const filters = readFilters(values.filter);
  const { context, lang } = await readContext(values);
  const content =
    format === undefined
      ? Readable.from(jsonLines(filters, context, lang))
      : await targetListFile(format, filters, lang, context);
  await writeFileOnceComplete(resolve(file), content);
  console.log(`guatu: wrote ${resolve(file)}`);
  return 0;
}

export const command: Command = { summary: "writes the list of targets to a file", help: HELP, run };
