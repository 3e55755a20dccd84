// Supporting departments, responsible post and leader in charge of an issued target, from a revision to the history and
// to earlier days.

import { text } from "node:stream/consumers";
import { beforeAll, expect, it } from "vitest";
import { VISITOR } from "@/lib/domain/permissions/actor";
import { targetDetailJson } from "@/lib/http/api/target-json";
import { listTargetsJson } from "@/lib/http/api/target-list-json";
import type { Language } from "@/lib/i18n/languages";
import { NO_FILTERS } from "@/lib/schemas/target-list";
import { renameDepartment } from "@/lib/server/admin/departments";
import { listComments } from "@/lib/server/comments/data";
import { db } from "@/lib/server/db/client";
import { as, done, loadPageAndPeople } from "@/testing/people";
import { getTarget } from "./detail";
import { targetListFile } from "./list-file";
import { getRevisionForm } from "./revision-form";
import { reviseTarget } from "./revisions";

const CODE = "NT-M12";
const WHY = { reason: "分工调整", authority: "通政督〔2023〕12号" };

beforeAll(loadPageAndPeople, 120_000);

const revise = async (day: string, input: Parameters<typeof reviseTarget>[1]) =>
  reviseTarget(CODE, { ...WHY, ...input }, await as("demo-supervisor", day));

async function seenOn(day: string) {
  const target = await getTarget(CODE, await as("demo-supervisor", day));
  if (target === null) throw new Error(`${CODE} is gone`);
  const { owner, supporting, responsiblePost, leaderInCharge, issued, standing } = target;
  return {
    now: [owner.slug, supporting.map(({ slug }) => slug), responsiblePost, leaderInCharge],
    issuedSupporting: issued?.responsibility.supporting.map(({ slug }) => slug),
    issuedLeader: issued?.responsibility.leaderInCharge,
    adjusted: standing.adjusted,
    revisions: target.revisions.length,
  };
}

const UNCHANGED = {
  now: ["haimen", [], null, null],
  issuedSupporting: [],
  issuedLeader: null,
  adjusted: false,
  revisions: 0,
};

it("applies from the day of the revision, is no adjustment of the promise, and is recorded with both sides", async () => {
  const input = {
    supporting: ["commerce", "haimen", "science"],
    responsiblePost: " 规划处处长 ",
    leaderInCharge: "副市长",
  };
  done(await revise("2023-05-10", input));
  expect(await seenOn("2023-05-09")).toEqual(UNCHANGED);
  expect(await seenOn("2023-05-10")).toEqual({
    ...UNCHANGED,
    now: ["haimen", ["science", "commerce"], "规划处处长", "副市长"],
    revisions: 1,
  });
  const before = { supporting: [], responsiblePost: null, leaderInCharge: null };
  const after = { supporting: ["commerce", "science"], responsiblePost: "规划处处长", leaderInCharge: "副市长" };
  const { targetId, ...stored } = await db.revision.findFirstOrThrow({ where: { target: { code: CODE } } });
  expect(stored).toMatchObject({ before, after });
  const where = { action: "target.revised", entityId: targetId };
  expect(await db.event.findFirstOrThrow({ where })).toMatchObject({ before, after: { ...after, code: CODE, ...WHY } });
  const json = async (day: string) => {
    const target = await getTarget(CODE, await as("demo-supervisor", day));
    return target && targetDetailJson(target, "zh-CN");
  };
  expect(await json("2023-05-10")).toMatchObject({
    supporting: [{ slug: "science" }, { slug: "commerce" }],
    responsiblePost: "规划处处长",
    leaderInCharge: "副市长",
  });
  expect(await json("2023-05-09")).toMatchObject({ supporting: [], responsiblePost: null, leaderInCharge: null });
});

it("is the same in the list's files and API, under the department names of the day", async () => {
  const names = { name: "市商贸局", nameEn: "Trade Bureau" };
  done(await renameDepartment("commerce", names, await as("demo-administrator", "2023-05-20")));
  const listed = async (day: string, lang: Language) => {
    const context = { ...(await as("demo-supervisor", day)), actor: VISITOR };
    const filters = { ...NO_FILTERS, q: CODE, limit: 10 };
    const csv = await text(await targetListFile("csv", filters, lang, context, "https://guatu.test"));
    const { data } = await listTargetsJson(filters, context, lang);
    return {
      csv: csv
        .trimEnd()
        .split(/\r?\n/)
        .map((line) => line.split(",").slice(-3)),
      json: data.map((one) => [one.supporting.map(({ name }) => name), one.responsiblePost, one.leaderInCharge]),
    };
  };
  const zh = ["配合部门", "责任岗位", "分管领导"];
  expect(await listed("2023-05-09", "zh-CN")).toEqual({ csv: [zh, ["", "", ""]], json: [[[], null, null]] });
  expect(await listed("2023-05-10", "zh-CN")).toEqual({
    csv: [zh, ["市科学技术局；市商务局", "规划处处长", "副市长"]],
    json: [[["市科学技术局", "市商务局"], "规划处处长", "副市长"]],
  });
  expect(await listed("2023-05-20", "en")).toEqual({
    csv: [
      ["Supporting departments", "Responsible post", "Leader in charge"],
      ["Science and Technology Bureau; Trade Bureau", "规划处处长", "副市长"],
    ],
    json: [[["Science and Technology Bureau", "Trade Bureau"], "规划处处长", "副市长"]],
  });
});

it("leaves comments to the departments that support it today, on every day", async () => {
  done(await revise("2023-06-01", { supporting: ["science"] }));
  expect((await seenOn("2023-05-20")).now[1]).toEqual(["science", "commerce"]);
  for (const [who, mayRead] of [
    ["demo-science-reporter", true],
    ["demo-commerce-reporter", false],
  ] as const) {
    const context = await as(who, "2023-05-20");
    const target = await getTarget(CODE, context);
    expect(target && (await listComments(target, context)) !== null, who).toBe(mayRead);
  }
});

it("does not keep a new owner among the supporting departments, and blanks a post", async () => {
  done(await revise("2023-07-01", { owner: "science", responsiblePost: "" }));
  expect(await seenOn("2023-07-01")).toMatchObject({ now: ["science", [], null, "副市长"], adjusted: false });
  const { before, after } = await db.revision.findFirstOrThrow({ orderBy: { revisedAt: "desc" } });
  expect([before, after]).toEqual([
    { owner: "haimen", supporting: ["science"], responsiblePost: "规划处处长" },
    { owner: "science", supporting: [], responsiblePost: null },
  ]);
});

it("rejects an unknown department, a long post and the present departments, and keeps a closed one", async () => {
  const invalid = (errors: object) => ({ ok: false, error: { kind: "invalid", errors } });
  expect(await revise("2023-07-02", { supporting: ["nobody"] })).toEqual(invalid({ "supporting.0": "unknown" }));
  expect(await revise("2023-07-02", { leaderInCharge: "市".repeat(101) })).toEqual(
    invalid({ leaderInCharge: "too-long" }),
  );
  expect(await revise("2023-07-02", { supporting: [], leaderInCharge: "副市长" })).toEqual(
    invalid({ form: "nothing-changed" }),
  );
  done(await revise("2023-07-03", { supporting: ["school"] }));
  await db.$executeRaw`UPDATE department SET closed_on = '2023-07-04' WHERE slug = 'school'`;
  const form = await getRevisionForm(CODE, undefined, await as("demo-supervisor", "2023-07-05"));
  expect(form?.departments.map(({ slug }) => slug)).toContain("school");
  done(await revise("2023-07-05", { supporting: ["school", "commerce"] }));
  expect((await seenOn("2023-07-05")).now[1]).toEqual(expect.arrayContaining(["school", "commerce"]));
});

it("is not offered in a request of the owner, and ignored there", async () => {
  const form = await getRevisionForm("NT-T02", undefined, await as("demo-transport-reporter", "2023-10-12"));
  expect([form?.mode, form?.departments]).toEqual(["revision", []]);
});

it("is changed by the database only with a revision", async () => {
  const target = await db.target.findUniqueOrThrow({ where: { code: "NT-T02" } });
  const department = await db.department.findUniqueOrThrow({ where: { slug: "commerce" } });
  const post = db.target.update({ where: { id: target.id }, data: { responsiblePost: "处长" } });
  await expect(post).rejects.toThrow(/change only with a revision/);
  const support = db.targetSupport.create({ data: { targetId: target.id, departmentId: department.id } });
  await expect(support).rejects.toThrow(/change only with a revision/);
});
