// guatu restore FILE: restores a backup or a data package into the database that DATABASE_URL or GUATU_DATA names.
import { resolve } from "node:path";
import { type Command, parseCommand, UsageError } from "./command";

const HELP = `Usage: npm run guatu -- restore FILE [--replace]

Restores a backup or a data package into the database at DATABASE_URL, or into the embedded one in GUATU_DATA. Guatu must be stopped. Every
byte is verified before anything changes; afterwards the audit is verified.

  --replace    replaces an existing database; its data is preserved

Example:
  npm run guatu -- restore data/backups/guatu-daily-2026-11-27.tar.gz

Exit codes: 0 restored, 1 rejected, 2 called wrongly, 3 restored, but its audit has faults or files are missing.`;

async function run(args: readonly string[]): Promise<number> {
  const { values, file } = parseCommand(args, { replace: { type: "boolean" } });
  if (file === undefined) throw new UsageError("name the file to restore");
  const { restoreBackup } = await import("@/lib/server/backup/restore");
  const { printAudit } = await import("./print-audit");
  const { manifest, audit, migrated, missing, previousData } = await restoreBackup({
    file: resolve(file),
    replace: values.replace === true,
    now: new Date(),
  });
  console.log(
    `guatu: restored the ${manifest.engine === "any" ? "data package" : "backup"} of ${manifest.madeAt} (Guatu ${manifest.version})`,
  );
  if (migrated.length > 0) console.log(`guatu: upgraded it: ${migrated.join(", ")}`);
  if (previousData !== undefined) console.log(`guatu: the previous data is in ${previousData}`);
  printAudit(audit);
  if (missing.length > 0) {
    const advice = manifest.withFiles
      ? ""
      : "; this backup holds the database alone, take them from the day's whole one";
    console.error(`guatu: ${missing.length} files are missing (${missing.slice(0, 5).join(", ")})${advice}`);
  }
  return audit.faults.length > 0 || missing.length > 0 ? 3 : 0;
}

export const command: Command = { summary: "restores a backup or a data package", help: HELP, run };
