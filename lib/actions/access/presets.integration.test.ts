// Who may call the actions of presets.
import "@/testing/action-mocks";
import { describe, expect, it } from "vitest";
import { IDLE } from "@/lib/actions/action-state";
import * as presets from "@/lib/actions/chart-presets";
import { db } from "@/lib/server/db/client";
import { actAs, EVERYBODY, formOf, prepareAccessTests, refusedTo, signedOutOrForbidden } from "@/testing/action-access";

prepareAccessTests();

describe("presets", () => {
  const wrong = EVERYBODY.filter((who) => who !== "reporter" && who !== "reviewer");

  it("createChartPresetAction is for the members of the department", async () => {
    const form = formOf({ name: "简报", owner: "transport", query: "theme=print" });
    const act = async () => (await presets.createChartPresetAction(IDLE, form)).status;
    expect(await refusedTo(wrong, act)).toEqual(signedOutOrForbidden(wrong));
    await actAs("reporter");
    expect(await act()).toBe("done");
  });

  it("renameChartPresetAction and deleteChartPresetAction are for them too; for others there is no such preset", async () => {
    const { id } = await db.chartPreset.findFirstOrThrow();
    const rename = async () => (await presets.renameChartPresetAction(IDLE, formOf({ id, name: "新" }))).status;
    const remove = async () => (await presets.deleteChartPresetAction(IDLE, formOf({ id }))).status;
    const unseen = Object.fromEntries(wrong.map((who) => [who, who === "visitor" ? "signed-out" : "not-found"]));
    for (const act of [rename, remove]) expect(await refusedTo(wrong, act)).toEqual(unseen);
    await actAs("reviewer");
    expect(await rename()).toBe("done");
    expect(await remove()).toBe("done");
  });

  it("a preset that the supervision office shares is changed by supervisors only", async () => {
    await actAs("supervisor");
    const form = formOf({ name: "通报", owner: "", shared: "on", query: "theme=print" });
    expect((await presets.createChartPresetAction(IDLE, form)).status).toBe("done");
    const { id } = await db.chartPreset.findFirstOrThrow();
    const others = EVERYBODY.filter((who) => who !== "supervisor");
    const remove = async () => (await presets.deleteChartPresetAction(IDLE, formOf({ id }))).status;
    expect(await refusedTo(others, remove)).toEqual(signedOutOrForbidden(others));
    await actAs("supervisor");
    expect(await remove()).toBe("done");
  });
});
