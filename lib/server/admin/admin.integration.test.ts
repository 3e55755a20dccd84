import { beforeAll, describe, expect, it } from "vitest";
import { departmentJson } from "@/lib/http/api/target-json";
import type { RulesInput } from "@/lib/schemas/rules";
import { db } from "@/lib/server/db/client";
import { listDepartments } from "@/lib/server/departments/data";
import { approveUpdate } from "@/lib/server/updates/decisions";
import { submitUpdate } from "@/lib/server/updates/mutations";
import { changedRules } from "@/testing/changed-rules";
import { as, done, loadPageAndPeople } from "@/testing/people";
import {
  changeDepartmentCodes,
  closeDepartment,
  createDepartment,
  listDepartmentRecords,
  renameDepartment,
} from "./departments";
import { type Bounds, changeRules, getRules, previewRules } from "./rules";

beforeAll(loadPageAndPeople);

const admin = () => as("demo-administrator");

describe("departments", () => {
  it("are created, renamed and merged, and closed only without open targets", async () => {
    const made = { slug: "culture", name: "市文化局", nameEn: "Culture Bureau", parentSlug: null };
    expect(await createDepartment(made, await as("demo-supervisor"))).toMatchObject({ error: { kind: "forbidden" } });
    done(await createDepartment(made, await admin()));
    expect(await createDepartment(made, await admin())).toMatchObject({
      error: { errors: { slug: "already-there" } },
    });
    done(await renameDepartment("culture", { name: "市文旅局", nameEn: "Culture and Tourism Bureau" }, await admin()));
    expect(await closeDepartment("transport", null, await admin())).toMatchObject({
      error: { errors: { form: "still-open" } },
    });
    done(await closeDepartment("culture", "science", await admin()));
    const culture = (await listDepartmentRecords(await admin()))?.find((one) => one.slug === "culture");
    expect(culture).toMatchObject({ name: "市文旅局", closedOn: "2023-09-30", mergedInto: "science" });
    const events = await db.event.findMany({ where: { entity: "department" }, orderBy: { sequence: "asc" } });
    expect(events.map((event) => event.action)).toEqual([
      "department.created",
      "department.renamed",
      "department.closed",
    ]);
  });
});

describe("official codes of departments", () => {
  const credit = "91350100M000100Y43";

  it("are given to new and existing departments, each with its event, and are in the API's list", async () => {
    const made = { slug: null, name: "市体育局", nameEn: null, parentSlug: "nantong", divisionCode: "320600" };
    done(await createDepartment(made, await admin()));
    const record = await db.department.findUniqueOrThrow({ where: { slug: "styj" } });
    expect(record).toMatchObject({ nameEn: "市体育局", divisionCode: "320600", creditCode: null });
    const codes = { divisionCode: null, creditCode: credit };
    expect(await changeDepartmentCodes("styj", codes, await as("demo-supervisor"))).toMatchObject({
      error: { kind: "forbidden" },
    });
    done(await changeDepartmentCodes("styj", codes, await admin()));
    expect(await changeDepartmentCodes("styj", codes, await admin())).toMatchObject({
      error: { errors: { form: "nothing-changed" } },
    });
    const event = await db.event.findFirstOrThrow({ where: { action: "department.codes-changed" } });
    expect(event).toMatchObject({
      before: { divisionCode: "320600", creditCode: null },
      after: { slug: "styj", ...codes },
    });
    const listed = (await listDepartments(await admin())).find(({ slug }) => slug === "styj");
    expect(listed && departmentJson(listed, "zh-CN")).toMatchObject({ divisionCode: null, creditCode: credit });
  });
});

describe("rules", () => {
  const changed = async (bounds: Partial<Bounds>, slips: RulesInput["slips"] = []) =>
    changedRules(await admin(), { bounds, slips });

  it("preview which lights would change, reject overlapping bounds, and change the stored lights", async () => {
    const input = { requestKey: crypto.randomUUID(), asOf: "2023-08-31", value: "250", note: "as counted" };
    const sent = done(await submitUpdate("NT-T02", input, await as("demo-transport-reporter")));
    done(await approveUpdate(sent, await as("demo-transport-reviewer")));
    const { bounds: inForce } = await changed({});
    expect(await previewRules(inForce, await admin())).toEqual({ count: 0, changes: [] });
    const wide = await changed({ aheadFrom: 40, onTrackFrom: 30, behindFrom: 20 });
    const preview = await previewRules(wide.bounds, await admin());
    expect(preview?.changes.map(({ code, after }) => [code, after])).toEqual([["NT-T02", "far-behind"]]);
    const overlapping = await changed({ aheadFrom: 40, onTrackFrom: 30, behindFrom: 30 });
    expect(await previewRules(overlapping.bounds, await admin())).toBeNull();
    expect(await changeRules(overlapping, await admin())).toMatchObject({
      error: { errors: { form: "rules-overlap" } },
    });
    expect(await changeRules(wide, await as("demo-supervisor"))).toMatchObject({ error: { kind: "forbidden" } });
    done(await changeRules(wide, await admin()));
    const target = await db.target.findUniqueOrThrow({
      where: { code: "NT-T02" },
      include: { standings: { where: { knownTo: null } } },
    });
    expect([target.standings[0]?.light, (await getRules(await admin()))?.inForce.key]).toEqual([
      "far-behind",
      "custom",
    ]);
    done(await changeRules(await changed({ aheadFrom: 5, onTrackFrom: -5, behindFrom: -15 }), await admin()));
    expect((await getRules(await admin()))?.inForce.key).toBe("default");
  });

  it("save bounds and slip rules together, each change as an event, and reject a form that changes nothing", async () => {
    const off = { key: "behind", afterDays: undefined, colour: "yellow" as const, isEnabled: false };
    const later = { key: "late-10", afterDays: 12, colour: "yellow" as const, isEnabled: true };
    const before = await db.event.count();
    done(await changeRules(await changed({ aheadFrom: 6 }, [off, later]), await admin()));
    const events = await db.event.findMany({ orderBy: { sequence: "asc" }, skip: before });
    expect(events.map(({ action, entityId }) => [action, entityId])).toEqual([
      ["rules.changed", "custom"],
      ["rules.slip-rule-changed", "behind"],
      ["rules.slip-rule-changed", "late-10"],
    ]);
    const rules = await getRules(await admin());
    expect(rules?.slips.find(({ key }) => key === "behind")).toMatchObject({ isEnabled: false, colour: "yellow" });
    expect(rules?.slips.find(({ key }) => key === "late-10")?.afterDays).toBe(12);
    expect(await changeRules(await changed({}, [off, later]), await admin())).toMatchObject({
      error: { errors: { form: "nothing-changed" } },
    });
    done(await changeRules(await changed({ aheadFrom: 5 }), await admin()));
  });

  it("reject a form that shows rules which have been changed since", async () => {
    const [first, second] = [await changed({ aheadFrom: 7 }), await changed({ aheadFrom: 8 })];
    done(await changeRules(first, await admin()));
    expect(await changeRules(second, await admin())).toMatchObject({ error: { kind: "conflict", why: "changed" } });
    expect((await getRules(await admin()))?.inForce.aheadFrom).toBe(7);
    done(await changeRules(await changed({ aheadFrom: 5 }), await admin()));
  });
});
