// Writes the newspaper page as rows: departments, source, quotes, metrics, targets and their steps.
import type { Transaction } from "@/lib/server/db/client";
import { dayColumn } from "@/lib/server/db/columns";
import { rebuildStandings } from "@/lib/server/targets/standings";
import { seedDepartments } from "@/prisma/seed-data/departments";
import { seedSource } from "@/prisma/seed-data/page";
import { seedQuotes } from "@/prisma/seed-data/quotes";
import { seedTargets } from "@/prisma/seed-data/targets";
import type { SeedTarget } from "@/prisma/seed-data/types";

/** The commitments are known from the start of 2023, in the city's time zone. */
const COMMITMENTS_KNOWN_FROM = new Date("2022-12-31T16:00:00.000Z");

type Ids = ReadonlyMap<string, string>;

function idFor(ids: Ids, key: string): string {
  const id = ids.get(key);
  if (id === undefined) throw new Error(`the seed data names ${key}, which it does not contain`);
  return id;
}

async function loadDepartments(tx: Transaction): Promise<Ids> {
  const ids = new Map<string, string>();
  for (const { slug, name, nameEn, order, parentSlug } of seedDepartments) {
    const parentId = parentSlug === null ? null : idFor(ids, parentSlug);
    const row = await tx.department.create({
      data: { slug, name, nameEn, order, parentId, createdAt: COMMITMENTS_KNOWN_FROM },
    });
    ids.set(slug, row.id);
  }
  return ids;
}

async function loadSource(tx: Transaction, departments: Ids): Promise<Ids> {
  const { key, essays, issueNumber, ...source } = seedSource;
  await tx.source.create({
    data: { ...source, id: key, visibility: "public", issue: `第${issueNumber}期`, issueEn: `No. ${issueNumber}` },
  });
  const quoteIds = new Map<string, string>();
  for (const essay of essays) {
    const { departmentSlug, paragraphs, ...section } = essay;
    const body = paragraphs.join("\n\n");
    const row = await tx.sourceSection.create({
      data: { ...section, sourceId: key, departmentId: idFor(departments, departmentSlug), body },
    });
    for (const quote of seedQuotes.filter((one) => one.essayKey === essay.key)) {
      const startsAt = body.indexOf(quote.text);
      if (startsAt < 0) throw new Error(`quote ${quote.key} does not occur in essay ${essay.key}`);
      const { id } = await tx.quote.create({
        data: { sectionId: row.id, key: quote.key, text: quote.text, textEn: quote.textEn, startsAt },
      });
      quoteIds.set(quote.key, id);
    }
  }
  return quoteIds;
}

async function loadMetrics(tx: Transaction): Promise<Ids> {
  const metrics = new Map(seedTargets.map((target) => [target.metric.key, target.metric]));
  const ids = new Map<string, string>();
  for (const metric of metrics.values()) ids.set(metric.key, (await tx.metric.create({ data: metric })).id);
  return ids;
}

/** The search text of a target, in both languages; the owner's name is searched separately. */
function searchTextOf(target: SeedTarget): string {
  const quote = seedQuotes.find((one) => one.key === target.quoteKey);
  return [
    target.code,
    target.title,
    target.titleEn,
    target.metric.name,
    target.metric.nameEn,
    quote?.text,
    quote?.textEn,
    ...target.tags,
  ].join("\n");
}

async function loadTarget(
  tx: Transaction,
  target: SeedTarget,
  ids: { departments: Ids; quotes: Ids; metrics: Ids; targets: Ids },
): Promise<string> {
  const { baseline, plan } = target;
  const row = await tx.target.create({
    data: {
      code: target.code,
      title: target.title,
      titleEn: target.titleEn,
      ownerId: idFor(ids.departments, target.ownerSlug),
      metricId: idFor(ids.metrics, target.metric.key),
      quoteId: idFor(ids.quotes, target.quoteKey),
      parentId: target.parentCode === null ? null : idFor(ids.targets, target.parentCode),
      comparator: target.comparator,
      orBetter: target.orBetter,
      value: target.value,
      upperValue: target.upperValue,
      stretchValue: target.stretchValue,
      baselineValue: baseline?.value ?? null,
      baselineYear: baseline?.year ?? null,
      baselineOrigin: baseline?.origin ?? null,
      baselineNote: baseline?.note ?? "",
      baselineNoteEn: baseline?.noteEn ?? "",
      startOn: dayColumn(target.startOn),
      dueOn: dayColumn(target.dueOn),
      periodPrinted: target.periodPrinted,
      planShape: plan.shape,
      planPoints: plan.points.map(({ on, ratio }) => ({ on, ratio })),
      mergeJanuaryFebruary: plan.mergeJanuaryFebruary,
      planNote: target.planNote ?? "",
      planNoteEn: target.planNoteEn ?? "",
      calendar: target.calendar,
      cutOffWorkingDays: target.cutOffWorkingDays,
      weight: target.weight,
      visibility: target.visibility,
      state: target.state,
      note: target.note ?? "",
      noteEn: target.noteEn ?? "",
      searchText: searchTextOf(target),
      createdAt: COMMITMENTS_KNOWN_FROM,
      supporting: {
        create: target.supportingSlugs.map((slug) => ({ departmentId: idFor(ids.departments, slug) })),
      },
      steps: {
        create: target.steps.map((step, order) => ({ ...step, order, plannedOn: dayColumn(step.plannedOn) })),
      },
      pastValues: {
        create: target.history.map((past) => ({ ...past, asOf: dayColumn(past.asOf) })),
      },
    },
  });
  return row.id;
}

/** Writes the whole page and its standings. @returns the number of targets. */
export async function loadCommitments(tx: Transaction): Promise<number> {
  const departments = await loadDepartments(tx);
  const quotes = await loadSource(tx, departments);
  const metrics = await loadMetrics(tx);
  const targets = new Map<string, string>();
  for (const target of seedTargets) {
    targets.set(target.code, await loadTarget(tx, target, { departments, quotes, metrics, targets }));
  }
  await rebuildStandings(tx, [...targets.values()]);
  return targets.size;
}
