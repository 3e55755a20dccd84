import "server-only";
import { Prisma } from "@/lib/server/db/generated/client";

/** The state of `t` as known at `moment`: the previous state of the first later transition. */
export function stateSql(moment: Date): Prisma.Sql {
  return Prisma.sql`coalesce((SELECT x.from_state FROM target_transition x
    WHERE x.target_id = t.id AND x.at > ${moment} ORDER BY x.at LIMIT 1), t.state)`;
}
