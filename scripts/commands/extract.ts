// guatu extract FILE: the quantified commitments and reported figures of a document.
import { readFile } from "node:fs/promises";
import { extractDocument } from "@/lib/imports/documents/extract";
import { toExtractionJson, toMilestoneJson } from "@/lib/imports/documents/extraction-json";
import { type DocumentFault, readDocument } from "@/lib/imports/documents/read-document";
import { type Command, parseCommand, UsageError } from "./command";

const HELP = `Usage: npm run guatu -- extract FILE [OPTIONS]

Lists the quantified commitments (target) and reported figures (actual) of a document in .docx, .pdf with text, .html or
.txt. Needs no database and changes nothing.

  --json          prints a JSON array: value and unit as written, comparator (eq, gte, gt, lte, lt, approx, range,
                  rank), kind, growth, baseline, year, owner, and the words that decided them
  --milestones    with --json: prints { commitments, milestones }; milestones are commitments without a figure
  --year YEAR     the year in which the document speaks; by default read from the document

Examples:
  npm run guatu -- extract work-report.docx
  npm run --silent guatu -- extract work-report.txt --json > commitments.json
  npm run --silent guatu -- extract plan.pdf --json --milestones --year 2025

Exit codes: 0 done, 1 the file cannot be read, 2 called wrongly.`;

const FAULTS: Readonly<Record<DocumentFault, string>> = {
  "document-too-large": "is too large (at most 20 MB and a million characters)",
  "document-encrypted": "is protected with a password; remove it first",
  "not-a-document": "is no .docx, .pdf, .html or .txt file that can be read",
  "no-text": "contains no text; a scan needs text recognition first",
};

interface Options {
  readonly file: string;
  readonly asJson: boolean;
  readonly withMilestones: boolean;
  readonly year: number | undefined;
}

function parseOptions(args: readonly string[]): Options {
  const { values, file } = parseCommand(args, {
    json: { type: "boolean" },
    milestones: { type: "boolean" },
    year: { type: "string" },
  });
  if (file === undefined) throw new UsageError("name the document to read");
  if (values.year !== undefined && !/^(?:19|20)\d\d$/.test(values.year)) {
    throw new UsageError(`--year ${values.year} is not a year like 2026`);
  }
  return {
    file,
    asJson: values.json === true,
    withMilestones: values.milestones === true,
    year: values.year === undefined ? undefined : Number(values.year),
  };
}

async function run(args: readonly string[]): Promise<number> {
  const { file, asJson, withMilestones, year } = parseOptions(args);
  const bytes = await readFile(file).catch(() => null);
  if (bytes === null) {
    console.error(`guatu: ${file} cannot be read`);
    return 1;
  }
  const read = await readDocument(bytes);
  if (!read.ok) {
    console.error(`guatu: ${file} ${FAULTS[read.fault]}`);
    return 1;
  }
  const extraction = extractDocument(read.text, year === undefined ? {} : { year });
  const commitments = toExtractionJson(read.text, extraction.commitments);
  const milestones = toMilestoneJson(extraction.milestones);
  if (asJson) {
    console.log(JSON.stringify(withMilestones ? { commitments, milestones } : commitments, null, 2));
  } else {
    for (const one of commitments) console.log(lineOf(one));
    for (const { quote, year: due } of milestones) console.log(`milestone  ${due ?? "    "}  ${quote}`);
    console.log(`\n${commitments.length} figures, ${milestones.length} milestones`);
  }
  return 0;
}

function lineOf(one: ReturnType<typeof toExtractionJson>[number]): string {
  const figure = `${one.comparator} ${one.value}${one.valueTo === undefined ? "" : `–${one.valueTo}`} ${one.unit}`;
  return `${one.kind.padEnd(9)}  ${one.year ?? "    "}  ${one.metric}: ${figure}${one.owner === undefined ? "" : ` (${one.owner})`}`;
}

export const command: Command = {
  summary: "lists the quantified commitments of a document",
  help: HELP,
  run,
};
