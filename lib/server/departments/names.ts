// Departments under the names they had on a day.
import "server-only";
import type { Bilingual } from "@/lib/i18n/languages";
import { db } from "@/lib/server/db/client";
import type { Prisma } from "@/lib/server/db/generated/client";
import { bilingual } from "@/lib/server/targets/rows";
import type { DepartmentName } from "@/lib/views/target";

/** What to include with a department, so that departmentName() can find its name at `moment`. */
export function namedAt(moment: Date) {
  return {
    formerNames: {
      where: { knownTo: { gt: moment }, OR: [{ knownFrom: null }, { knownFrom: { lte: moment } }] },
      take: 1,
    },
  } as const satisfies Prisma.DepartmentInclude;
}

type Named = Prisma.DepartmentGetPayload<{ include: ReturnType<typeof namedAt> }>;

/** Its name at the moment for which it was read. */
export function departmentName(record: Pick<Named, "slug" | "name" | "nameEn" | "formerNames">): DepartmentName {
  const { name, nameEn } = record.formerNames[0] ?? record;
  return { slug: record.slug, name: bilingual(name, nameEn) };
}

/** The present names of all departments, by slug. */
export async function getDepartmentNames(): Promise<ReadonlyMap<string, Bilingual>> {
  const all = await db.department.findMany({ select: { slug: true, name: true, nameEn: true } });
  return new Map(all.map(({ slug, name, nameEn }) => [slug, bilingual(name, nameEn)]));
}

/** Departments that existed at `moment` and were not closed. */
export function whereOpenAt(moment: Date): Prisma.DepartmentWhereInput {
  return { createdAt: { lte: moment }, OR: [{ closedOn: null }, { closedOn: { gt: moment } }] };
}

/** Targets that these departments owned at `moment`. */
export function whereOwnedAt(owner: Prisma.DepartmentWhereInput, moment: Date): Prisma.TargetWhereInput {
  return {
    standings: {
      some: { owner, knownFrom: { lte: moment }, OR: [{ knownTo: null }, { knownTo: { gt: moment } }] },
    },
  };
}
