// The generated sentences of a bulletin. Every number in them is counted from the same rows as its tables.
import type { LabelKind } from "@/lib/domain/targets/labels";
import { LIGHTS_BEHIND } from "@/lib/domain/targets/standing";
import { LIGHTS, type Light } from "@/lib/domain/targets/types";
import { formatIsoDate } from "@/lib/domain/units/format-date";
import { formatRatio } from "@/lib/domain/units/format-measure";
import { isInOtherLanguage } from "./as-written";
import {
  type BulletinRow,
  countByDepartment,
  countByLabel,
  countLights,
  type LightCounts,
  type Movement,
  movementOf,
  type NamedCounts,
  rowsBehind,
  rowsNotReported,
  rowsTooOld,
} from "./facts";
import { paragraphsOf } from "./paragraphs";
import type { Setting } from "./tables";

const ON_SCHEDULE: readonly Light[] = ["achieved", "ahead", "on-track"];
const ASSESSED = [...ON_SCHEDULE, ...LIGHTS_BEHIND];
const isAssessed = ({ light }: BulletinRow) => ASSESSED.includes(light);

/** Sentences after each other, with a space between English ones. */
function joined({ t }: Setting, sentences: readonly string[]): string {
  const [first = "", ...others] = sentences.filter(Boolean);
  return others.reduce((before, next) => t("bulletin.sentences", { first: before, second: next }), first);
}

/** "2 behind schedule, 1 not completed by its due date": the lights that occur among `lights`. */
function countsText({ t }: Setting, counts: LightCounts, lights: readonly Light[] = LIGHTS): string {
  return lights
    .filter((light) => counts[light] > 0)
    .map((light) => t("bulletin.countOf", { pace: t(`bulletin.paceInText.${light}`), count: counts[light] }))
    .join(t("punctuation.enumeration"));
}

/** The title in quotation marks; those inside it become single ones. */
function quoted({ t, lang }: Setting, { title }: BulletinRow): string {
  return t("bulletin.quoted", { title: title[lang].replaceAll("“", "‘").replaceAll("”", "’") });
}

/** A list names as many targets; further ones are counted. */
const MOST_NAMED = 5;

function titlesText(setting: Setting, rows: readonly BulletinRow[]): string {
  const { t } = setting;
  const names = rows.slice(0, MOST_NAMED).map((row) => quoted(setting, row));
  const list = names.join(t("punctuation.enumeration"));
  return rows.length > MOST_NAMED ? t("bulletin.andOthers", { list, count: rows.length }) : list;
}

function movedText(setting: Setting): string {
  const { t, bulletin } = setting;
  const moved = (movement: Movement) => bulletin.facts.rows.filter((row) => movementOf(row) === movement);
  const sentence = (movement: "better" | "worse") => {
    const rows = moved(movement);
    const count = rows.length;
    if (count === 0) return "";
    return t(`bulletin.${movement}`, { count, titles: titlesText(setting, rows) });
  };
  const sentences = [sentence("better"), sentence("worse")].filter(Boolean);
  if (sentences.length > 0) return joined(setting, sentences);
  const isCompared = bulletin.facts.rows.some((row) => isAssessed(row) && row.lightBefore !== null);
  return isCompared && moved("other").length === 0 ? t("bulletin.notMoved") : "";
}

/** The number of targets and departments, how they stand, who is late, and what improved or declined in the month. */
export function summaryText(setting: Setting): string {
  const { bulletin, lang, t } = setting;
  const { rows } = bulletin.facts;
  const [late, tooOld] = [rowsNotReported(rows).length, rowsTooOld(rows).length];
  const split = rows.filter((row) => row.isPart).length;
  const parts = countsText(setting, countLights(rows));
  return joined(setting, [
    t("bulletin.summary", {
      day: formatIsoDate(bulletin.cutOffOn, lang),
      targets: rows.length,
      departments: countByDepartment(rows).length,
    }),
    split > 0 ? t("bulletin.withParts", { count: split }) : "",
    parts === "" ? "" : t("bulletin.counted", { parts }),
    rowsBehind(rows).length === 0 && rows.some(isAssessed) ? t("bulletin.behindNone") : "",
    late > 0 ? t("bulletin.notReported", { count: late }) : t("bulletin.notReportedNone"),
    tooOld > 0 ? t("bulletin.tooOld", { count: tooOld }) : "",
    movedText(setting),
  ]);
}

const sumOf = ({ counts }: NamedCounts, lights: readonly Light[]) =>
  lights.reduce((sum, light) => sum + counts[light], 0);

/** The departments in three groups: none of whose targets is behind, those with targets behind, those without a light. */
export function departmentsText(setting: Setting): string {
  const { bulletin, lang, t } = setting;
  const departments = countByDepartment(bulletin.facts.rows);
  const behind = departments.filter((one) => sumOf(one, LIGHTS_BEHIND) > 0);
  const onSchedule = departments.filter((one) => !behind.includes(one) && sumOf(one, ON_SCHEDULE) > 0);
  const others = departments.filter((one) => !behind.includes(one) && !onSchedule.includes(one));
  const most = [...behind].sort((one, other) => sumOf(other, LIGHTS_BEHIND) - sumOf(one, LIGHTS_BEHIND));
  const semicolon = t("punctuation.semicolon");
  const counted = ({ name, total, counts }: NamedCounts) =>
    t("bulletin.departmentCounts", { department: name[lang], total, parts: countsText(setting, counts) });
  const groups = [
    {
      lead: t("bulletin.groups.onSchedule", { count: onSchedule.length }),
      departments: onSchedule.map(counted),
    },
    {
      lead: t("bulletin.groups.behind", { count: behind.length }),
      departments: most.map((one) =>
        t("bulletin.departmentBehind", {
          department: one.name[lang],
          total: one.total,
          count: sumOf(one, LIGHTS_BEHIND),
          parts: countsText(setting, one.counts, LIGHTS_BEHIND),
        }),
      ),
    },
    {
      lead: t("bulletin.groups.others", { count: others.length }),
      departments: others.map(counted),
    },
  ].filter((group) => group.departments.length > 0);
  return groups
    .map(({ lead, departments: named }, index) =>
      t("bulletin.group", { number: index + 1, lead, departments: named.join(semicolon) }),
    )
    .join("\n");
}

/** A text of a department as the end of a sentence: in one line, without its own full stop. */
function asClause({ t }: Setting, text: string): string {
  return paragraphsOf(text)
    .map((line) => line.replace(/[。.；;]+$/u, ""))
    .join(t("punctuation.semicolon"));
}

function promiseText({ lang, t }: Setting, { kind, promise, dueOn }: BulletinRow): string {
  if (kind === "yes-no") return t("bulletin.behindToBeDone", { day: formatIsoDate(dueOn, lang) });
  return t("bulletin.behindPromise", { promise: promise[lang] });
}

/** The value in the words of its kind: done or not, steps completed, or a figure. */
function valueInText({ lang, t }: Setting, { kind, value, valueText, asOf, completionRatio }: BulletinRow): string {
  if (valueText === null || asOf === null) return t("bulletin.behindNoValue");
  const day = formatIsoDate(asOf, lang);
  if (kind === "yes-no") return t(value === "0" ? "bulletin.behindNotDone" : "bulletin.behindDone", { day });
  if (kind === "milestone" && value === "0") return t("bulletin.behindNoStep", { day });
  const figures = {
    day,
    value: valueText[lang],
    ratio: completionRatio === null ? "none" : formatRatio(completionRatio),
  };
  return t(kind === "milestone" ? "bulletin.behindSteps" : "bulletin.behindValue", figures);
}

const MINUS = "−";

/**
 * The light and the gap; no gap where the light has another cause, such as a late report. A value on the wrong side of a
 * limit or range is above or below it: it is not slow.
 */
function paceText({ lang, t }: Setting, { kind, light, gapText, gapPlace }: BulletinRow): string {
  const gap = gapText?.[lang] ?? "";
  const hasGap = kind !== "yes-no" && gap.startsWith(MINUS);
  const isOffSide = hasGap && gapPlace != null && light !== "missed";
  const pace = isOffSide ? t("bulletin.offPace", { ...gapPlace }) : t(`bulletin.paceInText.${light}`);
  if (!hasGap) return pace;
  const amount = gap.slice(MINUS.length);
  if (light === "missed") return t("bulletin.missedBy", { pace, gap: amount, side: gapPlace?.side ?? "below" });
  return t("bulletin.behindBy", { pace, gap: amount });
}

function reportedText(setting: Setting, { problems, nextStep, valueText }: BulletinRow): string {
  const { t } = setting;
  const [problem, step] = [asClause(setting, problems), asClause(setting, nextStep)];
  if (problem === "" && step === "") return valueText === null ? "" : t("bulletin.behindNothingGiven");
  const languageOf = (text: string) => (isInOtherLanguage(text, setting.lang) ? "other" : "same");
  return joined(setting, [
    problem === "" ? "" : t("bulletin.behindProblems", { problems: problem, language: languageOf(problem) }),
    step === "" ? "" : t("bulletin.behindNextStep", { nextStep: step, language: languageOf(step) }),
  ]);
}

function behindSentence(setting: Setting, row: BulletinRow, index: number): string {
  const { lang, t } = setting;
  return joined(setting, [
    t("bulletin.behindItem", {
      number: index + 1,
      department: row.owner.name[lang],
      title: quoted(setting, row),
      promise: promiseText(setting, row),
      value: valueInText(setting, row),
      pace: paceText(setting, row),
    }),
    reportedText(setting, row),
  ]);
}

/** Further targets behind are in the table. */
export const MOST_SENTENCES = 20;

/** Each target behind in sentences: promise, value and its date, completion, gap, problems, next step. */
export function behindText(setting: Setting): string {
  const { t, bulletin } = setting;
  const rows = rowsBehind(bulletin.facts.rows);
  if (rows.length === 0) return "";
  const named = rows.slice(0, MOST_SENTENCES).map((row, index) => behindSentence(setting, row, index));
  const rest = rows.length - named.length;
  return [
    t("bulletin.behind", { count: rows.length }),
    ...named,
    ...(rest > 0 ? [t("bulletin.behindRest", { count: rest })] : []),
  ].join("\n");
}

export function changedText({ bulletin, lang, t }: Setting, count: number): string {
  const isNoted = bulletin.facts.changed.some(({ reason }) => isInOtherLanguage(reason, lang));
  const text = t("bulletin.changed", { count });
  return isNoted ? t("bulletin.sentences", { first: text, second: t("bulletin.reasonsAsWritten") }) : text;
}

/** How many of the targets are in how many plans (topics, categories), and that some count in several of them. */
export function labelsText(setting: Setting, kind: LabelKind): string {
  const { t, bulletin } = setting;
  const { labels, labelled, isAnyInSeveral } = countByLabel(bulletin.facts, kind);
  return joined(setting, [
    t(`bulletin.labelled.${kind}`, { count: labelled, total: bulletin.facts.rows.length, groups: labels.length }),
    isAnyInSeveral ? t(`bulletin.inSeveral.${kind}`) : "",
  ]);
}

/** The sentence above the annex; it says so if the departments wrote in another language. */
export function annexText({ bulletin, lang, t }: Setting, count: number): string {
  const { template, facts } = bulletin;
  const shown = (["problems", "nextStep"] as const).filter((key) => template.columns.includes(key));
  const isNoted = facts.rows.some((row) => shown.some((key) => isInOtherLanguage(row[key], lang)));
  const text = t("bulletin.annex", { count });
  return isNoted ? t("bulletin.sentences", { first: text, second: t("bulletin.textsAsWritten") }) : text;
}
