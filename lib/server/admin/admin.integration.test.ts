import { beforeAll, describe, expect, it } from "vitest";
import { db } from "@/lib/server/db/client";
import { approveUpdate } from "@/lib/server/updates/decisions";
import { submitUpdate } from "@/lib/server/updates/mutations";
import { as, done, loadPageAndPeople } from "@/testing/people";
import { closeDepartment, createDepartment, listDepartmentRecords, renameDepartment } from "./departments";
import { changeRules, changeSlipRule, getRules, previewRules } from "./rules";

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

describe("rules", () => {
  it("preview which lights would change, reject overlapping bounds, and change the stored lights", async () => {
    const input = { requestKey: crypto.randomUUID(), asOf: "2023-08-31", value: "250", note: "as counted" };
    const sent = done(await submitUpdate("NT-T02", input, await as("demo-transport-reporter")));
    done(await approveUpdate(sent, await as("demo-transport-reviewer")));
    const inForce = (await getRules(await admin()))?.inForce;
    expect(inForce && (await previewRules(inForce, await admin()))).toEqual([]);
    const wide = { aheadFrom: 40, onTrackFrom: 30, behindFrom: 20, kinds: {} };
    const preview = await previewRules(wide, await admin());
    expect(preview?.map(({ code, after }) => [code, after])).toEqual([["NT-T02", "far-behind"]]);
    expect(await previewRules({ ...wide, behindFrom: 30 }, await admin())).toBeNull();
    expect(await changeRules({ ...wide, behindFrom: 30 }, await admin())).toMatchObject({
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
    done(await changeRules({ aheadFrom: 5, onTrackFrom: -5, behindFrom: -15, kinds: {} }, await admin()));
    expect((await getRules(await admin()))?.inForce.key).toBe("default");
  });

  it("of slips are enabled and disabled by an administrator", async () => {
    const rule = { key: "behind", afterDays: 0, colour: "yellow" as const, isEnabled: false };
    expect(await changeSlipRule(rule, await as("demo-supervisor"))).toMatchObject({ error: { kind: "forbidden" } });
    done(await changeSlipRule(rule, await admin()));
    expect((await getRules(await admin()))?.slips.find((one) => one.key === "behind")).toMatchObject({
      isEnabled: false,
      colour: "yellow",
    });
  });
});
