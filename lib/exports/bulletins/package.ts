// A bulletin's data for further processing: CSV, JSON and the codebook.
import JSZip from "jszip";
import type { BulletinDocument } from "@/lib/bulletins/document";
import type { BulletinFacts, BulletinRow, Erratum } from "@/lib/bulletins/facts";
import { rowsToCsv } from "@/lib/exports/csv";
import { toJson } from "@/lib/exports/json";
import type { ListColumn } from "@/lib/exports/list-rows";
import type { Language } from "@/lib/i18n/languages";
import { CODEBOOK_COLUMNS, type CodebookColumn, codebookRows } from "./codebook";

const plain = (value: number | null): string | null => (value === null ? null : String(value));

function cellsOf(row: BulletinRow, lang: Language): Record<CodebookColumn, string | null> {
  return {
    code: row.code,
    title: row.title[lang],
    owner: row.owner.slug,
    ownerName: row.owner.name[lang],
    metric: row.metric[lang],
    kind: row.kind,
    unit: row.unit,
    unitEn: row.unitEn ?? null,
    promise: row.promise[lang],
    targetValue: row.targetValue,
    dueOn: row.dueOn,
    isDueAssumed: row.isDueAssumed === undefined ? null : String(row.isDueAssumed),
    value: row.value,
    asOf: row.asOf,
    sample: String(row.sample),
    completionRatio: plain(row.completionRatio),
    expectedRatio: plain(row.expectedRatio),
    gapPoints: plain(row.gapPoints),
    gapValue: row.gapValue ?? null,
    light: row.light,
    lightBefore: row.lightBefore,
    freshness: row.freshness,
    adjusted: String(row.adjusted),
    problems: row.problems,
    nextStep: row.nextStep,
  };
}

const text = (key: string): ListColumn => ({ key, label: key, type: "text", unit: null });

export async function bulletinToPackage(
  document: BulletinDocument,
  facts: BulletinFacts,
  errata: readonly Erratum[],
): Promise<Buffer> {
  const { lang } = document;
  const zip = new JSZip();
  const rows = facts.rows.map((row) => CODEBOOK_COLUMNS.map((column) => cellsOf(row, lang)[column]));
  zip.file("targets.csv", rowsToCsv(CODEBOOK_COLUMNS.map(text), rows));
  const about = {
    title: document.title,
    number: document.number,
    cutOff: document.cutOffText,
    note: document.sampleNote,
  };
  zip.file("bulletin.json", toJson({ ...about, ...facts, errata }, 2));
  zip.file("codebook.csv", rowsToCsv([text("column"), text("unit"), text("meaning")], codebookRows(lang)));
  return zip.generateAsync({ type: "nodebuffer", compression: "DEFLATE" });
}
