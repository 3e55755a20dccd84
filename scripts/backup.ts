// npm run backup [-- FILE]: writes the database and the files into one archive, also while Guatu is running. With --due
// (the launcher's hourly call) into the data folder, where expired backups are deleted.
import "./one-line-faults";
import { join, resolve } from "node:path";
import { createBackup, createDueBackup } from "@/lib/server/backup/create";
import { backupName } from "@/lib/server/backup/retention";
import { dataFolder } from "@/lib/server/db/engine/data-folder";
import { env } from "@/lib/server/env";

const isDue = process.argv.includes("--due");
const file = process.argv.slice(2).find((argument) => !argument.startsWith("-"));
const now = new Date();
try {
  const path = file ? resolve(file) : join(dataFolder(env.GUATU_DATA).backups, backupName(undefined, now));
  const made = isDue ? await createDueBackup(now) : await createBackup(path, now);
  const files = Object.keys(made.manifest.entries).length - 1;
  if (!isDue) console.log(`guatu: wrote ${made.path} (the database and ${files} files)`);
  if (made.missing.length > 0) {
    console.error(`guatu: ${made.missing.length} files were not found: ${made.missing.slice(0, 5).join(", ")} …`);
  }
} catch (error) {
  console.error(`guatu: the backup failed: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
}
