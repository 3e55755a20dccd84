// What the search looks through, kept right when something named in it gets another name.
import "server-only";
import type { Transaction } from "@/lib/server/db/client";
import type { Prisma } from "@/lib/server/db/generated/client";

/** Every name stands on a line of its own, in lower case: the old lines give way to the new ones. */
export async function renameInSearch(
  tx: Transaction,
  where: Prisma.TargetWhereInput,
  renames: readonly (readonly [before: string, after: string])[],
): Promise<void> {
  const after = new Map(renames.map(([old, name]) => [old.toLowerCase(), name.toLowerCase()]));
  for (const { id, searchText } of await tx.target.findMany({ where, select: { id: true, searchText: true } })) {
    const renamed = searchText
      .split("\n")
      .map((line) => after.get(line) ?? line)
      .join("\n");
    if (renamed !== searchText) await tx.target.update({ where: { id }, data: { searchText: renamed } });
  }
}
