import { beforeAll, expect, test } from "vitest";
import { VISITOR } from "@/lib/domain/permissions/actor";
import { db } from "@/lib/server/db/client";
import { getTarget } from "@/lib/server/targets/detail";
import { as, done, loadPageAndPeople } from "@/lib/server/testing-people";
import { listComments } from "./data";
import { writeComment } from "./mutations";

beforeAll(async () => {
  await loadPageAndPeople();
  const [target, department] = [
    await db.target.findUniqueOrThrow({ where: { code: "NT-T02" } }),
    await db.department.findUniqueOrThrow({ where: { slug: "commerce" } }),
  ];
  await db.targetSupport.create({ data: { targetId: target.id, departmentId: department.id } });
}, 60_000);

async function read(who: string | null, day = "2023-09-30") {
  const context = who === null ? { ...(await as("demo-supervisor", day)), actor: VISITOR } : await as(who, day);
  const target = await getTarget("NT-T02", context);
  if (target === null) throw new Error("NT-T02 is not there");
  return listComments(target, context);
}

test("a supporting department comments; the owner and the office read it, visitors and others do not", async () => {
  const said = { code: "NT-T02", body: "港口配套资金已到位。" };
  done(await writeComment(said, await as("demo-commerce-reporter")));
  for (const who of ["demo-commerce-reviewer", "demo-transport-reporter", "demo-supervisor"]) {
    expect((await read(who))?.comments.map((one) => one.body)).toEqual([said.body]);
  }
  expect((await read("demo-supervisor"))?.comments[0]?.department?.["zh-CN"]).toBe("市商务局");
  expect(await read(null)).toBeNull();
  expect(await read("demo-haimen-reporter")).toBeNull();
  expect((await read("demo-supervisor", "2023-09-29"))?.comments).toEqual([]);
});

test("who has no part in the target says nothing, and nothing said is changed", async () => {
  const outcome = await writeComment({ code: "NT-T02", body: "路过" }, await as("demo-haimen-reporter"));
  expect(outcome).toEqual({ ok: false, refusal: { kind: "forbidden" } });
  const first = await db.targetComment.findFirstOrThrow();
  await expect(db.targetComment.update({ where: { id: first.id }, data: { body: "x" } })).rejects.toThrow(
    /not allowed/,
  );
  expect(await db.event.count({ where: { action: "comment.written" } })).toBe(await db.targetComment.count());
});
