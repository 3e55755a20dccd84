// The light of a target in force, from the gap and the rule of its goal. Only assessTarget() calls it.
import type { Decimal } from "decimal.js";
import type { Decider } from "@/lib/domain/targets/assessment";
import type { MeasuredGap } from "@/lib/domain/targets/gap";
import { climbsUp } from "@/lib/domain/targets/goal";
import { GOAL_RULES } from "@/lib/domain/targets/goal-rules";
import type { SetGoal } from "@/lib/domain/targets/goal-types";
import { type BandLight, gapBand } from "@/lib/domain/targets/rule-sets";
import { isGreen } from "@/lib/domain/targets/standing";
import type { Light } from "@/lib/domain/targets/types";

export type Judgement = readonly [Light, Decider];

export const NOT_JUDGED: Judgement = ["unset", "not-judged"];

export interface Measured extends MeasuredGap {
  /** The judged value meets the goal by itself. */
  readonly met: boolean;
  /** The latest reading is of the due date or later. */
  readonly isDue: boolean;
  /** Meeting the goal once fulfils the promise. */
  readonly isLasting: boolean;
  readonly hasLapsed: boolean;
  readonly missingPeriods: number;
  /** A step is past its planned date and not completed. */
  readonly isOverdue: boolean;
}

export function lightOf(goal: SetGoal, value: Decimal, measured: Measured): Judgement {
  const { met, isDue, missingPeriods } = measured;
  if (measured.hasLapsed) return ["far-behind", "lapsed"];
  if (missingPeriods > 0) {
    const [light, decider] = judge(goal, value, measured);
    if (isDue) return ["far-behind", met ? "periods-missing" : "due-passed"];
    return isGreen(light) ? ["behind", "periods-missing"] : [light, decider];
  }
  if (met && (isDue || measured.isLasting)) return ["achieved", "met"];
  if (isDue) return ["far-behind", "due-passed"];
  return judge(goal, value, measured);
}

/**
 * The light of a target in force with a usable reading. Before the due date, and unless meeting the goal is lasting:
 *
 * - `bands`: by the band of the gap; once met, `on-track` at least, and `achieved` only on the due date; beyond the far
 *   side of a two-sided figure `behind` at best;
 * - `steps`: by the band of the gap, `behind` at best while a step is past its planned date;
 * - `state`: `on-track` or `ahead` while met, `behind` at best while not;
 * - `headroom`: by the headroom while under the limit; `far-behind` once over it;
 * - `range`: by the band of the distance from the range's course, `on-track` at best; `far-behind` above the range, and
 *   `behind` at worst inside it, where the pace can still be stopped;
 * - `place`: `ahead` at the stretch place, `on-track` at the promised one, `behind` one place off, else `far-behind`;
 * - `answer`: `on-track`.
 */
function judge(goal: SetGoal, value: Decimal, measured: Measured): Judgement {
  const { met } = measured;
  switch (GOAL_RULES[goal.type].light) {
    case "bands":
      if (met) return [greenBand(measured), "state"];
      return isBeyond(goal, value) ? [redBand(measured), "range"] : banded(measured, "bands", "unset");
    case "steps": {
      const [light, decider] = banded(measured, "bands", "unset");
      return measured.isOverdue && isGreen(light) ? ["behind", "step-overdue"] : [light, decider];
    }
    case "state":
      return [met ? greenBand(measured) : redBand(measured), goal.type === "stay-within" ? "range" : "state"];
    case "headroom":
      return met ? banded(measured, "headroom", "on-track") : ["far-behind", "over-ceiling"];
    case "range":
      return rangeLight(goal, value, measured);
    case "place":
      return [placeLight(goal, value, met), "place"];
    case "answer":
      return ["on-track", "yes-no"];
  }
}

/** The gap's band; `otherwise` where the gap cannot be compared, and `unset` where the plan is missing. */
function band({ gap, bounds }: Measured, otherwise: BandLight | "unset"): BandLight | "unset" {
  if (gap.known) return gapBand(bounds, gap.value);
  return gap.reason === "no-plan" || gap.reason === "no-steps" ? "unset" : otherwise;
}

function banded(measured: Measured, decider: Decider, otherwise: BandLight | "unset"): Judgement {
  const light = band(measured, otherwise);
  return light === "unset" ? NOT_JUDGED : [light, decider];
}

function greenBand(measured: Measured): Light {
  return band(measured, "on-track") === "ahead" ? "ahead" : "on-track";
}

/** No distance is small compared with a target value of 0. */
function redBand(measured: Measured): Light {
  return band(measured, "far-behind") === "far-behind" ? "far-behind" : "behind";
}

function placeLight({ target, stretch }: SetGoal, value: Decimal, met: boolean): Light {
  if (met) return stretch !== null && value.lte(stretch) ? "ahead" : "on-track";
  return value.minus(target).lte(1) ? "behind" : "far-behind";
}

/** A climb upwards is above its upper limit, one downwards below its lower one. */
function isBeyond(goal: SetGoal, value: Decimal): boolean {
  if (goal.type !== "climb-to" || goal.limits.length < 2) return false;
  const [low, high] = goal.limits;
  const isAbove = high !== undefined && value.gt(high.figure);
  return climbsUp(goal) ? isAbove : low !== undefined && value.lt(low.figure);
}

function rangeLight({ limits }: SetGoal, value: Decimal, measured: Measured): Judgement {
  const isAbove = limits.some(({ operator, figure }) => operator === "<=" && value.gt(figure));
  if (isAbove) return ["far-behind", "range"];
  const [light, decider] = banded(measured, "range", measured.met ? "on-track" : "behind");
  if (light === "ahead") return ["on-track", decider];
  // Inside the range, a pace that leads beyond it can still be stopped.
  return [light === "far-behind" && measured.met ? "behind" : light, decider];
}
