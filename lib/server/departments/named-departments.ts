// The departments that a document or a sheet may name.
import "server-only";
import type { Transaction } from "@/lib/server/db/client";

/** The open departments under every name they have had. */
export async function listNamedDepartments(database: Pick<Transaction, "department">) {
  const departments = await database.department.findMany({
    where: { closedOn: null },
    select: { slug: true, name: true, nameEn: true, formerNames: { select: { name: true } } },
    orderBy: { order: "asc" },
  });
  return departments.map(({ formerNames, ...one }) => ({ ...one, formerNames: formerNames.map(({ name }) => name) }));
}
