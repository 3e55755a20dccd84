// Who was responsible for a target at a moment, from its row and the revisions that changed it.
import "server-only";
import { type Responsibility, responsibilityBefore } from "@/lib/domain/targets/responsibility";
import type { Bilingual } from "@/lib/i18n/languages";
import { revisedResponsibilitySchema } from "@/lib/schemas/responsibility";
import { db } from "@/lib/server/db/client";
import type { Prisma } from "@/lib/server/db/generated/client";
import { departmentName, namedAt } from "@/lib/server/departments/names";
import type { ResponsibilityView } from "@/lib/views/target-detail";

interface ResponsibilityRecord {
  readonly owner: { readonly slug: string };
  readonly supporting: readonly { readonly department: { readonly slug: string } }[];
  readonly responsiblePost: string | null;
  readonly leaderInCharge: string | null;
}

interface Revised {
  readonly revisedAt: Date;
  readonly before: Prisma.JsonValue;
  readonly after: Prisma.JsonValue;
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

/** The names at `moment` of the departments that a target has or had, by slug, in the order of departments. */
export async function readDepartmentNames(
  record: ResponsibilityRecord & { readonly revisions: readonly Revised[] },
  moment: Date,
): Promise<Readonly<Record<string, Bilingual>>> {
  const named = record.revisions.flatMap(({ before, after }) =>
    [before, after].flatMap((side) => {
      const { owner, supporting = [] } = revisedResponsibilitySchema.parse(side);
      return owner === undefined ? supporting : [owner, ...supporting];
    }),
  );
  const { owner, supporting } = responsibilityOf(record);
  const slugs = [...new Set([owner, ...supporting, ...named])];
  const found = await db.department.findMany({
    where: { slug: { in: slugs } },
    orderBy: { order: "asc" },
    include: namedAt(moment),
  });
  return Object.fromEntries(found.map((one) => [one.slug, departmentName(one).name]));
}

export function toResponsibilityView(
  { owner, supporting, ...posts }: Responsibility,
  names: Readonly<Record<string, Bilingual>>,
): ResponsibilityView {
  const named = (slug: string) => ({ slug, name: names[slug] ?? { "zh-CN": slug, en: slug } });
  return {
    owner: named(owner),
    supporting: Object.keys(names)
      .filter((slug) => supporting.includes(slug))
      .map(named),
    ...posts,
  };
}
