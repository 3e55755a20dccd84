// Writes the rows of a spreadsheet for guatu import, in batches, as the user named by --as.
import { basename } from "node:path";
import { can } from "@/lib/domain/permissions/can";
import type { Language } from "@/lib/i18n/languages";
import type { PlannedLine } from "@/lib/imports/plan";
import { readValueSheets } from "@/lib/imports/values/read-value-sheets";
import { readWorkbook } from "@/lib/imports/workbook/read-workbook";
import type { Context } from "@/lib/server/context";
import type { Result } from "@/lib/server/mutation";
import { type BatchReport, LARGE_FILE } from "@/lib/server/sheet-import";
import { importTaskBatches } from "@/lib/server/targets/import-task-batches";
import { importValueBatches } from "@/lib/server/updates/import-value-batches";
import { UsageError } from "./command";
import { type ContextValues, readContext } from "./command-context";
import { progressBar } from "./progress-bar";

interface Options {
  readonly submits: boolean;
  readonly isJson: boolean;
}

/** More are counted; --json prints all. */
const SHOWN = 20;

function holdsValues(bytes: Uint8Array): boolean {
  const book = readWorkbook(bytes, LARGE_FILE);
  return book.ok && readValueSheets(book.sheets) !== null;
}

function writeRows(
  name: string,
  bytes: Uint8Array,
  submits: boolean,
  { context, lang }: { readonly context: Context; readonly lang: Language },
): Promise<Result<BatchReport>> {
  const onProgress = progressBar("importing");
  // A department's own layout is recognised by its targets, which only its reporters can report on.
  if (holdsValues(bytes) || !can(context.actor, "target.create", null)) {
    return importValueBatches({ bytes, lang }, submits, context, onProgress);
  }
  if (submits) throw new UsageError("--submit applies to values, and this file is a task table");
  return importTaskBatches({ name, bytes, lang }, context, onProgress);
}

function describe({ sheet, line, outcome, why, text, problems = [], faults: rejected = {} }: PlannedLine): string {
  const place = sheet == null ? String(line) : `${sheet} ${line}`;
  const faults = [
    ...problems.map(({ cell, kind, text: message }) => `${cell} ${message ?? kind}`),
    ...Object.entries(rejected).map(([field, fault]) => `${field} ${fault}`),
  ];
  return [place, outcome, text, [why, ...faults].filter(Boolean).join(", ")].join("\t");
}

function print({ written, unchanged, left }: BatchReport, isJson: boolean): void {
  if (isJson) {
    console.log(JSON.stringify({ written, unchanged, left }, null, 1));
    return;
  }
  for (const line of left.slice(0, SHOWN)) console.log(describe(line));
  if (left.length > SHOWN) console.log(`and ${left.length - SHOWN} more; --json prints all`);
  console.log(`guatu: ${written} rows written, ${unchanged} unchanged, ${left.length} left`);
}

/** @returns the exit code */
export async function writeImport(
  file: string,
  bytes: Uint8Array,
  values: ContextValues,
  { submits, isJson }: Options,
): Promise<number> {
  const outcome = await writeRows(basename(file), bytes, submits, await readContext(values));
  if (outcome.ok) {
    print(outcome.value, isJson);
    return outcome.value.left.length > 0 ? 3 : 0;
  }
  const { error } = outcome;
  if (error.kind === "forbidden") throw new UsageError(`${values.as} may not import this file`);
  console.error(`guatu: ${error.kind === "invalid" ? Object.values(error.errors).join(", ") : error.kind}`);
  return 1;
}
