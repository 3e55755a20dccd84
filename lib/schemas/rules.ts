// The rules of lights and slips as typed into their sentences. Messages are keys under `form.errors`.
import { z } from "zod";
import { COLOURS } from "@/lib/domain/instructions/workflow";
import { GAP_MEASURES, type GapBounds, type KindBounds, type RuleSet } from "@/lib/domain/targets/assessment";
import { RULED_KINDS, validateRuleSet } from "@/lib/domain/targets/rule-sets";
import type { MetricKind } from "@/lib/domain/targets/types";
import { parseDecimalText } from "@/lib/schemas/decimal-text";
import { exactText, figureText } from "@/lib/schemas/text";

type Typed = Readonly<Record<string, unknown>>;
type Errors = Readonly<Record<string, string>>;
type Bounds = Omit<RuleSet, "key">;

/** The field of each bound. A sentence says how far behind a target may be: the bound with the other sign. */
export const BOUND_FIELDS = {
  aheadFrom: "aheadFrom",
  onTrackFrom: "onTrackWithin",
  behindFrom: "behindWithin",
} as const satisfies Readonly<Record<keyof GapBounds, string>>;

/** The bounds as their sentences show them, by field. */
export function typedBounds(bounds: GapBounds): Record<(typeof BOUND_FIELDS)[keyof GapBounds], string> {
  return {
    aheadFrom: String(bounds.aheadFrom),
    onTrackWithin: String(0 - bounds.onTrackFrom),
    behindWithin: String(0 - bounds.behindFrom),
  };
}

const figure = figureText.transform((text, context) => {
  const parsed = parseDecimalText(text);
  const value = parsed.ok ? parsed.value : null;
  if (value?.abs().lt(1000) && value.decimalPlaces() <= 4) return value.toNumber();
  context.issues.push({ code: "custom", input: text, message: "not-a-number" });
  return z.NEVER;
});
const lag = figure.transform((points) => 0 - points);
const boundsSchema = z.object({ aheadFrom: figure, onTrackWithin: lag, behindWithin: lag });
const measureSchema = z.enum(GAP_MEASURES);

const slipSchema = z.object({
  /** Only rules of late reports have days. */
  afterDays: z.coerce
    .number({ error: "not-a-day-count" })
    .int("not-a-day-count")
    .min(1, "not-a-day-count")
    .max(366, "not-a-day-count")
    .optional(),
  colour: z.enum(COLOURS, { error: "unknown" }),
  isEnabled: z
    .literal("on")
    .optional()
    .transform((on) => on === "on"),
});

/** A slip rule as typed. */
export interface SlipRuleInput extends z.output<typeof slipSchema> {
  readonly key: string;
}

export interface RulesInput {
  readonly bounds: Bounds;
  readonly slips: readonly SlipRuleInput[];
  /** Of the rules that the form shows. */
  readonly version: string;
}

type Read<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly errors: Errors };

function prefixed(prefix: string, { issues }: z.ZodError): [string, string][] {
  return issues.map(({ path, message }) => [`${prefix}${String(path[0])}`, message]);
}

/** The three bounds below a prefix such as `growth.`, or the errors of their fields. */
function readThree(typed: Typed, prefix: string): Read<GapBounds> {
  const fields = Object.values(BOUND_FIELDS).map((field) => [field, typed[`${prefix}${field}`] ?? ""]);
  const parsed = boundsSchema.safeParse(Object.fromEntries(fields));
  if (!parsed.success) return { ok: false, errors: Object.fromEntries(prefixed(prefix, parsed.error)) };
  const { aheadFrom, onTrackWithin, behindWithin } = parsed.data;
  return { ok: true, value: { aheadFrom, onTrackFrom: onTrackWithin, behindFrom: behindWithin } };
}

/** General bounds, and for each kind with a measure its own, such as `growth.aheadFrom`; each error by its field. */
export function readBounds(typed: Typed): Read<Bounds> {
  const errors: Record<string, string> = {};
  const kinds: Partial<Record<MetricKind, KindBounds>> = {};
  const general = readThree(typed, "");
  if (!general.ok) Object.assign(errors, general.errors);
  for (const kind of RULED_KINDS) {
    const measure = measureSchema.safeParse(typed[`${kind}.measure`]);
    if (!measure.success) continue;
    const own = readThree(typed, `${kind}.`);
    if (own.ok) kinds[kind] = { measure: measure.data, ...own.value };
    else Object.assign(errors, own.errors);
  }
  if (!general.ok || Object.keys(errors).length > 0) return { ok: false, errors };
  const bounds = { ...general.value, kinds };
  for (const { kind, bound, problem } of validateRuleSet(bounds))
    errors[`${kind === null ? "" : `${kind}.`}${BOUND_FIELDS[bound]}`] = `rules-${problem}`;
  return Object.keys(errors).length > 0 ? { ok: false, errors } : { ok: true, value: bounds };
}

const SLIP_FIELD = /^slips\.([a-z0-9-]{1,60})\.colour$/;

/** All rules of the form, or every error by its field: `slips.late-10.afterDays`. */
export function readRules(typed: Typed): Read<RulesInput> {
  const bounds = readBounds(typed);
  const errors: Record<string, string> = bounds.ok ? {} : { ...bounds.errors };
  const slips: SlipRuleInput[] = [];
  for (const key of Object.keys(typed).flatMap((name) => SLIP_FIELD.exec(name)?.[1] ?? [])) {
    const rule = (field: string) => typed[`slips.${key}.${field}`];
    const fields = { afterDays: rule("afterDays"), colour: rule("colour"), isEnabled: rule("isEnabled") };
    const parsed = slipSchema.safeParse(fields);
    if (parsed.success) slips.push({ key, ...parsed.data });
    else Object.assign(errors, Object.fromEntries(prefixed(`slips.${key}.`, parsed.error)));
  }
  if (!bounds.ok || Object.keys(errors).length > 0) return { ok: false, errors };
  return { ok: true, value: { bounds: bounds.value, slips, version: exactText.catch("").parse(typed.version) } };
}
