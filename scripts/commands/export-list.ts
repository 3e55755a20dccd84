// The list of targets as a file, with the permissions of a visitor or of the user named by --as.
import { Readable } from "node:stream";
import { toJson } from "@/lib/exports/json";
import { listTargetsJson } from "@/lib/http/api/target-list-json";
import type { Language } from "@/lib/i18n/languages";
import { parseTargetFilters, type TargetFilters } from "@/lib/schemas/target-list";
import type { Context } from "@/lib/server/context";
import { ADDRESS } from "@/lib/server/origin";
import { type ListFileFormat, targetListFile } from "@/lib/server/targets/list-file";
import { UsageError } from "./command";
import { type ContextValues, readContext } from "./command-context";
import { writeFileOnceComplete } from "./write-file";

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

interface ListValues extends ContextValues {
  readonly filter?: string | undefined;
}

export async function exportList(path: string, format: ListFileFormat | "json", values: ListValues): Promise<void> {
  const filters = readFilters(values.filter);
  const { context, lang } = await readContext(values);
  const content =
    format === "json"
      ? Readable.from(jsonLines(filters, context, lang))
      : await targetListFile(format, filters, lang, context, ADDRESS);
  await writeFileOnceComplete(path, content);
}
