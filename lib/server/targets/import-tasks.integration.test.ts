import { beforeAll, describe, expect, it } from "vitest";
import { NO_CHOICES } from "@/lib/schemas/task-import";
import { db } from "@/lib/server/db/client";
import type { ImportPreview } from "@/lib/server/sheet-import";
import { as, done, loadPageAndPeople } from "@/testing/people";
import { forgetColumnMapping } from "./column-mappings";
import { importTasks, previewTaskImport } from "./import-tasks";
import { labelTarget, namedLabels } from "./label-target";
import { transitionTarget } from "./life-cycle";

beforeAll(loadPageAndPeople, 120_000);

const HEAD =
  "序号,目标任务,指标,计量单位,2023年目标,2022年实绩,一季度,上半年,前三季度,全年,牵头单位,配合单位,责任人,完成时限,备注";
const ROADS = "1,实施农村公路提档,新改建里程,公里,≥260,240,60,130,200,260,交通运输局,市商务局,分管副局长,12月底,含桥梁";
const VISITS = "2,开展驻点招商,拜访企业,家,500,420,,,,,市商务局,,,10月底前,";
const NOBODY = "3,治理河道,整治河道,条,12,9,,,,,市水利局,,,12月底,";
const BROKEN = "4,新增停车位,新增泊位,个,见附件,,,,,,市交通运输局,,,12月底,";
const OPEN = "5,办好博览会,观众人数,万人次,待定,,,,,,市商务局,,,11月底,";

const file = (...rows: string[]) => ({
  name: "任务表.csv",
  bytes: new TextEncoder().encode(["2023年重点工作任务分解表", HEAD, ...rows].join("\n")),
  lang: "zh-CN" as const,
});

const office = () => as("demo-supervisor", "2023-02-01");

const outcomes = ({ lines }: ImportPreview) =>
  lines.map(({ line, outcome, why, problems = [] }) =>
    [line, outcome, why, ...problems.map(({ cell, kind }) => `${cell} ${kind}`)]
      .filter((part) => part !== null)
      .join(" "),
  );

async function importFile(...rows: string[]): Promise<ImportPreview> {
  const preview = done(await previewTaskImport(file(...rows), await office()));
  if (preview.count > 0) done(await importTasks(file(...rows), preview.digest, await office()));
  return preview;
}

describe("importing a task table", () => {
  it("previews each row with its problems by cell, and writes the accepted ones as drafts", async () => {
    const preview = await importFile(ROADS, VISITS, NOBODY, BROKEN, OPEN);
    expect(outcomes(preview)).toEqual([
      "3 added",
      "4 added",
      "5 refused K5 unknown-department",
      "6 refused E6 not-a-number",
      "7 added E7 value-missing",
    ]);
    const drafts = await db.target.findMany({
      where: { code: { startsWith: "T2023-" } },
      orderBy: { code: "asc" },
      include: { metric: true, owner: true, supporting: { include: { department: true } } },
    });
    expect(drafts.map(({ code, title, value }) => [code, title, value?.toFixed() ?? null])).toEqual([
      ["T2023-001", "实施农村公路提档", "260"],
      ["T2023-002", "开展驻点招商", "500"],
      ["T2023-003", "办好博览会", null],
    ]);
    expect(drafts[0]).toMatchObject({
      comparator: "at-least",
      baselineYear: 2022,
      planShape: "values",
      responsiblePost: "分管副局长",
      visibility: "internal",
      owner: { slug: "transport" },
      metric: { name: "新改建里程", unit: "公里", kind: "cumulative" },
      supporting: [{ department: { slug: "commerce" } }],
    });
    expect(drafts[0]?.note).toBe("来源：任务表.csv，第3行\n含桥梁");
    expect(drafts[0]?.planValues).toEqual([
      { on: "2023-03-31", value: "60" },
      { on: "2023-06-30", value: "130" },
      { on: "2023-09-30", value: "200" },
    ]);
    expect(drafts[1]?.dueOn.toISOString().slice(0, 10)).toBe("2023-10-31");
    expect(await db.event.count({ where: { action: "target.created", entityId: drafts[0]?.id ?? "" } })).toBe(1);
  });

  it("creates nothing when the same file is imported again, and changes the earlier draft when it is corrected", async () => {
    const before = await db.target.count();
    const again = await importFile(ROADS, VISITS);
    expect([again.count, outcomes(again)]).toEqual([0, ["3 same", "4 same"]]);
    const changed = await importFile(ROADS.replace("≥260", "≥280"));
    expect(outcomes(changed)[0]).toBe("3 changed J3 plan-mismatch");
    expect(changed.lines[0]?.was).toBe("T2023-001 · 260 · 公里 · 2023-12-31");
    expect(await db.target.count()).toBe(before);
    const draft = await db.target.findUniqueOrThrow({ where: { code: "T2023-001" } });
    expect([draft.value?.toFixed(), draft.state]).toEqual(["280", "draft"]);
    expect(outcomes(await importFile(ROADS.replace("≥260", "≥280")))[0]).toBe("3 same J3 plan-mismatch");
  });

  it("changes the draft of the same place when its title or its owner is corrected", async () => {
    const row = "1,建设口袋公园,新建公园,个,30,,,,,,市商务局,,,12月底,";
    await importFile(row);
    const before = await db.target.count();
    const renamed = await importFile(row.replace("口袋公园", "社区公园"));
    expect(outcomes(renamed)).toEqual(["3 changed"]);
    expect(renamed.lines[0]?.was).toMatch(/建设口袋公园/);
    expect(outcomes(await importFile(row.replace("口袋公园", "社区公园").replace("市商务局", "市交通运输局")))).toEqual(
      ["3 changed"],
    );
    expect(await db.target.count()).toBe(before);
    const draft = await db.target.findFirstOrThrow({ where: { title: "建设社区公园" }, include: { owner: true } });
    expect(draft.owner.slug).toBe("transport");
  });

  it("leaves a draft that a person has edited since, and a target in force, and links to them", async () => {
    const row = "1,建设驿站,新建驿站,个,12,,,,,,市商务局,,,12月底,";
    await importFile(row);
    const { code, version } = await db.target.findFirstOrThrow({ where: { title: "建设驿站" } });
    done(await labelTarget(code, version, [{ kind: "topic", name: "惠民", number: "" }], await office()));
    expect(outcomes(await importFile(row))).toEqual(["3 same"]);
    const edited = await importFile(row.replace(",12,", ",15,"));
    expect([outcomes(edited), edited.lines[0]?.href]).toEqual([["3 conflict edited-since"], `/targets/${code}/revise`]);
    const issue = {
      step: "issue",
      note: "",
      authority: "通政发〔2023〕1号",
      verdict: null,
      receiveWithinDays: 3,
    } as const;
    done(await transitionTarget(code, issue, await office()));
    expect(outcomes(await importFile(row.replace(",12,", ",15,")))).toEqual(["3 conflict exists-otherwise"]);
  });

  it("labels the drafts with their sections, and with their numbers in the plan that the user names", async () => {
    const rows = ["一、交通,,,,,,,,,,,,,,", "12,修建旅游公路,新改建里程,公里,45,,,,,,市交通运输局,,,12月底,"];
    const table = { ...file(...rows), plan: "2023年政府工作报告" };
    const { digest } = done(await previewTaskImport(table, await office()));
    done(await importTasks(table, digest, await office()));
    const draft = await db.target.findFirstOrThrow({ where: { title: "修建旅游公路" } });
    expect(await namedLabels(db, draft.id)).toEqual([
      { kind: "topic", name: "交通", number: "" },
      { kind: "plan", name: "2023年政府工作报告", number: "12" },
    ]);
  });

  it("uses a metric of the same name, unit and kind again", async () => {
    await importFile(
      "1,推进项目建设,完成投资额,亿元,30,,,,,,市商务局,,,12月底,",
      "2,推进项目建设,完成投资额,亿元,20,,,,,,市交通运输局,,,12月底,",
    );
    expect(await db.metric.count({ where: { name: "完成投资额" } })).toBe(1);
    expect(await db.target.count({ where: { metric: { name: "完成投资额" } } })).toBe(2);
  });

  it("rejects a confirmation of another preview, and files without a task table", async () => {
    const other = "1,建设充电站,新建充电站,座,9,,,,,,市商务局,,,12月底,";
    const { digest } = done(await previewTaskImport(file(ROADS, other), await office()));
    expect(await importTasks(file(other), digest, await office())).toMatchObject({
      ok: false,
      error: { kind: "conflict" },
    });
    // The plan is not in the printed line.
    const planned = "1,建设体育公园,新建公园,个,9,,2,4,6,9,市商务局,,,12月底,";
    const plan = done(await previewTaskImport(file(planned), await office()));
    expect(await importTasks(file(planned.replace("2,4,6", "3,4,6")), plan.digest, await office())).toMatchObject({
      error: { kind: "conflict" },
    });
    const words = { ...file(), bytes: new TextEncoder().encode("姓名,电话\n某某,123\n") };
    expect(await previewTaskImport(words, await office())).toMatchObject({ error: { errors: { file: "no-tasks" } } });
  });

  it("remembers corrected columns once a table is imported, reads the next table in the same way, and forgets them", async () => {
    const table = (...rows: string[]) => ({
      ...file(),
      bytes: new TextEncoder().encode(["任务,计量单位,2023年定额,牵头单位", ...rows].join("\n")),
    });
    const first = table("建设书房,家,15,市商务局", "更新公交车,辆,30,市交通运输局");
    const read = done(await previewTaskImport(first, await office()));
    expect(read.tables[0]?.columns.map(({ role }) => role)).toEqual(["title", "unit", "other", "owner"]);
    const roles = ["title", "unit", "value", "owner"] as const;
    const mapping = new Map(roles.map((role, index) => [index, role]));
    const choices = { ...NO_CHOICES, mappings: new Map([[read.tables[0]?.fingerprint ?? "", mapping]]) };
    const corrected = { ...first, choices };
    const preview = done(await previewTaskImport(corrected, await office()));
    expect([outcomes(preview), preview.tables[0]?.isRemembered]).toEqual([["2 added", "3 added"], false]);
    expect(await db.columnMapping.count()).toBe(0);
    done(await importTasks(corrected, preview.digest, await office()));
    expect((await db.target.findFirstOrThrow({ where: { title: "建设书房" } })).value?.toFixed()).toBe("15");

    const next = table("建设驿道,公里,8,市交通运输局");
    const remembered = done(await previewTaskImport(next, await office()));
    expect(remembered.tables[0]).toMatchObject({ isRemembered: true });
    expect(remembered.tables[0]?.columns[2]).toMatchObject({ role: "value", recognised: "other" });
    expect(remembered.lines[0]?.text).toContain("8");
    const { fingerprint = "" } = remembered.tables[0] ?? {};
    expect(await forgetColumnMapping(fingerprint, await as("demo-commerce-reporter"))).toMatchObject({
      error: { kind: "forbidden" },
    });
    done(await forgetColumnMapping(fingerprint, await office()));
    const forgotten = done(await previewTaskImport(next, await office()));
    expect(forgotten.tables[0]).toMatchObject({ isRemembered: false });
    expect(forgotten.tables[0]?.columns[2]?.role).toBe("other");
  });

  it("offers the columns of a table whose headings say nothing", async () => {
    const bytes = new TextEncoder().encode("甲,乙,丙\n修路,9公里,市交通运输局\n");
    const preview = done(await previewTaskImport({ ...file(), bytes }, await office()));
    expect([preview.count, preview.lines]).toEqual([0, []]);
    expect(preview.tables[0]?.columns.map(({ sample }) => sample)).toEqual(["修路", "9公里", "市交通运输局"]);
  });

  it("applies a department chosen for an unknown name or a group to all rows, and notes groups and further leads", async () => {
    const table = file(
      "1,疏浚河道,疏浚长度,公里,12,,,,,,市水利局,,,12月底,",
      "2,加固堤防,加固长度,公里,7,,,,,,市水利局、市商务局,各县（市、区）,,12月底,",
      "3,植树造林,植树面积,亩,900,,,,,,各县（市、区）,,,12月底,",
    );
    const read = done(await previewTaskImport(table, await office()));
    expect(outcomes(read)).toEqual([
      "3 refused K3 unknown-department",
      "4 refused K4 unknown-department L4 group-in-note",
      "5 refused K5 collective-owner",
    ]);
    expect(read.unknownNames).toEqual([
      { name: "市水利局", rows: 2, chosen: "" },
      { name: "各县（市、区）", rows: 2, chosen: "" },
    ]);
    expect(read.departments.map(({ slug }) => slug)).toContain("transport");
    const departments = new Map([
      ["市水利局", "transport"],
      ["各县（市、区）", "commerce"],
    ]);
    const resolved = { ...table, choices: { ...NO_CHOICES, departments } };
    const preview = done(await previewTaskImport(resolved, await office()));
    expect(outcomes(preview)).toEqual(["3 added", "4 added K4 several-owners", "5 added"]);
    expect(preview.unknownNames.map(({ chosen }) => chosen)).toEqual(["transport", "commerce"]);
    done(await importTasks(resolved, preview.digest, await office()));
    const drafts = await db.target.findMany({
      where: { title: { in: ["疏浚河道", "加固堤防", "植树造林"] } },
      orderBy: { code: "asc" },
      include: { owner: true },
    });
    expect(drafts.map(({ owner, note }) => [owner.slug, note])).toEqual([
      ["transport", "来源：任务表.csv，第3行"],
      ["transport", "来源：任务表.csv，第4行\n其他牵头单位：市商务局\n表中另列：各县（市、区）"],
      ["commerce", "来源：任务表.csv，第5行\n表中另列：各县（市、区）"],
    ]);
  });

  it("is not open to a reporter", async () => {
    const reporter = await as("demo-commerce-reporter");
    expect(await previewTaskImport(file(ROADS), reporter)).toMatchObject({ error: { kind: "forbidden" } });
    expect(await importTasks(file(ROADS), "", reporter)).toMatchObject({ error: { kind: "forbidden" } });
  });
});
