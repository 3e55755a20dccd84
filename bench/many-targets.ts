// Fills the database at DATABASE_URL with the number of targets given as argument.
import { db } from "@/lib/server/db/client";
import { fillTargets } from "@/testing/many-targets";

await fillTargets(Number(process.argv[2]));
await db.$disconnect();
