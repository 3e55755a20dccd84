// guatu backup [FILE]: the database and the files in one archive, also while Guatu is running.
import { join, resolve } from "node:path";
import { type Command, parseCommand, UsageError } from "./command";

const HELP = `Usage: npm run guatu -- backup [FILE] [--due]

Writes the database and all files into one archive, also while Guatu is running; without FILE into the folder "backups"
of the data folder. Restore it with "restore" on a machine with the same kind of database.

  --due    the launcher's hourly call: writes the backup that is due and deletes expired ones

Examples:
  npm run guatu -- backup
  npm run guatu -- backup /mnt/usb/guatu.tar.gz

Exit codes: 0 written, 1 failed, 2 called wrongly.`;

async function run(args: readonly string[]): Promise<number> {
  const { values, file } = parseCommand(args, { due: { type: "boolean" } });
  const isDue = values.due === true;
  if (isDue && file !== undefined) throw new UsageError("--due chooses the file itself");
  const { createBackup, createDueBackup } = await import("@/lib/server/backup/create");
  const { backupName } = await import("@/lib/server/backup/retention");
  const { dataFolder } = await import("@/lib/server/db/engine/data-folder");
  const { env } = await import("@/lib/server/env");
  const now = new Date();
  const path = file ? resolve(file) : join(dataFolder(env.GUATU_DATA).backups, backupName(undefined, now));
  const made = await (isDue ? createDueBackup(now) : createBackup(path, now)).catch((error: unknown) => {
    throw new Error(`the backup failed: ${error instanceof Error ? error.message : String(error)}`);
  });
  const files = Object.keys(made.manifest.entries).length - 1;
  if (!isDue) console.log(`guatu: wrote ${made.path} (the database and ${files} files)`);
  if (made.missing.length > 0) {
    console.error(`guatu: ${made.missing.length} files were not found: ${made.missing.slice(0, 5).join(", ")} …`);
  }
  return 0;
}

export const command: Command = { summary: "writes the database and all files into one archive", help: HELP, run };
