import sharp from "sharp";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { VISITOR } from "@/lib/domain/permissions/actor";
import { chartPresetSchema, MAX_LOGO_BYTES, withPreset } from "@/lib/schemas/chart-preset";
import { db } from "@/lib/server/db/client";
import { as, done, loadPageAndPeople } from "@/testing/people";
import { findLogo, listChartPresets } from "./data";
import { createChartPreset, deleteChartPreset, renameChartPreset } from "./mutations";

beforeAll(loadPageAndPeople, 60_000);
beforeEach(async () => {
  await db.chartPreset.deleteMany();
});

const QUERY =
  "targets=NT-T02&title=x&theme=print&mmWidth=156&colour=%231b6e4b&typeface=serif&source=%E4%BA%A4%E9%80%9A%E5%B1%80&sig=y";

function aPreset(change: Partial<Record<"name" | "owner" | "shared" | "query", string>> & { logo?: File } = {}) {
  return chartPresetSchema.parse({ name: "简报", owner: "transport", query: QUERY, ...change });
}

const aPicture = (background: string, kind: "png" | "jpeg" | "webp" = "png") =>
  sharp({ create: { width: 1200, height: 300, channels: 3, background } })
    [kind]()
    .toBuffer();
const aFile = (bytes: Uint8Array, name = "logo.png") => new File([new Uint8Array(bytes)], name);

const namesFor = async (id: string) => (await listChartPresets(await as(id)))?.presets.map(({ name }) => name);

describe("presets of an office", () => {
  it("contain the look of a chart, not what it shows or who signed it", async () => {
    const reporter = await as("demo-transport-reporter");
    done(await createChartPreset(aPreset(), reporter));
    const [preset] = (await listChartPresets(reporter))?.presets ?? [];
    expect(preset?.owner?.slug).toBe("transport");
    expect(Object.fromEntries(new URLSearchParams(preset?.options))).toEqual({
      theme: "print",
      mmWidth: "156",
      colour: "#1b6e4b",
      typeface: "serif",
      source: "交通局",
    });
    const without = withPreset(new URLSearchParams("targets=NT-T03&typeface=serif"), { options: "", logoKey: null });
    expect(without.toString()).toBe("targets=NT-T03");
    const shown = withPreset(new URLSearchParams("targets=NT-T03&theme=grey&footnote=z&sig=a&from=2023-02-01"), {
      options: preset?.options ?? "",
      logoKey: "f".repeat(32),
    });
    expect(Object.fromEntries(shown)).toEqual({
      targets: "NT-T03",
      from: "2023-02-01",
      theme: "print",
      mmWidth: "156",
      colour: "#1b6e4b",
      typeface: "serif",
      source: "交通局",
      logo: "f".repeat(32),
    });
  });

  it("are seen by the members of a department, and by everyone signed in once the supervision office shares them", async () => {
    done(await createChartPreset(aPreset(), await as("demo-transport-reporter")));
    const supervisor = await as("demo-supervisor");
    done(await createChartPreset(aPreset({ owner: "", name: "内部" }), supervisor));
    done(await createChartPreset(aPreset({ owner: "", name: "通报", shared: "on" }), supervisor));
    expect(await namesFor("demo-transport-reviewer")).toEqual(["简报", "通报"]);
    expect(await namesFor("demo-science-reporter")).toEqual(["通报"]);
    expect(await namesFor("demo-supervisor")).toEqual(["内部", "通报"]);
    expect(await namesFor("demo-reader")).toEqual(["内部", "通报"]);
    expect(await listChartPresets({ ...supervisor, actor: VISITOR })).toBeNull();
  });

  it("of a department are never shared", async () => {
    done(await createChartPreset(aPreset({ shared: "on" }), await as("demo-transport-reporter")));
    expect(await namesFor("demo-science-reporter")).toEqual([]);
  });

  it("are renamed and deleted by their office, and a name is used once per office", async () => {
    const [reporter, other] = [await as("demo-transport-reporter"), await as("demo-science-reporter")];
    done(await createChartPreset(aPreset(), reporter));
    done(await createChartPreset(aPreset({ name: "大屏" }), reporter));
    done(await createChartPreset(aPreset({ owner: "science" }), other));
    const taken = { ok: false, error: { errors: { name: "already-there" } } };
    expect(await createChartPreset(aPreset(), reporter)).toMatchObject(taken);
    const { id } = await db.chartPreset.findFirstOrThrow({ where: { name: "大屏" } });
    expect(await renameChartPreset({ id, name: "简报" }, reporter)).toMatchObject(taken);
    expect(await renameChartPreset({ id, name: "新" }, other)).toMatchObject({ error: { kind: "not-found" } });
    expect(await deleteChartPreset({ id }, other)).toMatchObject({ error: { kind: "not-found" } });
    done(await renameChartPreset({ id, name: "新" }, await as("demo-transport-reviewer")));
    expect(await namesFor("demo-transport-reporter")).toEqual(["新", "简报"]);
    done(await deleteChartPreset({ id }, reporter));
    expect(await namesFor("demo-transport-reporter")).toEqual(["简报"]);
  });

  it("are rejected for another office, with an invalid look and beyond 50", async () => {
    const reporter = await as("demo-transport-reporter");
    for (const owner of ["science", ""])
      expect(await createChartPreset(aPreset({ owner }), reporter)).toMatchObject({ error: { kind: "forbidden" } });
    expect(() => aPreset({ query: "colour=%23a33b20" })).toThrow();
    const { id: departmentId } = await db.department.findUniqueOrThrow({ where: { slug: "transport" } });
    await db.chartPreset.createMany({
      data: Array.from({ length: 50 }, (_, index) => {
        return { departmentId, name: `${index}`, options: "", savedAt: reporter.clock.now };
      }),
    });
    expect(await createChartPreset(aPreset(), reporter)).toMatchObject({
      error: { errors: { name: "too-many-presets" } },
    });
  });
});

describe("a logo", () => {
  it("is stored as a small PNG on white, and used by the next preset that is saved from its chart", async () => {
    const reporter = await as("demo-transport-reporter");
    const photo = await sharp(await aPicture("navy", "jpeg"))
      .withExif({ IFD0: { Copyright: "someone" } })
      .toBuffer();
    done(await createChartPreset(aPreset({ logo: aFile(photo, "标识.jpg") }), reporter));
    const { logoKey, logoWidth, logoHeight, logo } = await db.chartPreset.findFirstOrThrow();
    expect([logoWidth, logoHeight]).toEqual([544, 136]);
    const bytes = Buffer.from(logo ?? "", "base64");
    expect(await sharp(bytes).metadata()).toMatchObject({ format: "png", width: 544, height: 136, hasAlpha: false });
    expect(bytes.includes("someone")).toBe(false);
    done(await createChartPreset(aPreset({ name: "第二", query: `${QUERY}&logo=${logoKey}` }), reporter));
    expect(await db.chartPreset.count({ where: { logoKey } })).toBe(2);
    expect(await findLogo(logoKey ?? "")).toEqual({ url: `data:image/png;base64,${logo}`, width: 544, height: 136 });
  });

  it("of another office is not taken over", async () => {
    done(await createChartPreset(aPreset({ logo: aFile(await aPicture("red")) }), await as("demo-transport-reporter")));
    const { logoKey } = await db.chartPreset.findFirstOrThrow();
    const query = `${QUERY}&logo=${logoKey}`;
    done(await createChartPreset(aPreset({ owner: "science", query }), await as("demo-science-reporter")));
    expect(await db.chartPreset.count({ where: { logoKey } })).toBe(1);
  });

  it("is rejected unless it is a PNG or JPEG of at most 1 MB", async () => {
    const reporter = await as("demo-transport-reporter");
    const files: [Uint8Array, string][] = [
      [Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'), "no-picture"],
      [await aPicture("red", "webp"), "no-picture"],
      [(await aPicture("red")).subarray(0, 200), "no-picture"],
      [new Uint8Array(MAX_LOGO_BYTES + 1), "logo-too-large"],
    ];
    for (const [bytes, logo] of files)
      expect(await createChartPreset(aPreset({ logo: aFile(bytes) }), reporter)).toMatchObject({
        error: { errors: { logo } },
      });
    expect(await db.chartPreset.count()).toBe(0);
  });
});
