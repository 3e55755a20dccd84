// guatu extract FILE: the quantified commitments and reported figures of a document.
import { readFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { extractCommitments } from "@/lib/imports/documents/extract";
import { toExtractionJson } from "@/lib/imports/documents/extraction-json";
import type { Command } from "./command";

const HELP = `Usage: npm run guatu -- extract FILE [--json]

Lists the quantified commitments and reported figures of a text. Needs no database.

  --json   prints a JSON array

Examples:
  npm run guatu -- extract report.txt
  npm run --silent guatu -- extract report.txt --json

Exit codes: 0 done, 1 the file cannot be read, 2 called wrongly.`;

async function run(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: { json: { type: "boolean", default: false } },
    allowPositionals: true,
  });
  const [file] = positionals;
  if (file === undefined || positionals.length > 1) {
    console.error(HELP);
    return 2;
  }
  const text = await readFile(file, "utf8");
  const found = toExtractionJson(text, extractCommitments(text));
  if (values.json) console.log(JSON.stringify(found, null, 2));
  else for (const one of found) console.log(`${one.kind} ${one.metric} ${one.comparator} ${one.value} ${one.unit}`);
  return 0;
}

export const command: Command = {
  summary: "lists the quantified commitments of a document",
  help: HELP,
  run,
};
