import { Decimal } from "decimal.js";
import { beforeAll, expect, it } from "vitest";
import { isoDate } from "@/lib/domain/calendar/iso-date";
import { transitionTarget } from "@/lib/server/targets/life-cycle";
import { splitTarget } from "@/lib/server/targets/split";
import { approveUpdate } from "@/lib/server/updates/decisions";
import { submitUpdate } from "@/lib/server/updates/mutations";
import { as, done, loadPageAndPeople } from "@/testing/people";
import { getBulletin } from "./data";
import { createBulletin } from "./mutations";

beforeAll(loadPageAndPeople);

const OWNERS = ["transport", "haimen"] as const;
const supervisor = (day: string) => as("demo-supervisor", day);

async function reported(part: number, change: { asOf: string; value: string; supersedesId?: string }, day: string) {
  const owner = OWNERS[part - 1];
  const input = { requestKey: crypto.randomUUID(), note: `counted on ${day}`, ...change };
  const sent = done(await submitUpdate(`NT-T02-${part}`, input, await as(`demo-${owner}-reporter`, day)));
  done(await approveUpdate(sent, await as(`demo-${owner}-reviewer`, day)));
  return sent.updateId;
}

it("lists a total if one of its parts was corrected", async () => {
  const parts = OWNERS.map((owner) => ({
    owner,
    value: new Decimal(201),
    weight: new Decimal(1),
    startOn: isoDate("2023-01-01"),
    dueOn: isoDate("2023-12-31"),
  }));
  const { codes } = done(await splitTarget("NT-T02", { method: "sum", parts }, await supervisor("2023-01-05")));
  for (const [index, code] of codes.entries()) {
    const input = { authority: "No. 1", note: "", receiveWithinDays: 3 } as const;
    done(await transitionTarget(code, { step: "issue", ...input }, await supervisor("2023-01-06")));
    const owner = await as(`demo-${OWNERS[index]}-reporter`, "2023-01-06");
    done(await transitionTarget(code, { step: "receive", ...input }, owner));
  }
  const wrong = await reported(1, { asOf: "2023-03-20", value: "40" }, "2023-04-03");
  await reported(2, { asOf: "2023-03-20", value: "60.5" }, "2023-04-06");
  const bulletin = {
    month: isoDate("2023-03-01"),
    cutOffOn: isoDate("2023-04-10"),
    template: "monthly",
    departments: [],
    parts: "include" as const,
  };
  const { id } = done(await createBulletin(bulletin, await supervisor("2023-04-11")));
  const errataOn = async (day: string) => {
    const errata = (await getBulletin(id, await supervisor(day)))?.errata ?? [];
    return errata.map(({ code, printed, corrected, correctedOn, reason }) => [
      code,
      printed.en,
      corrected?.en,
      correctedOn,
      reason,
    ]);
  };

  await reported(2, { asOf: "2023-03-31", value: "70" }, "2023-04-12");
  expect(await errataOn("2023-04-12")).toEqual([]);
  await reported(1, { asOf: "2023-03-20", value: "41", supersedesId: wrong }, "2023-04-20");
  const total = ["NT-T02", "CNY 10.05 billion", "CNY 10.15 billion", "2023-04-20", "counted on 2023-04-20"];
  const own = ["NT-T02-1", "CNY 4 billion", "CNY 4.1 billion", "2023-04-20", "counted on 2023-04-20"];
  expect((await errataOn("2023-04-20")).sort()).toEqual([total, own]);
});
