// Labels of targets: who may change them, their running numbers, merging, filters, groups, carry over, imports and API.
import { Decimal } from "decimal.js";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { isoDate } from "@/lib/domain/calendar/iso-date";
import { VISITOR } from "@/lib/domain/permissions/actor";
import { NO_GROUP } from "@/lib/domain/targets/groupings";
import type { NamedLabel } from "@/lib/domain/targets/labels";
import { LIGHTS } from "@/lib/domain/targets/types";
import { targetJson } from "@/lib/http/api/target-json";
import { listTargetsJson } from "@/lib/http/api/target-list-json";
import { chartParams } from "@/lib/schemas/chart-params";
import { overviewSubject, studioQuerySchema } from "@/lib/schemas/chart-query";
import { NO_FILTERS, parseTargetFilters } from "@/lib/schemas/target-list";
import { chartUrls } from "@/lib/server/charts/chart-urls";
import { readChart } from "@/lib/server/charts/read-chart";
import { signWords } from "@/lib/server/charts/signature";
import { db } from "@/lib/server/db/client";
import { verifyChain } from "@/lib/server/events/verify";
import { getOverview } from "@/lib/server/overview/data";
import { listGroupings } from "@/lib/server/overview/groups";
import { changeTargets } from "@/lib/server/targets/bulk";
import { carryOverTarget } from "@/lib/server/targets/carry-over";
import { listTargets } from "@/lib/server/targets/data";
import { exportColumns, exportRow } from "@/lib/server/targets/export-rows";
import { listFilterChoices } from "@/lib/server/targets/filter-choices";
import { filterWords } from "@/lib/server/targets/filter-words";
import { labelTarget, namedLabels } from "@/lib/server/targets/label-target";
import { splitTarget } from "@/lib/server/targets/split";
import { as, done, loadPageAndPeople } from "@/testing/people";
import { listLabels } from "./data";
import { createLabel, editLabel, mergeLabel, retireLabel } from "./mutations";

beforeAll(loadPageAndPeople, 120_000);
beforeEach(async () => {
  await db.$executeRaw`DELETE FROM target_label`;
});

const office = () => as("demo-supervisor");
const PLAN = "2023年政府工作报告";
const plan = (number: string, name = PLAN): NamedLabel => ({ kind: "plan", name, number });
const topic = (name: string): NamedLabel => ({ kind: "topic", name, number: "" });

async function targetOf(code: string) {
  return db.target.findUniqueOrThrow({ where: { code } });
}

async function setLabels(code: string, ...labels: NamedLabel[]) {
  return done(await labelTarget(code, (await targetOf(code)).version, labels, await office()));
}

async function labelsOf(code: string) {
  const labels = await namedLabels(db, (await targetOf(code)).id);
  return labels.map(({ kind, name, number }) => [kind, name, number].filter(Boolean).join(" "));
}

async function labelOf(name: string) {
  return db.label.findFirstOrThrow({ where: { name } });
}

describe("the labels of a target", () => {
  it("are topics, several plans with running numbers, and categories, in this order", async () => {
    await setLabels(
      "NT-T01",
      plan("12"),
      { kind: "category", name: "约束性指标", number: "7" },
      topic("交通"),
      plan("3.2", "“十四五”规划"),
    );
    expect(await labelsOf("NT-T01")).toEqual([
      "topic 交通",
      `plan ${PLAN} 12`,
      "plan “十四五”规划 3.2",
      "category 约束性指标",
    ]);
    const event = await db.event.findFirstOrThrow({
      where: { action: "target.labelled" },
      orderBy: { sequence: "desc" },
    });
    expect(event.after).toEqual({
      labels: ["topic:交通", `plan:${PLAN} 12`, "plan:“十四五”规划 3.2", "category:约束性指标"],
    });
    expect((await verifyChain(db)).brokenAt).toBeNull();
  });

  it("are rejected from another version, without a change, and from others than the office", async () => {
    const { version } = await targetOf("NT-T02");
    expect(await labelTarget("NT-T02", version + 1, [topic("交通")], await office())).toMatchObject({
      error: { kind: "conflict" },
    });
    expect(await labelTarget("NT-T02", version, [], await office())).toMatchObject({
      error: { errors: { form: "nothing-changed" } },
    });
    for (const who of ["demo-transport-reporter", "demo-administrator", "demo-reader"]) {
      expect(await labelTarget("NT-T02", version, [topic("交通")], await as(who)), who).toMatchObject({
        error: { kind: "forbidden" },
      });
    }
  });

  it("carry over to the next year", async () => {
    await setLabels("NT-T01", plan("12"), topic("交通"));
    done(await carryOverTarget({ code: "NT-T01", newCode: "NT-T01-LABELS", value: "" }, await office()));
    expect(await labelsOf("NT-T01-LABELS")).toEqual(["topic 交通", `plan ${PLAN} 12`]);
  });
});

describe("a list", () => {
  const codes = async (filters: object) =>
    (await listTargets({ ...NO_FILTERS, ...filters, limit: 100 }, await office())).rows.map(({ code }) => code);

  it("is filtered by labels: any of one kind, and all kinds together", async () => {
    await setLabels("NT-T01", plan("2"), topic("交通"));
    await setLabels("NT-T02", plan("10"), topic("民航"));
    await setLabels("NT-T03", topic("民航"));
    const [traffic, air, report] = await Promise.all([labelOf("交通"), labelOf("民航"), labelOf(PLAN)]);
    expect(await codes({ topic: [traffic.id, air.id], sort: "code" })).toEqual(["NT-T01", "NT-T02", "NT-T03"]);
    expect(await codes({ topic: [air.id], plan: [report.id] })).toEqual(["NT-T02"]);
    const { labels } = await listFilterChoices(await office());
    expect(labels.topic.map(({ name }) => name["zh-CN"]).toSorted()).toEqual(["交通", "民航"]);
    expect(labels.category).toEqual([]);
  });

  it("is filtered by the lack of a label or of a quote, alone and with others, and says so in its files", async () => {
    await setLabels("NT-T01", plan("2"), topic("交通"));
    await setLabels("NT-T02", topic("民航"));
    const all = await codes({});
    const report = await labelOf(PLAN);
    expect((await codes({ plan: [NO_GROUP] })).toSorted()).toEqual(all.filter((code) => code !== "NT-T01").toSorted());
    expect((await codes({ plan: [NO_GROUP, report.id], sort: "plan" })).toSorted()).toEqual(all.toSorted());
    expect(await codes({ plan: [NO_GROUP], topic: [(await labelOf("民航")).id] })).toEqual(["NT-T02"]);
    const { data } = await listTargetsJson({ ...NO_FILTERS, plan: [NO_GROUP], limit: 100 }, await office(), "en");
    expect(data.map(({ code }) => code)).toEqual(await codes({ plan: [NO_GROUP] }));
    const quoted = await codes({ section: [NO_GROUP] });
    const own = await db.target.findMany({ where: { quoteId: null, parentId: null }, select: { code: true } });
    expect(quoted.toSorted()).toEqual(own.map(({ code }) => code).toSorted());
    const filters = { ...NO_FILTERS, plan: [NO_GROUP], section: [NO_GROUP] };
    expect(await filterWords(filters, "en", await office())).toBe(
      "Source section: Not from a source; Plan: In no plan",
    );
    expect(parseTargetFilters(new URLSearchParams("plan=none&section=none&topic=nothing"))).toMatchObject({
      filters: { plan: ["none"], section: ["none"], topic: [] },
      ignored: ["topic"],
    });
  });

  it("is grouped by plan in the order of running numbers, 2 before 10 and 3.2 before 3.10", async () => {
    await setLabels("NT-T01", plan("10"));
    await setLabels("NT-T02", plan("2"));
    await setLabels("NT-T03", plan("3.10"));
    await setLabels("NT-T04", plan("3.2"));
    expect((await codes({ sort: "plan" })).slice(0, 4)).toEqual(["NT-T02", "NT-T04", "NT-T03", "NT-T01"]);
  });

  it("has the labels in its files and in the API, the same from both reads", async () => {
    await setLabels("NT-T01", plan("12"), topic("交通"), { kind: "category", name: "约束性指标", number: "" });
    const context = { ...(await office()), actor: VISITOR };
    const { rows } = await listTargets({ ...NO_FILTERS, q: "NT-T01", limit: 10 }, context);
    const row = rows.find(({ code }) => code === "NT-T01");
    if (row === undefined) throw new Error("NT-T01 is not listed");
    const keys = exportColumns("en").map(({ key }) => key);
    const cells = exportRow(row, "en");
    expect(["topics", "plans", "categories"].map((key) => cells[keys.indexOf(key)])).toEqual([
      "交通",
      `${PLAN} (no. 12)`,
      "Binding",
    ]);
    const { data } = await listTargetsJson({ ...NO_FILTERS, q: "NT-T01", limit: 10 }, context, "en");
    expect(data.find(({ code }) => code === "NT-T01")?.labels).toEqual(targetJson(row, "en").labels);
    expect(targetJson(row, "en").labels.map(({ kind, name, number }) => [kind, name, number])).toEqual([
      ["topic", "交通", ""],
      ["plan", PLAN, "12"],
      ["category", "Binding", ""],
    ]);
  });
});

describe("the overview", () => {
  it("counts a target of two plans in each, the others in none, and every segment is the total of its list", async () => {
    await setLabels("NT-T01", plan("2"), plan("1", "“十四五”规划"));
    await setLabels("NT-T02", plan("10"));
    const context = { ...(await office()), actor: VISITOR };
    const [overview, all] = await Promise.all([getOverview(context, 10, "plan"), getOverview(context)]);
    const { shown, total } = overview.worst;
    expect(shown.map(({ name, total }) => [name.en, total])).toEqual(
      expect.arrayContaining([
        [PLAN, 2],
        ["“十四五”规划", 1],
        ["In no plan", all.total - 2],
      ]),
    );
    expect([total, shown.at(-1)?.key, overview.total, overview.counts]).toEqual([3, "none", all.total, all.counts]);
    for (const by of ["department", "plan", "topic", "category", "section"] as const) {
      for (const { list, counts } of (await getOverview(context, 10, by)).worst.shown) {
        for (const light of LIGHTS) {
          const { filters, ignored } = parseTargetFilters(new URLSearchParams(`${list}&light=${light}`));
          expect(ignored).toEqual([]);
          expect((await listTargets(filters, context)).total, `${list} ${light}`).toBe(counts[light]);
        }
      }
    }
  });

  it("shows the groups that most need attention, and all on request", async () => {
    await setLabels("NT-T01", plan("2"), plan("1", "“十四五”规划"));
    const shownOf = async (mostGroups?: number) =>
      (await getOverview(await office(), 10, "plan", mostGroups)).worst.shown.length;
    expect([await shownOf(2), await shownOf(), await shownOf(Number.POSITIVE_INFINITY)]).toEqual([2, 3, 3]);
  });

  it("does not tell a visitor which targets are from a section of an internal document", async () => {
    const [section] = (await listFilterChoices(await office())).sections;
    const { filters } = parseTargetFilters(new URLSearchParams({ section: section?.value ?? "" }));
    const totals = async () => {
      const context = await office();
      const of = async (actor: typeof context.actor) => (await listTargets(filters, { ...context, actor })).total;
      return [await of(context.actor), await of(VISITOR)];
    };
    const [all] = await totals();
    expect(all).toBeGreaterThan(0);
    expect(await totals()).toEqual([all, all]);
    await db.source.updateMany({ data: { visibility: "internal" } });
    expect(await totals()).toEqual([all, 0]);
    await db.source.updateMany({ data: { visibility: "public" } });
  });

  it("is grouped by what the reader's targets have", async () => {
    done(await carryOverTarget({ code: "NT-T03", newCode: "NT-T03-DRAFT", value: "" }, await office()));
    await setLabels("NT-T03-DRAFT", plan("2"));
    const context = await office();
    expect(await listGroupings(context)).toEqual(["department", "plan", "section"]);
    expect(await listGroupings({ ...context, actor: VISITOR })).toEqual(["department", "section"]);
  });

  it("has a chart by plan with its own rows, title and file name, signed on its own", async () => {
    await setLabels("NT-T01", plan("2"), plan("1", "“十四五”规划"));
    const context = await office();
    const subject = overviewSubject({ by: "plan" });
    const chart = await readChart(subject, context, "en", "data");
    expect(chart?.plainName).toBe("overview-by-plan");
    expect(chart?.model.title).toBe("Targets by light and plan");
    expect(chart?.model.table.rows.map(({ cells }) => cells[0]?.text)).toEqual(
      expect.arrayContaining([PLAN, "“十四五”规划", "In no plan"]),
    );
    const { total } = await getOverview(context);
    expect(chart?.model.finding.text).toContain(`${total} targets`);
    expect(overviewSubject({ by: "department" })).toEqual({ of: "overview" });
    expect(chartUrls(subject)).toEqual({ page: "/?by=plan", files: "/chart", frame: "/embed/overview" });
    const query = { ...studioQuerySchema.parse({ by: "plan", title: "Plans" }), sig: undefined };
    expect(chartParams(query).get("by")).toBe("plan");
    expect(signWords(subject, query)).not.toBe(signWords({ of: "overview" }, query));
  });
});

describe("a step for many targets", () => {
  const chosen = async (...list: [string, string][]) =>
    Promise.all(
      list.map(async ([code, number]) => ({
        code,
        version: (await targetOf(code)).version,
        value: "",
        upperValue: "",
        number,
      })),
    );

  it("adds a label with the number of each row, and removes it", async () => {
    const label = { kind: "plan", name: PLAN } as const;
    done(
      await changeTargets(
        { step: "label", change: "add", label },
        await chosen(["NT-T01", "5"], ["NT-T02", ""]),
        await office(),
      ),
    );
    expect([await labelsOf("NT-T01"), await labelsOf("NT-T02")]).toEqual([[`plan ${PLAN} 5`], [`plan ${PLAN}`]]);
    done(await changeTargets({ step: "label", change: "remove", label }, await chosen(["NT-T01", ""]), await office()));
    expect([await labelsOf("NT-T01"), await labelsOf("NT-T02")]).toEqual([[], [`plan ${PLAN}`]]);
  });

  it("is not open to a reporter", async () => {
    const label = { kind: "plan", name: PLAN } as const;
    const reporter = await as("demo-transport-reporter");
    expect(
      await changeTargets({ step: "label", change: "add", label }, await chosen(["NT-T01", "5"]), reporter),
    ).toMatchObject({ error: { kind: "forbidden" } });
  });
});

describe("the list of labels", () => {
  it("renames a label on all its targets, and rejects a name in use and a stale version", async () => {
    await setLabels("NT-T01", topic("海运"));
    done(await createLabel({ kind: "topic", name: "内河", nameEn: "" }, await office()));
    const { id, version } = await labelOf("海运");
    expect(await editLabel({ id, version, name: "内河", nameEn: "" }, await office())).toMatchObject({
      error: { errors: { name: "already-there" } },
    });
    done(await editLabel({ id, version, name: "港航", nameEn: "Ports" }, await as("demo-administrator")));
    expect(await labelsOf("NT-T01")).toEqual(["topic 港航"]);
    expect(await editLabel({ id, version, name: "航运", nameEn: "" }, await office())).toMatchObject({
      error: { kind: "conflict" },
    });
    expect(await createLabel({ kind: "topic", name: "港航", nameEn: "" }, await office())).toMatchObject({
      error: { errors: { name: "already-there" } },
    });
  });

  it("merges a label: its targets, filters and later writes have the other one, with their numbers", async () => {
    await setLabels("NT-T01", plan("4", "工作报告"));
    await setLabels("NT-T02", plan("5", "工作报告"), plan("6", "政府工作报告"));
    const [from, into] = [await labelOf("工作报告"), await labelOf("政府工作报告")];
    done(await mergeLabel({ id: from.id, version: from.version, into: into.id }, await office()));
    expect([await labelsOf("NT-T01"), await labelsOf("NT-T02")]).toEqual([
      ["plan 政府工作报告 4"],
      ["plan 政府工作报告 6"],
    ]);
    const { rows } = await listTargets({ ...NO_FILTERS, plan: [from.id], sort: "code", limit: 10 }, await office());
    expect(rows.map(({ code }) => code)).toEqual(["NT-T01", "NT-T02"]);
    await setLabels("NT-T03", plan("9", "工作报告"));
    expect(await labelsOf("NT-T03")).toEqual(["plan 政府工作报告 9"]);
    expect((await listLabels(await office()))?.map(({ name }) => name["zh-CN"])).not.toContain("工作报告");
  });

  it("does not merge a label into itself or into another kind", async () => {
    await setLabels("NT-T01", topic("绿化"), plan("1", "园林计划"));
    const [one, other] = [await labelOf("绿化"), await labelOf("园林计划")];
    for (const into of [one.id, other.id]) {
      expect(await mergeLabel({ id: one.id, version: one.version, into }, await office())).toMatchObject({
        error: { errors: { into: "unknown" } },
      });
    }
  });

  it("keeps a retired label on its targets", async () => {
    await setLabels("NT-T01", topic("旧区改造"));
    const { id, version } = await labelOf("旧区改造");
    done(await retireLabel({ id, version, retired: true }, await office()));
    expect(await labelsOf("NT-T01")).toEqual(["topic 旧区改造"]);
    expect((await listLabels(await office()))?.find((label) => label.id === id)?.isRetired).toBe(true);
  });

  it("is closed to departments and readers", async () => {
    for (const who of ["demo-transport-reporter", "demo-reader"]) {
      expect(await listLabels(await as(who)), who).toBe(null);
      expect(await createLabel({ kind: "topic", name: "x", nameEn: "" }, await as(who)), who).toMatchObject({
        error: { kind: "forbidden" },
      });
    }
  });
});

describe("the parts of a split target", () => {
  it("get the labels of the whole, count once with it, and are labelled on their own afterwards", async () => {
    await setLabels("NT-T02", plan("12"), topic("交通"));
    const part = (owner: string, value: number) => ({
      owner,
      value: new Decimal(value),
      weight: new Decimal(1),
      startOn: isoDate("2023-01-01"),
      dueOn: isoDate("2023-12-31"),
    });
    const split = { method: "sum" as const, parts: [part("transport", 300), part("haimen", 102)], reason: "" };
    const { codes } = done(await splitTarget("NT-T02", split, await office()));
    for (const code of codes) expect(await labelsOf(code)).toEqual(["topic 交通", `plan ${PLAN} 12`]);
    const used = async () => (await listLabels(await office()))?.find(({ name }) => name["zh-CN"] === PLAN)?.targets;
    expect(await used()).toBe(1);
    const filters = { ...NO_FILTERS, plan: [(await labelOf(PLAN)).id] };
    const found = async (parts: "exclude" | "include") =>
      (await listTargets({ ...filters, parts }, await office())).rows.map(({ code }) => code).toSorted();
    expect(await found("exclude")).toEqual(["NT-T02"]);
    expect(await found("include")).toEqual(["NT-T02", ...codes]);
    await setLabels(codes[0] ?? "", topic("投资"));
    expect([await labelsOf(codes[0] ?? ""), await labelsOf("NT-T02")]).toEqual([
      ["topic 投资"],
      ["topic 交通", `plan ${PLAN} 12`],
    ]);
  });
});
