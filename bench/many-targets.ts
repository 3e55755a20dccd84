// Fills the database at DATABASE_URL with as many targets as its argument says.
import { db } from "@/lib/server/db/client";
import { fillTargets } from "@/testing/many-targets";

await fillTargets(Number(process.argv[2]));
await db.$disconnect();
