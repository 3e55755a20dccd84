// prisma/functions: SQL functions and triggers, one file per concept. They are not part of the migration history: if a
// file has changed, or after a migration, all triggers and functions are dropped and created again from the files.
import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { MigrationAdapter, RunSql } from "./migration-adapter";

export interface FunctionFile {
  readonly name: string;
  readonly sql: string;
  readonly sha256: string;
  /** The names of the functions it creates. */
  readonly functions: readonly string[];
}

/** The files in the order in which they are applied: by name. */
export async function readFunctionFiles(folder: string): Promise<FunctionFile[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith(".sql")).sort();
  return Promise.all(
    names.map(async (name) => {
      const sql = await readFile(join(folder, name), "utf8");
      const functions = [...sql.matchAll(/^CREATE FUNCTION (\w+)/gm)].map(([, found = ""]) => found);
      return { name, sql, sha256: createHash("sha256").update(sql).digest("hex"), functions };
    }),
  );
}

type AppliedFile = Omit<FunctionFile, "sql">;

async function readApplied(run: RunSql): Promise<AppliedFile[]> {
  const [table] = await run<{ exists: boolean }>("SELECT to_regclass('function_file') IS NOT NULL AS exists");
  return table?.exists ? run<AppliedFile>("SELECT name, sha256, functions FROM function_file ORDER BY name") : [];
}

/** The names of the files that were added, changed or removed since they were last applied. */
export async function changedFunctionFiles(run: RunSql, files: readonly FunctionFile[]): Promise<string[]> {
  const applied = new Map((await readApplied(run)).map(({ name, sha256 }) => [name, sha256]));
  const present = new Map(files.map(({ name, sha256 }) => [name, sha256]));
  const names = new Set([...applied.keys(), ...present.keys()]);
  return [...names].filter((name) => applied.get(name) !== present.get(name)).sort();
}

/** Drops by name, with any arguments, and only what these files create: the database may contain other functions. */
const DROP = `
DO $$
DECLARE statement text;
BEGIN
  FOR statement IN
    SELECT format('DROP TRIGGER %I ON %s', t.tgname, t.tgrelid::regclass)
    FROM pg_trigger t JOIN pg_proc p ON p.oid = t.tgfoid
    WHERE NOT t.tgisinternal AND p.pronamespace = 'public'::regnamespace AND p.proname = ANY (NAMES)
  LOOP
    EXECUTE statement;
  END LOOP;
  FOR statement IN
    SELECT format('DROP FUNCTION %s', p.oid::regprocedure)
    FROM pg_proc p WHERE p.pronamespace = 'public'::regnamespace AND p.proname = ANY (NAMES)
  LOOP
    EXECUTE statement;
  END LOOP;
END $$`;

/** Drops and creates every trigger and function of the files. Call it inside the transaction of the migrations. */
export async function applyFunctionFiles(
  { run, runScript }: Pick<MigrationAdapter, "run" | "runScript">,
  files: readonly FunctionFile[],
): Promise<void> {
  const names = new Set([...(await readApplied(run)), ...files].flatMap(({ functions }) => functions));
  const list = `ARRAY[${[...names].map((name) => `'${name}'`).join(", ")}]::text[]`;
  await run(DROP.replaceAll("NAMES", list));
  for (const { name, sql } of files) {
    await runScript(sql).catch((error: Error) => {
      throw new Error(`prisma/functions/${name} failed: ${error.message}`);
    });
  }
  await run("DELETE FROM function_file");
  for (const { name, sha256, functions } of files) {
    await run("INSERT INTO function_file (name, sha256, functions) VALUES ($1, $2, $3)", [name, sha256, functions]);
  }
}
