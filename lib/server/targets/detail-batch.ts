// The rows of the targets that are shown with everything, read for many targets at once.
import "server-only";
import type { Context } from "@/lib/server/context";
import { db } from "@/lib/server/db/client";
import type { Prisma } from "@/lib/server/db/generated/client";
import { LABELS } from "@/lib/server/labels/data";
import { getRuleSetAt } from "@/lib/server/rule-sets/data";
import { getImportedDays } from "@/lib/server/working-days/data";
import type { TargetDetail } from "@/lib/views/target-detail";
import { queryStandingsOf, type StandingRow } from "./list-query";
import { SCOPE_COLUMNS, SUPPORTING } from "./rows";
import { TERMS } from "./terms-columns";
import { UPDATES } from "./update-views";

const NAMED = { select: { name: true } } as const;
/** Another target, with the columns that decide who may read it. */
const BESIDE = {
  ...SUPPORTING,
  ...SCOPE_COLUMNS,
  code: true,
  parentId: true,
  title: true,
  titleEn: true,
} as const;
const TARGET_DETAIL = {
  ...TERMS,
  // Those that were removed are in force on earlier days.
  steps: { orderBy: { order: "asc" } },
  ...LABELS,
  parent: { select: BESIDE },
  owner: { select: { slug: true } },
  ...SUPPORTING,
  pastValues: { orderBy: { asOf: "asc" } },
  revisions: { include: { author: NAMED }, orderBy: { revisedAt: "desc" } },
  transitions: { include: { actor: NAMED }, orderBy: { at: "desc" } },
  updates: UPDATES,
  quote: {
    include: {
      section: { include: { source: true } },
      targets: { select: BESIDE, orderBy: { code: "asc" } },
    },
  },
} as const satisfies Prisma.TargetInclude;

export type DetailRecord = Prisma.TargetGetPayload<{ include: typeof TARGET_DETAIL }>;

export type Beside = NonNullable<DetailRecord["parent"]>;

/** What one query reads for many targets. */
export interface DetailBatch {
  readonly standings: ReadonlyMap<string, StandingRow>;
  readonly records: ReadonlyMap<string, DetailRecord>;
  readonly rules: TargetDetail["rules"];
  readonly importedDays: TargetDetail["importedDays"];
}

export async function readBatch(codes: readonly string[], context: Context): Promise<DetailBatch> {
  const [standings, records, rules, importedDays] = await Promise.all([
    queryStandingsOf(codes, context),
    db.target.findMany({ where: { code: { in: [...codes] } }, include: TARGET_DETAIL }),
    getRuleSetAt(db, context.clock.knownUntil),
    getImportedDays(db),
  ]);
  return {
    standings: new Map(standings.map((one) => [one.code, one])),
    records: new Map(records.map((one) => [one.code, one])),
    rules,
    importedDays,
  };
}
