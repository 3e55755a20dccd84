// Who was responsible for a target at a moment, from its row and the revisions that changed it.
import "server-only";
import { type Responsibility, responsibilityBefore } from "@/lib/domain/targets/responsibility";
import type { Bilingual } from "@/lib/i18n/languages";
import { revisedResponsibilitySchema } from "@/lib/schemas/responsibility";
import { db } from "@/lib/server/db/client";
import type { Prisma } from "@/lib/server/db/generated/client";
import type { ResponsibilityView } from "@/lib/views/target";
import { bilingual } from "./rows";

interface ResponsibilityRecord {
  readonly owner: { readonly slug: string };
  readonly supporting: readonly { readonly department: { readonly slug: string } }[];
  readonly responsiblePost: string | null;
  readonly leaderInCharge: string | null;
}

interface Revised {
  readonly revisedAt: Date;
  readonly before: Prisma.JsonValue;
}

export function responsibilityOf(record: ResponsibilityRecord): Responsibility {
  return {
    owner: record.owner.slug,
    supporting: record.supporting.map((one) => one.department.slug).toSorted(),
    responsiblePost: record.responsiblePost,
    leaderInCharge: record.leaderInCharge,
  };
}

/** @param revisions latest first */
export function responsibilityAt(
  record: ResponsibilityRecord & { readonly revisions: readonly Revised[] },
  moment: Date,
): Responsibility {
  const undone = record.revisions
    .filter(({ revisedAt }) => revisedAt > moment)
    .map(({ before }) => ({ before: revisedResponsibilitySchema.parse(before) as Partial<Responsibility> }));
  return responsibilityBefore(responsibilityOf(record), undone);
}

/** The departments that the revisions of a target name. */
function revisedDepartments(sides: readonly Prisma.JsonValue[]): string[] {
  return sides.flatMap((side) => {
    const { owner, supporting = [] } = revisedResponsibilitySchema.parse(side);
    return owner === undefined ? supporting : [owner, ...supporting];
  });
}

/** Names by slug, in the order of departments. */
type DepartmentNames = Readonly<Record<string, Bilingual>>;

async function readNames(slugs: readonly string[], moment: Date): Promise<DepartmentNames> {
  if (slugs.length === 0) return {};
  const found = await db.$queryRaw<{ slug: string; name: string; name_en: string }[]>`
    SELECT slug, name, name_en FROM department_named_on(${moment}) WHERE slug = ANY(${[...new Set(slugs)]})
    ORDER BY sort_order, slug`;
  return Object.fromEntries(found.map(({ slug, name, name_en }) => [slug, bilingual(name, name_en)]));
}

/** The names at `moment` of the departments that a target has or had. */
export function readDepartmentNames(
  record: ResponsibilityRecord & { readonly revisions: readonly (Revised & { readonly after: Prisma.JsonValue })[] },
  moment: Date,
): Promise<DepartmentNames> {
  const { owner, supporting } = responsibilityOf(record);
  const revised = revisedDepartments(record.revisions.flatMap(({ before, after }) => [before, after]));
  return readNames([owner, ...supporting, ...revised], moment);
}

export function toResponsibilityView(
  { owner, supporting, ...posts }: Responsibility,
  names: DepartmentNames,
): ResponsibilityView {
  const named = (slug: string) => ({ slug, name: names[slug] ?? { "zh-CN": slug, en: slug } });
  return {
    owner: named(owner),
    supporting:
      supporting.length === 0
        ? []
        : Object.keys(names)
            .filter((slug) => supporting.includes(slug))
            .map(named),
    ...posts,
  };
}

interface TargetRecord extends Omit<ResponsibilityRecord, "supporting"> {
  readonly id: string;
  readonly revisions: readonly Revised[];
}

/** Each target of a batch with its responsibility at `moment`: two queries, whatever the number of targets. */
export async function readResponsibilities<T extends TargetRecord>(
  batch: readonly T[],
  moment: Date,
): Promise<[T, ResponsibilityView][]> {
  const found = await db.$queryRaw<{ target_id: string; slugs: string[] }[]>`
    SELECT x.target_id, array_agg(d.slug) AS slugs FROM target_support x JOIN department d ON d.id = x.department_id
    WHERE x.target_id = ANY(${batch.map(({ id }) => id)}::uuid[]) GROUP BY x.target_id`;
  const slugsOf = new Map(found.map(({ target_id, slugs }) => [target_id, slugs]));
  const responsibilities = batch.map((record) => {
    const supporting = (slugsOf.get(record.id) ?? []).map((slug) => ({ department: { slug } }));
    return [record, responsibilityAt({ ...record, supporting }, moment)] as const;
  });
  const names = await readNames(
    responsibilities.flatMap(([, { supporting }]) => supporting),
    moment,
  );
  return responsibilities.map(([record, one]) => [record, toResponsibilityView(one, names)]);
}
