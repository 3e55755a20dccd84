// Orders and compares text by code points in every database, as the embedded one does: with a language's collation the
// order differs between servers, and an update of the server's libraries corrupts its indexes.
import type { RunSql } from "./migration-adapter";

const SET_COLLATION = `
DO $$
DECLARE statement text;
BEGIN
  FOR statement IN
    SELECT format('ALTER TABLE public.%I ', c.relname)
      || string_agg(format('ALTER COLUMN %I TYPE %s COLLATE "C"', a.attname, format_type(a.atttypid, a.atttypmod)), ', ')
    FROM pg_attribute a
    JOIN pg_class c ON c.oid = a.attrelid AND c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace
    WHERE a.attnum > 0 AND NOT a.attisdropped AND a.atttypid IN ('text'::regtype, 'varchar'::regtype)
      AND a.attcollation <> 'pg_catalog."C"'::regcollation AND c.relname <> '_prisma_migrations'
      AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_trigger'::regclass
        AND d.refclassid = 'pg_class'::regclass AND d.refobjid = c.oid AND d.refobjsubid = a.attnum)
    GROUP BY c.relname
  LOOP
    EXECUTE statement;
  END LOOP;
END $$`;

/**
 * Runs after migrations: Prisma's schema has no collations, so a column of a later migration would be missed. The
 * few columns that a trigger names cannot be altered; nothing is ordered by them.
 */
export async function setCollation(run: RunSql): Promise<void> {
  await run(SET_COLLATION);
}
