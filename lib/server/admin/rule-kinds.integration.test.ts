// The bounds of kinds take effect everywhere: in the preview, in lights, in a promise that is typed, in a bulletin.
import { beforeAll, expect, it } from "vitest";
import { assessTarget } from "@/lib/domain/targets/assess";
import type { KindBounds } from "@/lib/domain/targets/assessment";
import { RULED_KINDS } from "@/lib/domain/targets/rule-sets";
import { collectFacts } from "@/lib/server/bulletins/facts";
import { getTarget } from "@/lib/server/targets/detail";
import { previewPromise } from "@/lib/server/targets/promise-preview";
import { loadYearAndPeople, MAY } from "@/testing/bulletins";
import { changedRules } from "@/testing/changed-rules";
import { as, done } from "@/testing/people";
import { changeRules, getRules, previewRules } from "./rules";

beforeAll(loadYearAndPeople, 120_000);

const admin = () => as("demo-administrator");

/** Nothing is ahead or on track, and everything that is not met is far behind. */
const STRICTEST: KindBounds = { measure: "percent", aheadFrom: 100, onTrackFrom: 99.9, behindFrom: 99.8 };

it("previews, stores and applies bounds of every kind", async () => {
  const kinds = Object.fromEntries(RULED_KINDS.map((kind) => [kind, STRICTEST]));
  const own = await changedRules(await admin(), { bounds: { kinds } });
  const { changes = [] } = (await previewRules(own.bounds, await admin())) ?? {};
  expect(changes.map(({ code }) => code)).toEqual(expect.arrayContaining(["NT-T02", "NT-M02"]));
  done(await changeRules(own, await admin()));
  expect((await getRules(await admin()))?.inForce.kinds).toEqual(kinds);
  const { facts } = await collectFacts(MAY, await admin());
  for (const { code, after } of changes) {
    const target = (await getTarget(code, await admin())) ?? expect.fail(`${code} is missing`);
    const { basis } = assessTarget(target.terms, target.readings, target.rules);
    expect([target.standing.light, basis.bounds]).toEqual([after, STRICTEST]);
    expect(facts.rows.find((row) => row.code === code)?.light).toBe(after);
  }
});

it("gives the sample reports of a typed promise the lights of its kind", async () => {
  const form = {
    metric: "",
    "metric.kind": "growth",
    "metric.direction": "increase",
    "metric.unit": "%",
    "metric.precision": "1",
    comparator: "at-least",
    value: "5",
    startOn: "2023-01-01",
    dueOn: "2023-12-31",
  };
  const lights = async () =>
    (await previewPromise(form, "en", await as("demo-supervisor")))?.samples.map(({ text, light }) => [text, light]);
  const apply = async (kinds: Record<string, KindBounds>) =>
    done(await changeRules(await changedRules(await admin(), { bounds: { kinds } }), await admin()));
  await apply({});
  expect(await lights()).toEqual([
    ["4%", "far-behind"],
    ["5%", "on-track"],
    ["6%", "ahead"],
  ]);
  await apply({ growth: { measure: "unit", aheadFrom: 3, onTrackFrom: 0, behindFrom: -2 } });
  expect(await lights()).toEqual([
    ["4%", "behind"],
    ["5%", "on-track"],
    ["6%", "on-track"],
  ]);
});
