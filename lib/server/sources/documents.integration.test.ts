// From a document to drafts: proposals, their workflow, one transaction, nothing twice, and who may read what.
import { beforeAll, describe, expect, it } from "vitest";
import { isoDate } from "@/lib/domain/calendar/iso-date";
import { VISITOR } from "@/lib/domain/permissions/actor";
import type { NewSource } from "@/lib/schemas/source";
import { clockOn } from "@/lib/server/clock";
import type { Context } from "@/lib/server/context";
import { db } from "@/lib/server/db/client";
import { listTargets } from "@/lib/server/targets/data";
import { getTarget } from "@/lib/server/targets/detail";
import { transitionTarget } from "@/lib/server/targets/life-cycle";
import { changeVisibility } from "@/lib/server/targets/visibility";
import { as, done, loadPageAndPeople } from "@/testing/people";
import { changeSourceVisibility, createSource } from "./create";
import { getSource, listSources } from "./data";
import { draftTargets } from "./draft-targets";
import { getSourceProposals } from "./proposal-data";
import { acceptComplete, addProposal, correctProposal, moveProposal } from "./proposals";

beforeAll(loadPageAndPeople, 120_000);

const REPORT: NewSource = {
  title: "2023年工作报告",
  publisher: "市政府办公室",
  publishedOn: "2023-01-10",
  address: "通政发〔2023〕1号",
  text: `2023年工作报告
一、2022年工作回顾
市交通运输局新改建农村公路240公里。全市接待游客900万人次。
二、2023年目标任务
市交通运输局新改建农村公路不少于260公里，6月底前出台公交提质实施方案。
新增停车泊位5000个。
弘扬城市精神。`,
};

const office = () => as("demo-supervisor", "2023-02-01");
const visitor: Context = { actor: VISITOR, clock: clockOn(isoDate("2023-09-30")) };

async function read(id: string) {
  const source = await getSourceProposals(id, await office());
  if (source === null) throw new Error("no proposals");
  const all = source.paragraphs.flatMap(({ proposals }) => proposals);
  const find = (title: string) => {
    const found = all.find(({ fields, state }) => fields.title === title && state !== "merged");
    if (found === undefined)
      throw new Error(`no proposal ${title}: ${all.map(({ fields }) => fields.title).join(", ")}`);
    return found;
  };
  return { source, all, find };
}

const key = ({ id, version }: { id: string; version: number }) => ({ id, version });

async function draft(id: string) {
  const { source } = await read(id);
  return draftTargets({ id, digest: source.digest, lang: "zh-CN" }, await office());
}

describe("a document of the office", () => {
  let id = "";

  it("is added once, with its paragraphs and proposals", async () => {
    id = done(await createSource(REPORT, await office())).id;
    const { all, source } = await read(id);
    expect(source.paragraphs.map(({ isHeading }) => isHeading)).toEqual([true, true, false, true, false, false, false]);
    expect(all.map(({ fields, state }) => [fields.title, fields.role, state])).toEqual([
      ["新改建农村公路", "result", "merged"],
      ["接待游客", "result", "open"],
      ["新改建农村公路", "promise", "open"],
      ["出台公交提质实施方案", "promise", "open"],
      ["新增停车泊位", "promise", "open"],
    ]);
    expect(await createSource({ ...REPORT, title: "另一标题" }, await office())).toMatchObject({
      error: { errors: { text: "document-there" } },
    });
  });

  it("is shown to the offices and their readers only, before it is made public", async () => {
    const seen = async (context: Context) => [
      (await listSources(context)).some((one) => one.id === id),
      (await getSource(id, context)) !== null,
    ];
    expect(await seen(visitor)).toEqual([false, false]);
    expect(await seen(await as("demo-transport-reporter"))).toEqual([false, false]);
    expect(await seen(await as("demo-reader"))).toEqual([true, true]);
    expect(await seen(await office())).toEqual([true, true]);
    expect(await getSourceProposals(id, await as("demo-reader"))).toBeNull();
    expect(await getSourceProposals(id, await as("demo-administrator"))).toBeNull();
  });

  it("can be worked on by those who may create targets, and by nobody else", async () => {
    const { find } = await read(id);
    const step = { ...key(find("新增停车泊位")), step: "dismiss" as const, into: "" };
    for (const who of ["demo-administrator", "demo-reader", "demo-transport-reporter", "demo-transport-reviewer"]) {
      const context = await as(who);
      const outcomes = [
        await createSource({ ...REPORT, text: "另一份" }, context),
        await moveProposal(step, context),
        await acceptComplete(id, context),
        await addProposal({ source: id, passage: { startsAt: 0, endsAt: 4 } }, context),
        await draftTargets({ id, digest: "x", lang: "en" }, context),
        await changeSourceVisibility(id, "public", context),
      ];
      expect(outcomes.map((one) => (one.ok ? "ok" : one.error.kind))).toEqual(Array(6).fill("forbidden"));
    }
  });

  it("keeps its state, rejects what is incomplete, and detects changes of another person", async () => {
    const { find, all } = await read(id);
    const parking = find("新增停车泊位");
    expect(await moveProposal({ ...key(parking), step: "accept", into: "" }, await office())).toMatchObject({
      error: { errors: { owner: "required" } },
    });
    const { role, metric, kind, unit, comparator, value } = parking.fields;
    const { upperValue, stretchValue, growthPct, baselineValue, baselineYear, year, dueOn, note } = parking.fields;
    const form = { role, title: "新增公共停车泊位", metric, kind, unit, comparator, value, upperValue, stretchValue };
    const rest = { growthPct, baselineValue, baselineYear, year, dueOn, note, owner: "transport" };
    const correction = { ...key(parking), ...form, ...rest };
    done(await correctProposal({ ...correction, accept: "yes" }, await office()));
    expect(await correctProposal(correction, await office())).toMatchObject({ error: { kind: "conflict" } });
    const visitors = find("接待游客");
    expect(await moveProposal({ ...key(visitors), step: "accept", into: "" }, await office())).toMatchObject({
      error: { errors: { role: "result-not-accepted" } },
    });
    const roads = find("新改建农村公路");
    done(await moveProposal({ ...key(visitors), step: "merge", into: roads.id }, await office()));
    expect((await read(id)).find("新改建农村公路").fields.note).toBe("全市接待游客900万人次");
    const result = all.find(({ state }) => state === "merged");
    if (result === undefined) throw new Error("no merged result");
    done(await moveProposal({ ...key(result), step: "reopen", into: "" }, await office()));
    expect((await read(id)).all.filter(({ fields }) => fields.baselineValue !== "")).toEqual([]);
    const [again] = (await read(id)).all;
    if (again === undefined) throw new Error("no result");
    done(await moveProposal({ ...key(again), step: "merge", into: roads.id }, await office()));
    expect((await read(id)).find("新改建农村公路").fields).toMatchObject({
      baselineValue: "240",
      baselineYear: "2022",
    });
    done(await acceptComplete(id, await office()));
    const { source } = await read(id);
    expect(source.counts).toMatchObject({ open: 0, accepted: 3, merged: 2 });
  });

  it("becomes drafts with source, quote and baseline in one transaction, and nothing twice", async () => {
    const before = await db.target.count();
    const { codes, left } = done(await draft(id));
    expect([codes, left]).toEqual([["T2023-001", "T2023-002", "T2023-003"], []]);
    const drafts = await db.target.findMany({
      where: { code: { in: [...codes] } },
      include: { quote: true, owner: true, metric: true, steps: true },
      orderBy: { code: "asc" },
    });
    expect(drafts[0]).toMatchObject({
      title: "新改建农村公路",
      state: "draft",
      visibility: "internal",
      comparator: "at-least",
      baselineYear: 2022,
      owner: { slug: "transport" },
      note: "全市接待游客900万人次",
      quote: { text: "市交通运输局新改建农村公路不少于260公里，6月底前出台公交提质实施方案。" },
    });
    expect(drafts[1]?.quoteId).toBe(drafts[0]?.quoteId);
    expect(drafts[1]?.steps.map(({ title }) => title)).toEqual(["出台公交提质实施方案"]);
    expect(drafts[1]?.dueOn.toISOString().slice(0, 10)).toBe("2023-06-30");
    expect(
      await db.event.count({ where: { action: "target.created", entityId: { in: drafts.map((one) => one.id) } } }),
    ).toBe(3);
    expect(await draft(id)).toMatchObject({ error: { errors: { form: "none-accepted" } } });
    expect(await db.target.count()).toBe(before + 3);
    const { find } = await read(id);
    expect(find("新改建农村公路").code).toBe("T2023-001");
    const again = await moveProposal({ ...key(find("新改建农村公路")), step: "dismiss", into: "" }, await office());
    expect(again).toMatchObject({ error: { kind: "conflict" } });
  });

  it("writes nothing if the accepted proposals differ from those that were shown", async () => {
    const { source } = await read(id);
    const sentence = source.paragraphs.at(-1)?.sentences[0];
    if (sentence === undefined) throw new Error("no sentence");
    done(await addProposal({ source: id, passage: { startsAt: sentence.at, endsAt: sentence.end } }, await office()));
    const added = (await read(id)).find("弘扬城市精神");
    expect(added).toMatchObject({ origin: "selected", state: "open", fields: { kind: "milestone", owner: "" } });
    const accept = { ...key(added), ...added.fields, owner: "transport", accept: "yes" };
    const { supporting: _, pastValues: __, steps: ___, ...form } = accept;
    done(await correctProposal(form, await office()));
    const before = await db.target.count();
    expect(await draftTargets({ id, digest: source.digest, lang: "en" }, await office())).toMatchObject({
      error: { kind: "conflict" },
    });
    expect(await db.target.count()).toBe(before);
  });

  it("leaves a target that exists already, and says so", async () => {
    const other = { ...REPORT, title: "任务分解", text: "市交通运输局新改建农村公路不少于260公里。" };
    const second = done(await createSource(other, await office())).id;
    done(await acceptComplete(second, await office()));
    const { codes, left } = done(await draft(second));
    expect([codes, left.map(({ why }) => why)]).toEqual([[], ["exists"]]);
  });

  it("leaves a card that contradicts itself, and names its field", async () => {
    const other = { ...REPORT, title: "停车", text: "市交通运输局2023年新增停车位120个。" };
    const second = done(await createSource(other, await office())).id;
    const card = (await read(second)).find("新增停车位");
    const { supporting: _, pastValues: __, steps: ___, ...fields } = card.fields;
    const reversed = { comparator: "between", value: "120", upperValue: "100", accept: "yes" } as const;
    done(await correctProposal({ ...key(card), ...fields, ...reversed }, await office()));
    const { codes, left } = done(await draft(second));
    expect([codes, left.map(({ why, faults }) => [why, faults])]).toEqual([
      [],
      [["does-not-fit", { upperValue: "below-value" }]],
    ]);
  });

  it("does not add a proposal across paragraphs or outside the text", async () => {
    for (const passage of [
      { startsAt: 0, endsAt: 30 },
      { startsAt: 4, endsAt: 4 },
      { startsAt: 100_000, endsAt: 100_004 },
    ]) {
      expect(await addProposal({ source: id, passage }, await office())).toMatchObject({
        error: { errors: { form: "not-a-passage" } },
      });
    }
    expect(
      await addProposal({ source: "nantong-daily-321", passage: { startsAt: 0, endsAt: 4 } }, await office()),
    ).toMatchObject({
      error: { kind: "not-found" },
    });
  });

  it("withholds its quotes from visitors of a public target until the document is public", async () => {
    const code = "T2023-001";
    const issue = { step: "issue", authority: "通政发〔2023〕9号", note: "", receiveWithinDays: 3 } as const;
    done(await changeVisibility(code, { from: "internal", reason: "公开" }, await office()));
    done(await transitionTarget(code, issue, await office()));
    const found = async (context: Context) => {
      const target = await getTarget(code, context);
      if (target === null) throw new Error("not readable");
      const hits = await listTargets({ q: "公交提质实施方案" }, context);
      return [target.quote !== null, target.source?.isReadable ?? null, hits.rows.some((row) => row.code === code)];
    };
    expect(await found(visitor)).toEqual([false, null, false]);
    expect(await found(await as("demo-transport-reporter"))).toEqual([true, false, false]);
    expect(await found(await as("demo-reader"))).toEqual([true, true, false]);
    done(await changeSourceVisibility(id, "public", await office()));
    expect(await found(visitor)).toEqual([true, true, true]);
    expect((await getSource(id, visitor))?.title["zh-CN"]).toBe("2023年工作报告");
    done(await changeSourceVisibility(id, "internal", await office()));
    expect(await found(visitor)).toEqual([false, null, false]);
    expect(await getSource(id, visitor)).toBeNull();
  });
});

describe("a proposal that is valid but seldom meant", () => {
  it("asks what the form and the preview of an import ask, before it is accepted", async () => {
    const text = "市交通运输局新改建农村公路不少于260公里。\n市交通运输局6月底前出台公交提质实施方案。";
    const { id } = done(await createSource({ ...REPORT, title: "要点", text }, await office()));
    const roads = (await read(id)).find("新改建农村公路");
    expect(roads.questions).toEqual([]);
    const { supporting: _, pastValues: __, steps: ___, ...fields } = roads.fields;
    const correct = async (changed: Partial<typeof fields>) => {
      const { id: proposal, version } = (await read(id)).find("新改建农村公路");
      done(await correctProposal({ id: proposal, version, ...fields, ...changed }, await office()));
      return (await read(id)).find("新改建农村公路").questions;
    };
    expect(await correct({ baselineValue: "300", baselineYear: "2022" })).toEqual(["worse-than-baseline"]);
    // A baseline that the sentence prints.
    expect(await correct({ baselineValue: "260", value: "200", baselineYear: "2022" })).toEqual([
      "worse-than-baseline",
    ]);
    expect(await correct({ value: "0" })).toEqual(["never-broken"]);
    expect(await correct({ comparator: "equal", metric: "交通事故起数" })).toEqual(["exact-figure"]);
    expect(await correct({ owner: "", value: "0" })).toEqual([]);
  });
});
