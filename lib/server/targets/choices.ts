// Options of a target picker: the selected targets, and those that match a search.
import "server-only";
import { NO_FILTERS } from "@/lib/schemas/target-list";
import { cachedForVisitors } from "@/lib/server/cache/visitor-cache";
import type { Context } from "@/lib/server/context";
import { db } from "@/lib/server/db/client";
import { Prisma } from "@/lib/server/db/generated/client";
import type { TargetChoices } from "@/lib/views/target-forms";
import { conditionsSql, standingsSql } from "./list-query";
import { bilingual } from "./rows";

/** The maximum number of options; a longer list needs a search. */
const FOUND = 50;

const ALL = { ...NO_FILTERS, parts: "include" as const };

interface ChoiceRow {
  readonly code: string;
  readonly title: string;
  readonly title_en: string;
  readonly total: number;
}

/** @param codes the selected targets, a few. @param q the search words; empty for all. */
export async function listTargetChoices(codes: readonly string[], q: string, context: Context): Promise<TargetChoices> {
  const isChosen = Prisma.sql`t.code = ANY(${[...codes]})`;
  const rows = (where: Prisma.Sql) => db.$queryRaw<ChoiceRow[]>`
    SELECT t.code, t.title, t.title_en, count(*) OVER ()::int AS total FROM ${standingsSql(context)}
    WHERE ${where} ORDER BY t.code LIMIT ${FOUND}`;
  const [chosen, found] = await Promise.all([
    rows(Prisma.sql`${conditionsSql(ALL, context)} AND ${isChosen}`),
    rows(Prisma.sql`${conditionsSql({ ...ALL, q }, context)} AND NOT ${isChosen}`),
  ]);
  const choiceOf = ({ code, title, title_en }: ChoiceRow) => ({ code, title: bilingual(title, title_en) });
  return { chosen: chosen.map(choiceOf), found: { total: found[0]?.total ?? 0, shown: found.map(choiceOf) } };
}

export function listCachedTargetChoices(codes: readonly string[], q: string, context: Context): Promise<TargetChoices> {
  return cachedForVisitors(`choices ${JSON.stringify([codes, q])}`, context, () =>
    listTargetChoices(codes, q, context),
  );
}
