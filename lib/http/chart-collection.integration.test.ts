import JSZip from "jszip";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { GET as getDocx } from "@/app/targets/charts.docx/route";
import { GET as getPdf } from "@/app/targets/charts.pdf/route";
import { GET as getPptx } from "@/app/targets/charts.pptx/route";
import { GET as getZip } from "@/app/targets/charts.zip/route";
import { readTexts } from "@/testing/read-texts";
import { get } from "@/testing/requests";
import { loadSampleYear } from "@/testing/sample-year";

vi.mock("next/headers", async () => (await import("@/testing/requests")).nextHeaders);
vi.mock("@/lib/server/auth/actor", async () => {
  const { browser } = await import("@/testing/requests");
  return { getActor: async () => browser.actor };
});

beforeAll(loadSampleYear, 120_000);

const CODES = ["NT-T01", "NT-T02", "NT-T02b", "NT-T03"];

async function bytesOf(response: Response): Promise<Uint8Array> {
  expect(response.status).toBe(200);
  return new Uint8Array(await response.arrayBuffer());
}

describe("GET /targets/charts.{format}", { timeout: 240_000 }, () => {
  it("has each chart of the filtered list as PNG, SVG and CSV, and an index", async () => {
    const response = await getZip(get("/targets/charts.zip?department=transport&lang=en"));
    expect(response.headers.get("content-disposition")).toContain("Transport%20Bureau%20charts%20of%20targets");
    const zip = await JSZip.loadAsync(await bytesOf(response));
    const codes = Object.keys(zip.files).flatMap((name) => name.match(/^(NT-.+)\.png$/)?.[1] ?? []);
    expect(codes).toEqual(expect.arrayContaining(CODES));
    for (const code of codes) {
      expect((await zip.file(`${code}.png`)?.async("nodebuffer"))?.subarray(1, 4).toString()).toBe("PNG");
      expect(await zip.file(`${code}.svg`)?.async("string")).toContain("</svg>");
      expect(await zip.file(`${code}.csv`)?.async("string")).toContain("Source");
    }
    const index = ((await zip.file("index.csv")?.async("string")) ?? "").split("\r\n").slice(0, -1);
    expect(index[0]).toBe("\ufeffFigure,Code,Target,Owner");
    expect(index).toHaveLength(codes.length + 1);
    expect(index[1]).toMatch(/^1,NT-.+,Transport Bureau$/);
  });

  it.each([
    ["docx", getDocx],
    ["pdf", getPdf],
    ["pptx", getPptx],
  ] as const)("numbers and captions the figures of a %s file in the order of the list", async (format, handler) => {
    const bytes = await bytesOf(await handler(get(`/targets/charts.${format}?department=transport&lang=zh-CN`)));
    const text = (await readTexts(format, bytes)).join("\n").replaceAll(/\s/g, "");
    expect(text).toContain("市交通运输局目标进展图集");
    for (const number of [1, 2, 3, 4]) expect(text).toMatch(new RegExp(`图${number}NT-`));
  });

  it("leaves out targets without a chart, and responds with 404 if none is left", async () => {
    expect((await getZip(get("/targets/charts.zip?q=没有这样的目标"))).status).toBe(404);
    expect((await getZip(get("/targets/charts.zip?light=unset"))).status).toBe(404);
    expect((await getZip(get("/targets/charts.zip?colour=red"))).status).toBe(400);
  });

  it("makes at most two files at once and asks others to try again", async () => {
    const requests = Array.from({ length: 4 }, () => getZip(get("/targets/charts.zip?department=school")));
    const statuses = (await Promise.all(requests)).map(({ status }) => status);
    expect(statuses.toSorted()).toEqual([200, 200, 503, 503]);
    expect((await getZip(get("/targets/charts.zip?department=school"))).status).toBe(200);
  });
});
