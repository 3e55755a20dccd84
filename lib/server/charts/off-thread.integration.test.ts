// Files are drawn while the thread that serves pages stays free.
import { performance } from "node:perf_hooks";
import { expect, it } from "vitest";
import { prepareTargetChart } from "@/lib/charts/model/target-chart-model";
import { DrawingError } from "@/lib/exports/threads";
import { drawOffThread } from "@/lib/server/charts/off-thread";
import { aMilestoneChart, aRevisedCumulativeChart } from "@/testing/chart-builders";

const SIZE = { width: 640, height: 360, theme: "print" } as const;

it("leaves the thread idle while it draws PDF files", async () => {
  const model = prepareTargetChart(aRevisedCumulativeChart());
  await drawOffThread("chartPdf", model, SIZE);
  const before = performance.eventLoopUtilization();
  const files = await Promise.all(
    Array.from({ length: 12 }, (_, index) => drawOffThread("chartPdf", model, { ...SIZE, width: 640 + index })),
  );
  const { utilization } = performance.eventLoopUtilization(before);
  for (const file of files) expect(Buffer.from(file).subarray(0, 5).toString()).toBe("%PDF-");
  expect(utilization).toBeLessThan(0.5);
});

it("draws outlines and workbooks from the same data as on its own thread", async () => {
  const model = prepareTargetChart(aMilestoneChart());
  expect(await drawOffThread("chartPaths", model, SIZE)).toContain("<path transform");
  const workbook = Buffer.from(await drawOffThread("chartXlsx", model));
  expect(workbook.subarray(0, 2).toString()).toBe("PK");
});

it("reports a drawing that fails and draws the next one", async () => {
  const model = prepareTargetChart(aRevisedCumulativeChart());
  await expect(drawOffThread("chartPdf", model, { ...SIZE, width: -1 })).rejects.toThrow(DrawingError);
  expect(await drawOffThread("chartPaths", model, SIZE)).toContain("</svg>");
});
