// Every Office file is a valid package, names the product, and is opened by LibreOffice where that is installed.
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import JSZip from "jszip";
import { describe, expect, it } from "vitest";
import { type Bulletin, bulletinDocument } from "@/lib/bulletins/document";
import { ANNEX_COLUMNS } from "@/lib/bulletins/template";
import { prepareTargetChart } from "@/lib/charts/model/target-chart-model";
import { isoDate } from "@/lib/domain/calendar/iso-date";
import { LIGHTS } from "@/lib/domain/targets/types";
import { LANGUAGES, type Language } from "@/lib/i18n/languages";
import { aBulletinOf, aBulletinRow } from "@/testing/bulletin-builders";
import { aMilestoneChart, aRankChart, aRevisedCumulativeChart } from "@/testing/chart-builders";
import { packageProblems, propertyOf } from "@/testing/office-package";
import { bulletinToDocx } from "./bulletins/docx";
import { bulletinToPptx } from "./bulletins/pptx";
import { bulletinToXlsx } from "./bulletins/xlsx";
import { collectionToDocx } from "./chart-collection/docx";
import { collectionToPptx } from "./chart-collection/pptx";
import { FILE_AUTHOR } from "./file-author";
import { valueSheetToXlsx } from "./value-sheet/xlsx";
import { chartToXlsx } from "./xlsx";

/** The packages are checked everywhere, the layout only where LibreOffice is installed. */
const SOFFICE = ["/usr/bin/soffice", "/Applications/LibreOffice.app/Contents/MacOS/soffice"].find(existsSync);
if (SOFFICE === undefined) console.warn("LibreOffice is not installed: the layout of Office files is not tested.");

const both = (text: string) => ({ "zh-CN": text, en: text });
const SMALL = aBulletinOf([aBulletinRow({ code: "A" })], { charts: "none" });
const rows = Array.from({ length: 30 }, (_, index) =>
  aBulletinRow({
    code: `T-${index}`,
    light: LIGHTS[index % LIGHTS.length] ?? "behind",
    lightBefore: "on-track",
    freshness: index % 4 === 0 ? "late" : "current",
    problems: index % 2 === 0 ? "资金未到位\n（一）手续未批 & <待定>" : "",
    sample: true,
  }),
);
const day = isoDate("2023-09-12");
const [first = aBulletinRow({ code: "T" })] = rows;
const FULL: Bulletin = {
  ...aBulletinOf(rows, {
    columns: ANNEX_COLUMNS,
    requirements: both("（一）压实责任\n1. 主要负责同志负总责\n（二）强化调度。每月一次。"),
    copyTo: both("市委办公室"),
  }),
  facts: {
    rows,
    changed: [
      {
        code: "T-0",
        title: first.title,
        on: day,
        before: both("402"),
        after: both("380"),
        reason: "调整",
        authority: "市政府",
      },
    ],
    due: [{ code: "T-1", title: first.title, owner: first.owner.name, step: null, on: day }],
  },
};
const ERRATA = [
  { code: "T-0", title: first.title, printed: both("1"), corrected: both("2"), correctedOn: day, reason: "笔误" },
];

const charts = [aRevisedCumulativeChart(), aMilestoneChart(), aRankChart()].map((input, index) => ({
  code: `T-${index}`,
  model: prepareTargetChart(input),
}));

async function bulletinFiles(name: string, bulletin: Bulletin, lang: Language) {
  const document = bulletinDocument(bulletin, name === "full" ? ERRATA : [], lang);
  const drawn = bulletin.template.charts === "none" ? [] : charts;
  const errata = name === "full" ? ERRATA : [];
  return [
    [`${name}-${lang}.docx`, await bulletinToDocx(document, drawn)],
    [`${name}-${lang}.xlsx`, await bulletinToXlsx(document, bulletin.facts, errata, bulletin)],
    [`${name}-${lang}.pptx`, await bulletinToPptx(document, bulletin.facts, errata, drawn)],
  ] as const;
}

async function allFiles(): Promise<readonly (readonly [string, Buffer])[]> {
  const bulletins: (readonly [string, Buffer])[] = [];
  for (const lang of LANGUAGES) {
    bulletins.push(...(await bulletinFiles("small", SMALL, lang)), ...(await bulletinFiles("full", FULL, lang)));
  }
  const collected = charts.map((chart) => ({ ...chart, owner: "市发展改革委" }));
  const collection = {
    lang: "zh-CN",
    title: "市发展改革委目标进展图",
    about: "截至9月30日",
    charts: collected,
  } as const;
  const [chart] = charts;
  if (chart === undefined) throw new Error("no chart");
  return [
    ...bulletins,
    ["collection.docx", await collectionToDocx(collection)],
    ["collection.pptx", await collectionToPptx(collection)],
    ["chart.xlsx", await chartToXlsx(chart.model)],
    [
      "values.xlsx",
      await valueSheetToXlsx({ department: both("市发展改革委"), until: day, rows: [], steps: [] }, "zh-CN"),
    ],
  ];
}

const files = await allFiles();

describe("Office files", () => {
  it.each(files)("are valid packages: %s", async (_name, bytes) => {
    expect(await packageProblems(bytes)).toEqual([]);
  });

  it.each(files)("name the product as their program: %s", async (name, bytes) => {
    const program = name.endsWith(".pptx") ? "Company" : "cp:lastModifiedBy";
    expect(await propertyOf(bytes, program)).toBe(FILE_AUTHOR);
    expect(await propertyOf(bytes, "dc:creator")).toBe(/^(small|full)/.test(name) ? "督查室" : FILE_AUTHOR);
  });

  it("have a problem named for each fault of a package", async () => {
    const zip = await JSZip.loadAsync(files[0]?.[1] ?? "");
    zip.remove("word/styles.xml");
    zip.file("word/comments.data", "");
    const document = (await zip.file("word/document.xml")?.async("string")) ?? "";
    zip.file("word/document.xml", document.replace("</w:body>", '<a r:id="rId99"></w:body>'));
    const problems = await packageProblems(await zip.generateAsync({ type: "uint8array" }));
    expect(problems).toEqual(
      expect.arrayContaining([
        "content type of missing part word/styles.xml",
        "no content type: word/comments.data",
        expect.stringMatching(/document\.xml\.rels: \w+ has no part styles\.xml/),
        "word/document.xml: no relationship rId99",
        "word/document.xml: not well-formed at </w:body>",
        'no style for <w:pStyle w:val="masthead"/>',
      ]),
    );
  });

  it("are opened and laid out by LibreOffice", { skip: SOFFICE === undefined, timeout: 180_000 }, () => {
    const folder = mkdtempSync(join(tmpdir(), "office-files-"));
    try {
      // Files of one name and different kinds would have the same PDF.
      const given = files.map(([name, bytes]) => ({ name: `${name.split(".").at(-1)}-${name}`, bytes }));
      for (const { name, bytes } of given) writeFileSync(join(folder, name), bytes);
      const options = [`-env:UserInstallation=file://${folder}/profile`, "--headless", "--convert-to", "pdf"];
      const names = given.map(({ name }) => name);
      const output = join(folder, "pdf");
      execFileSync(SOFFICE ?? "", [...options, "--outdir", output, ...names], { cwd: folder, stdio: "ignore" });
      expect(readdirSync(output).sort()).toEqual(names.map((name) => name.replace(/\w+$/, "pdf")).sort());
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
