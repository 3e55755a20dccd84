// npm run restore -- FILE [--replace]: restores a backup into the database that DATABASE_URL or GUATU_DATA names.
// Exits with 1 if it was rejected, with 2 if it is restored but its audit has faults or files are missing.
import "./one-line-faults";
import { resolve } from "node:path";
import { restoreBackup } from "@/lib/server/backup/restore";
import { printAudit } from "./print-audit";

const file = process.argv.slice(2).find((argument) => !argument.startsWith("-"));
if (file === undefined) {
  console.error("usage: npm run restore -- FILE [--replace]");
  process.exit(1);
}
try {
  const replace = process.argv.includes("--replace");
  const { manifest, audit, migrated, missing, previousData } = await restoreBackup({
    file: resolve(file),
    replace,
    now: new Date(),
  });
  console.log(`guatu: restored the backup of ${manifest.madeAt} (Guatu ${manifest.version})`);
  if (migrated.length > 0) console.log(`guatu: upgraded it: ${migrated.join(", ")}`);
  if (previousData !== undefined) console.log(`guatu: the previous data is in ${previousData}`);
  printAudit(audit);
  if (missing.length > 0) {
    const advice = manifest.withFiles
      ? ""
      : "; this backup holds the database alone, take them from the day's whole one";
    console.error(`guatu: ${missing.length} files are missing (${missing.slice(0, 5).join(", ")})${advice}`);
  }
  process.exitCode = audit.faults.length > 0 || missing.length > 0 ? 2 : 0;
} catch (error) {
  console.error(`guatu: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
}
