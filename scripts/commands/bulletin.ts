// guatu bulletin [FILE]: lists the bulletins, or writes a month's bulletin to a file.
import { extname, resolve } from "node:path";
import { Readable } from "node:stream";
import { FILE_FORMATS } from "@/lib/schemas/bulletin";
import { type Command, parseCommand, UsageError } from "./command";
import { CONTEXT_HELP, CONTEXT_OPTIONS } from "./context-options";
import { writeFileOnceComplete } from "./write-file";

const HELP = `Usage: npm run guatu -- bulletin [FILE --month MONTH] [OPTIONS]

Lists the bulletins; with FILE writes the bulletin of a month, as .docx, .xlsx, .pptx, .pdf or .zip by its name.

  --month MONTH   e.g. 2026-09
  --json          lists as JSON
${CONTEXT_HELP}

Examples:
  npm run guatu -- bulletin
  npm run guatu -- bulletin september.docx --month 2026-09 --as supervisor@example.gov.cn

Exit codes: 0 done, 1 there is no such bulletin, 2 called wrongly.`;

async function run(args: readonly string[]): Promise<number> {
  const options = { ...CONTEXT_OPTIONS, month: { type: "string" }, json: { type: "boolean" } } as const;
  const { values, file } = parseCommand(args, options);
  const extension = file === undefined ? undefined : extname(file).slice(1).toLowerCase();
  const format = FILE_FORMATS.find((one) => one === extension);
  if (file !== undefined && format === undefined) {
    throw new UsageError(`${file} must end in one of .${FILE_FORMATS.join(", .")}`);
  }
  if ((file === undefined) !== (values.month === undefined)) throw new UsageError("FILE and --month go together");
  const { readContext } = await import("./command-context");
  const { getBulletin, listBulletins } = await import("@/lib/server/bulletins/data");
  const { context, lang } = await readContext(values);
  const bulletins = await listBulletins(context);
  if (file === undefined || format === undefined) {
    const rows = bulletins.map(({ id, month, number, state }) => ({ id, month: month.slice(0, 7), number, state }));
    if (values.json === true) console.log(JSON.stringify(rows, null, 2));
    else for (const { month, number, state } of rows) console.log(`${month}\t${state}\t${number ?? ""}`);
    return 0;
  }
  // The latest of the month comes first.
  const found = bulletins.find(({ month }) => month.slice(0, 7) === values.month);
  const view = found && (await getBulletin(found.id, context));
  if (!view) throw new Error(`there is no bulletin of ${values.month} that this user may read`);
  const onProgress = async (done: number) => {
    if (process.stderr.isTTY) process.stderr.write(`\rguatu: ${done} charts drawn`);
  };
  const { renderBulletinFile } = await import("@/lib/server/bulletins/render-file");
  const bytes = await renderBulletinFile({ view, format, lang, actor: context.actor, onProgress });
  if (process.stderr.isTTY) process.stderr.write("\n");
  await writeFileOnceComplete(resolve(file), Readable.from([bytes]));
  console.log(`guatu: wrote ${resolve(file)}`);
  return 0;
}

export const command: Command = { summary: "lists the bulletins, or writes one to a file", help: HELP, run };
