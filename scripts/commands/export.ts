// guatu export FILE: the list of targets as CSV, Excel or JSON, or the whole data set as one package.
import { extname, resolve } from "node:path";
import { type Command, parseCommand, UsageError } from "./command";
import { CONTEXT_HELP, CONTEXT_OPTIONS } from "./context-options";

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

const LIST_FORMATS = ["csv", "xlsx", "json"] as const;

async function writePackage(path: string, options: object): Promise<number> {
  const [option] = Object.keys(options);
  if (option !== undefined)
    throw new UsageError(`--${option} does not apply to a data package, which holds everything`);
  const { writeDataPackage } = await import("@/lib/server/data-package/write-package");
  const { manifest, missing } = await writeDataPackage(path, new Date());
  const tables = Object.keys(manifest.entries).filter((name) => name.startsWith("tables/")).length;
  const files = Object.keys(manifest.entries).filter((name) => name.startsWith("files/")).length;
  console.log(`guatu: wrote ${path} (${tables} tables and ${files} files)`);
  if (missing.length === 0) return 0;
  console.error(`guatu: ${missing.length} files were not found: ${missing.slice(0, 5).join(", ")} …`);
  return 3;
}

async function run(args: readonly string[]): Promise<number> {
  const { values, file } = parseCommand(args, { ...CONTEXT_OPTIONS, filter: { type: "string" } });
  if (file === undefined) throw new UsageError("name the file to write");
  const path = resolve(file);
  if (/\.(?:tar\.gz|tgz)$/i.test(file)) return writePackage(path, values);
  const format = LIST_FORMATS.find((one) => one === extname(file).slice(1).toLowerCase());
  if (format === undefined) throw new UsageError(`${file} must end in .csv, .xlsx, .json or .tar.gz`);
  const { exportList } = await import("./export-list");
  await exportList(path, format, values);
  console.log(`guatu: wrote ${path}`);
  return 0;
}

export const command: Command = { summary: "writes the list of targets to a file, or all data", help: HELP, run };
