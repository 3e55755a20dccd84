import { beforeAll, expect, it } from "vitest";
import { readNewTarget } from "@/lib/schemas/new-target";
import { db } from "@/lib/server/db/client";
import { listMetrics } from "@/lib/server/metrics/data";
import { as, done, loadPageAndPeople } from "@/testing/people";
import { createTarget } from "./create";
import { getTarget } from "./detail";
import { getDraftForm, getEditedDraft } from "./draft-form";
import { editTarget } from "./edit";
import { transitionTarget } from "./life-cycle";

const DRAFT = "2023-X20";
const FORM = {
  code: DRAFT,
  title: "新签约项目",
  titleEn: "Projects signed",
  owner: "commerce",
  metric: "",
  "metric.name": "新签约项目数",
  "metric.nameEn": "Projects signed",
  "metric.unit": "个",
  "metric.kind": "cumulative",
  "metric.direction": "increase",
  "metric.precision": "0",
  comparator: "at-least",
  value: "",
  planShape: "linear",
  startOn: "2023-01-01",
  dueOn: "2023-12-31",
  calendar: "monthly",
  visibility: "internal",
};

beforeAll(async () => {
  await loadPageAndPeople();
  const read = readNewTarget(FORM, () => undefined);
  if (!read.ok) throw new Error(JSON.stringify(read.errors));
  done(await createTarget(read.target, await as("demo-supervisor")));
}, 60_000);

/** The draft's own form with these fields changed. */
async function edit(code: string, change: Record<string, string>, who = "demo-supervisor") {
  const office = await as("demo-supervisor");
  const form = await getDraftForm(code, office);
  const metrics = new Map((await listMetrics()).map((one) => [one.key, one]));
  const edited = await getEditedDraft(code, office);
  const read = readNewTarget({ ...form?.values, ...change }, (key) => metrics.get(key), edited);
  if (!read.ok) throw new Error(JSON.stringify(read.errors));
  return editTarget(code, Number(change.version ?? form?.draft?.version), read.target, await as(who));
}

it("changes nothing if the form is submitted unchanged", async () => {
  expect(await edit(DRAFT, {})).toEqual({
    ok: false,
    error: { kind: "invalid", errors: { form: "nothing-changed" } },
  });
});

it("edits every field of a draft without a reason, and the audit records the previous values", async () => {
  const office = await as("demo-supervisor");
  const before = await getTarget(DRAFT, office);
  expect(before?.quote).toBeNull();
  const { key: quote } = await db.quote.findFirstOrThrow();
  const change = {
    title: "新签约重点项目",
    titleEn: "New key projects signed",
    owner: "hitech",
    metric: "transport-investment",
    comparator: "more-than",
    value: "520",
    baselineValue: "500",
    baselineYear: "2021",
    baselineOrigin: "printed",
    startOn: "2023-02-01",
    dueOn: "2024-01-31",
    calendar: "quarterly",
    quote,
    note: "按会议纪要修改",
  };
  done(await edit(DRAFT, change));
  const after = await getTarget(DRAFT, office);
  expect(after).toMatchObject({
    title: { "zh-CN": "新签约重点项目", en: "New key projects signed" },
    owner: { slug: "hitech" },
    metric: { unit: "亿元" },
    quote: { key: quote },
    terms: { comparator: "more-than", startOn: "2023-02-01", dueOn: "2024-01-31", calendar: "quarterly" },
    revisions: [],
  });
  expect([after?.terms.value?.toFixed(), after?.terms.baseline?.value.toFixed()]).toEqual(["520", "500"]);
  const event = await db.event.findFirstOrThrow({ where: { action: "target.edited", entityId: after?.id } });
  expect(event.before).toMatchObject({ owner: "commerce", value: null, startOn: "2023-01-01", dueOn: "2023-12-31" });
  expect(event.after).toMatchObject({ owner: "hitech", value: "520", quote, metric: "transport-investment" });
});

it("rejects a stale form, users without the permission, and an issued target", async () => {
  expect(await edit(DRAFT, { title: "x", version: "1" })).toMatchObject({ error: { kind: "conflict" } });
  expect(await edit(DRAFT, { title: "x" }, "demo-reader")).toMatchObject({ ok: false });
  const step = { step: "issue", authority: "通政发〔2023〕9号", note: "", receiveWithinDays: 3 } as const;
  const office = await as("demo-supervisor");
  const form = await getDraftForm(DRAFT, office);
  done(await transitionTarget(DRAFT, step, office));
  expect(await getDraftForm(DRAFT, office)).toBeNull();
  const metrics = new Map((await listMetrics()).map((one) => [one.key, one]));
  const read = readNewTarget({ ...form?.values, title: "x" }, (key) => metrics.get(key));
  if (!read.ok) throw new Error(JSON.stringify(read.errors));
  expect(await editTarget(DRAFT, 3, read.target, office)).toMatchObject({ error: { kind: "conflict" } });
});

it("a change of terms without its event is rejected by the database, for drafts too", async () => {
  const read = readNewTarget({ ...FORM, code: "2023-X21" }, () => undefined);
  if (!read.ok) throw new Error(JSON.stringify(read.errors));
  done(await createTarget(read.target, await as("demo-supervisor")));
  const data = { value: "7" };
  await expect(db.target.update({ where: { code: "2023-X21" }, data })).rejects.toThrow("only with a revision");
});
