// The manifest of a backup, the last entry of its archive: without it, the archive is incomplete.
import { z } from "zod";
import { isFromBeforeBaseline } from "@/lib/server/db/migrator/migration-files";

export const MANIFEST_NAME = "manifest.json";
export const DUMP_NAME = "database.dump";
export const FILES_PREFIX = "files/";
/** In a data package: a CSV file for each table, and their description. */
export const TABLES_PREFIX = "tables/";
export const DESCRIPTION_NAME = "datapackage.json";

const entrySchema = z.object({ size: z.number().int(), sha256: z.string() });

export const manifestSchema = z.object({
  format: z.literal(1),
  /** The version of Guatu that created it. */
  version: z.string(),
  madeAt: z.iso.datetime(),
  /** "any" for a data package, whose tables either engine can load. */
  engine: z.enum(["embedded", "postgresql", "any"]),
  /** PostgreSQL's own version, e.g. 17.5. */
  engineVersion: z.string(),
  /** Every migration the database had, oldest first. */
  migrations: z.array(z.string()),
  /** false for an hourly backup, whose files are in the same data folder. */
  withFiles: z.boolean(),
  /** Every entry before this one, by its name in the archive. */
  entries: z.record(z.string(), entrySchema),
});

export type Manifest = z.infer<typeof manifestSchema>;

/** A backup or restore error with a one-line message for the console. */
export class BackupError extends Error {
  override name = "BackupError";
}

/**
 * @throws BackupError where the database in the backup has migrations this version does not know, or where the tables
 * of a data package are those of another version: they are loaded as they are, and migrations apply to databases only.
 */
export function assertKnown({ engine, migrations, version }: Manifest, known: readonly string[]): void {
  if (isFromBeforeBaseline(migrations, known)) {
    throw new BackupError(
      `the backup was made by a development version of Guatu (${version}) and cannot be restored by this one; restore it with the version that made it (nothing was changed)`,
    );
  }
  const unknown = migrations.filter((name) => !known.includes(name));
  if (engine === "any" && unknown.length === 0 && migrations.length < known.length) {
    throw new BackupError(
      `the data package was written by an older Guatu (${version}); update that instance and export the data again`,
    );
  }
  if (unknown.length === 0) return;
  const names = unknown.join(", ");
  throw new BackupError(
    `the backup was made by a newer Guatu (${version}); this one does not know ${names}: update first`,
  );
}
