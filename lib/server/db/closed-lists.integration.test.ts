// Closed lists are text with a CHECK (decision 0005): each list in the database is an array in the code.
import { expect, it } from "vitest";
import { SPECIAL_DAYS } from "@/lib/domain/calendar/working-days";
import { SLIP_CONDITIONS } from "@/lib/domain/instructions/propose-slip";
import { COLOURS, INSTRUCTION_KINDS, INSTRUCTION_STATES } from "@/lib/domain/instructions/workflow";
import { KIND_RULES } from "@/lib/domain/metrics/kinds";
import { DEPARTMENT_ROLES, OFFICE_ROLES } from "@/lib/domain/permissions/actor";
import { MERGED_AS, PROPOSAL_ORIGINS, PROPOSAL_STATES } from "@/lib/domain/proposals/workflow";
import { REQUEST_KINDS, REQUEST_STATES } from "@/lib/domain/requests/workflow";
import { statesFigure } from "@/lib/domain/targets/comparators";
import { LABEL_KINDS } from "@/lib/domain/targets/labels";
import { nextTargetState, TARGET_STEPS } from "@/lib/domain/targets/life-cycle";
import { ROLL_UP_METHODS } from "@/lib/domain/targets/roll-up";
import * as targets from "@/lib/domain/targets/types";
import { UPDATE_STATES } from "@/lib/domain/updates/types";
import { LANGUAGES } from "@/lib/i18n/languages";
import { BULLETIN_STATES, FILE_FORMATS, MAIL_FAILURES, MAIL_STATES } from "@/lib/schemas/bulletin";
import { COLLECTION_FAILURES, COLLECTION_FORMATS } from "@/lib/schemas/chart-collection";
import { FILE_FAILURES, FILE_STATES } from "@/lib/schemas/generated-file";
import { db } from "@/lib/server/db/client";
import { TOURS } from "@/lib/views/desks";

const LISTS: Readonly<Record<string, readonly string[]>> = {
  "bulletin.state": BULLETIN_STATES,
  "bulletin_file.failure": FILE_FAILURES,
  "bulletin_file.format": FILE_FORMATS,
  "bulletin_file.lang": LANGUAGES,
  "bulletin_file.state": FILE_STATES,
  "bulletin_mail.failure": MAIL_FAILURES,
  "bulletin_mail.lang": LANGUAGES,
  "bulletin_mail.state": MAIL_STATES,
  "collection_file.failure": COLLECTION_FAILURES,
  "collection_file.format": COLLECTION_FORMATS,
  "collection_file.lang": LANGUAGES,
  "collection_file.state": FILE_STATES,
  "dismissed_tour.desk": TOURS,
  "evidence_file.visibility": targets.VISIBILITIES,
  "instruction.colour": COLOURS,
  "instruction.kind": INSTRUCTION_KINDS,
  "instruction.state": INSTRUCTION_STATES,
  "label.kind": LABEL_KINDS,
  "membership.role": DEPARTMENT_ROLES,
  "metric.direction": targets.DIRECTIONS,
  "metric.kind": targets.METRIC_KINDS,
  "past_value.origin": targets.PAST_VALUE_ORIGINS,
  "progress_update.state": UPDATE_STATES,
  "proposal.merged_as": MERGED_AS,
  "proposal.origin": PROPOSAL_ORIGINS,
  "proposal.state": PROPOSAL_STATES,
  "reminder_preference.language": LANGUAGES,
  "slip_rule.colour": COLOURS,
  "slip_rule.condition": SLIP_CONDITIONS,
  "source.visibility": targets.VISIBILITIES,
  "special_day.kind": SPECIAL_DAYS,
  "target.baseline_origin": targets.BASELINE_ORIGINS,
  "target.calendar": targets.REPORTING_CALENDARS,
  "target.comparator": targets.COMPARATORS,
  "target.judging": targets.JUDGINGS,
  "target.plan_shape": targets.PLAN_SHAPES,
  "target.roll_up": ROLL_UP_METHODS,
  "target.state": targets.TARGET_STATES,
  "target.visibility": targets.VISIBILITIES,
  "target_request.kind": REQUEST_KINDS,
  "target_request.state": REQUEST_STATES,
  "target_standing.light": targets.LIGHTS,
  "target_transition.verdict": targets.VERDICTS,
  "user_account.office_role": OFFICE_ROLES,
};

interface Check {
  readonly table: string;
  readonly definition: string;
}

const readChecks = () => db.$queryRaw<Check[]>`
  SELECT conrelid::regclass::text AS "table", pg_get_constraintdef(oid) AS definition
  FROM pg_constraint WHERE contype = 'c' AND connamespace = 'public'::regnamespace`;

const wordsOf = (definition: string) => [...definition.matchAll(/'([^']*)'::text/g)].map(([, word = ""]) => word);

it("has the same words in every CHECK of a closed list and in its array", async () => {
  const found = (await readChecks()).flatMap(({ table, definition }) => {
    const [, column] = /^CHECK \(\((\w+) = ANY \(ARRAY\[[^\]]*\]\)\)\)$/.exec(definition) ?? [];
    return column === undefined ? [] : [[`${table}.${column}`, wordsOf(definition).sort()] as const];
  });
  const expected = Object.entries(LISTS).map(([column, words]) => [column, [...words].sort()] as const);
  // A list on one side only appears as a key on one side only.
  expect(Object.fromEntries(found)).toEqual(Object.fromEntries(expected));
});

it("has the same life-cycle steps in the CHECK and in the code", async () => {
  const check = (await readChecks()).find(({ definition }) => definition.includes("'issue draft issued'"));
  const expected = targets.TARGET_STATES.flatMap((from) =>
    TARGET_STEPS.flatMap((step) => {
      const to = nextTargetState(from, step);
      return to === null ? [] : [`${step} ${from} ${to}`];
    }),
  );
  const known = wordsOf(check?.definition ?? "").filter((word) => word.trim() !== "");
  expect(known.sort()).toEqual(expected.sort());
});

it("has the same words in the trigger that compares a target with its metric and in the code", async () => {
  const [{ source = "" } = {}] = await db.$queryRaw<{ source: string }[]>`
    SELECT prosrc AS source FROM pg_proc WHERE proname = 'check_target_against_metric'`;
  const wordsAfter = (start: string) => {
    const [, list = ""] = new RegExp(`${start} \\(([^)]*)\\)`).exec(source) ?? [];
    return [...list.matchAll(/'([^']*)'/g)].map(([, word = ""]) => word).sort();
  };
  const { comparators } = KIND_RULES.rank;
  expect(wordsAfter("NEW.comparator IN")).toEqual([...comparators].sort());
  const withoutFigure = targets.COMPARATORS.filter((comparator) => !statesFigure(comparator));
  expect(wordsAfter("NEW.comparator NOT IN")).toEqual([...withoutFigure].sort());
  const kinds = targets.METRIC_KINDS.filter((kind) => !KIND_RULES[kind].hasFigure);
  expect(wordsAfter("metric_kind NOT IN")).toEqual([...kinds].sort());
});
