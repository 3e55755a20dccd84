import { beforeAll, expect, it } from "vitest";
import { isoDate } from "@/lib/domain/calendar/iso-date";
import { db } from "@/lib/server/db/client";
import { as, loadPageAndPeople } from "@/testing/people";
import { getSupervision } from "./data";
import { sendSlips } from "./send-slips";

beforeAll(loadPageAndPeople);

const TEXT = { givenBy: "督查室", body: () => "请尽快报送" };
const office = () => as("demo-supervisor");

async function chosen(count: number) {
  const desk = await getSupervision(await office());
  return (desk?.late ?? []).slice(0, count).flatMap(({ row, proposal }) => {
    return proposal === null ? [] : [{ code: row.code, rule: proposal.rule.key, periodEnd: proposal.periodEnd }];
  });
}

it("sends each proposed slip once, however often it is submitted, and says what it left out", async () => {
  const slips = await chosen(6);
  expect(slips).toHaveLength(6);
  const before = await getSupervision(await office());
  expect(await sendSlips(slips, TEXT, await office())).toEqual({ sent: 6, refused: [] });
  const again = await sendSlips(slips, TEXT, await office());
  expect([again.sent, again.refused.map(({ error }) => error.kind === "conflict" && error.why)]).toEqual([
    0,
    Array.from({ length: 6 }, () => "already-waiting"),
  ]);
  expect(await db.instruction.count({ where: { kind: "slip" } })).toBe(6);
  const after = await getSupervision(await office());
  expect(after?.lateTotals.slips).toBe((before?.lateTotals.slips ?? 0) - 6);
  const entry = after?.late.find(({ row }) => row.code === slips[0]?.code);
  expect(entry).toMatchObject({ proposal: null, sentOn: "2023-09-30" });
});

it("sends the others when one is no longer proposed like that, and refuses everybody but the office", async () => {
  const desk = await getSupervision(await office());
  const [open] = (desk?.late ?? []).flatMap(({ row, proposal }) => (proposal === null ? [] : [{ row, proposal }]));
  if (open === undefined) expect.fail();
  const { rule, periodEnd } = open.proposal;
  const good = { code: open.row.code, rule: rule.key, periodEnd };
  const stale = { ...good, periodEnd: isoDate("2023-01-31") };
  const forbidden = await sendSlips([good], TEXT, await as("demo-administrator"));
  expect(forbidden).toEqual({ sent: 0, refused: [{ code: good.code, error: { kind: "forbidden" } }] });
  const both = await sendSlips([stale, good, { ...good, code: "NT-NONE" }], TEXT, await office());
  expect([both.sent, both.refused.map(({ code, error }) => `${code} ${error.kind}`)]).toEqual([
    1,
    [`${good.code} conflict`, "NT-NONE not-found"],
  ]);
});
