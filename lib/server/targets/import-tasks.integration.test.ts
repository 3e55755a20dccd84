import { beforeAll, describe, expect, it } from "vitest";
import { db } from "@/lib/server/db/client";
import type { ImportPreview } from "@/lib/server/sheet-import";
import { as, done, loadPageAndPeople } from "@/testing/people";
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

  it("is not open to a reporter", async () => {
    const reporter = await as("demo-commerce-reporter");
    expect(await previewTaskImport(file(ROADS), reporter)).toMatchObject({ error: { kind: "forbidden" } });
    expect(await importTasks(file(ROADS), "", reporter)).toMatchObject({ error: { kind: "forbidden" } });
  });
});
