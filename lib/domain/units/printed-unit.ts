// A metric's unit as each language prints it.
import { findUnit, scaleOf, type Unit } from "@/lib/domain/units/units";

export interface PrintedUnit {
  /** As printed in Chinese, e.g. 亿元 or 所; empty where there is none. */
  readonly unit: string;
  /** The metric's own English unit, as it stands after a number ("schools"); null: the English of `unit`, if known. */
  readonly unitEn: string | null;
}

/** A unit that has no English name stored with it, such as a percentage point. */
export function plainUnit(unit: string): PrintedUnit {
  return { unit, unitEn: null };
}

export type EnglishUnit = Pick<Unit, "form" | "word" | "header" | "scale">;

/** How English writes the unit, with the scale of the Chinese one (万, 亿); null if no English is known. */
export function findEnglishUnit({ unit, unitEn }: PrintedUnit): EnglishUnit | null {
  if (unitEn === null) return findUnit(unit);
  return { form: "suffix", word: unitEn, header: unitEn, scale: findUnit(unit)?.scale ?? scaleOf(unit) };
}
