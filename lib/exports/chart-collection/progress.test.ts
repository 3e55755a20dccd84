import { expect, it } from "vitest";
import { prepareTargetChart } from "@/lib/charts/model/target-chart-model";
import { aRevisedCumulativeChart } from "@/testing/chart-builders";
import { collectionToDocx } from "./docx";
import { collectionToPdf } from "./pdf";
import { collectionToPptx } from "./pptx";
import { collectionToZip } from "./zip";

const CODES = ["A-01", "A-02", "A-03", "A-04"];
const model = prepareTargetChart(aRevisedCumulativeChart({ lang: "en" }));
const charts = CODES.map((code) => ({ code, owner: "Haimen", model }));
const collection = { lang: "en", title: "Charts", about: "4 charts", charts } as const;

it.each([
  ["docx", collectionToDocx],
  ["pdf", collectionToPdf],
  ["pptx", collectionToPptx],
  ["zip", collectionToZip],
] as const)("a %s file counts its charts one by one, and stops when the callback throws", async (_format, draw) => {
  const counted: number[] = [];
  await draw(collection, async (done) => {
    counted.push(done);
  });
  expect(counted).toEqual([1, 2, 3, 4]);
  const stopped: number[] = [];
  const drawing = draw(collection, async (done) => {
    stopped.push(done);
    if (done === 2) throw new Error("cancelled");
  });
  await expect(drawing).rejects.toThrow("cancelled");
  expect(stopped).toEqual([1, 2]);
});
