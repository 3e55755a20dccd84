// The tables of a data package, from the database's catalogue: their columns, keys and references.
import "server-only";
import type { Client } from "pg";

/**
 * Of this instance only: sessions and links in use, limits of attempts, files that expire within hours, marks of the
 * instance, state of the schema.
 */
const LEFT_OUT: ReadonlySet<string> = new Set([
  "_prisma_migrations",
  "attempt_count",
  "collection_file",
  "deployment",
  "function_file",
  "session",
  "standings_built",
  "verification",
]);

export interface PackagedColumn {
  readonly name: string;
  /** PostgreSQL's name of the type, e.g. `numeric(20,6)` or `text[]`. */
  readonly type: string;
  readonly isRequired: boolean;
}

interface Reference {
  readonly columns: readonly string[];
  readonly table: string;
  readonly tableColumns: readonly string[];
}

export interface PackagedTable {
  readonly name: string;
  readonly columns: readonly PackagedColumn[];
  readonly primaryKey: readonly string[];
  readonly references: readonly Reference[];
}

/** Every table of the schema that a package holds, by name. */
export async function listTables(client: Client): Promise<PackagedTable[]> {
  const { rows } = await client.query<PackagedTable>(`
    SELECT c.relname AS name,
      (SELECT jsonb_agg(jsonb_build_object('name', a.attname, 'type', format_type(a.atttypid, a.atttypmod),
          'isRequired', a.attnotnull) ORDER BY a.attnum)
        FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = '')
        AS columns,
      (SELECT jsonb_agg(a.attname ORDER BY k.place)
        FROM pg_constraint p, unnest(p.conkey) WITH ORDINALITY AS k(number, place), pg_attribute a
        WHERE p.conrelid = c.oid AND p.contype = 'p' AND a.attrelid = c.oid AND a.attnum = k.number) AS "primaryKey",
      coalesce((SELECT jsonb_agg(jsonb_build_object('table', f.confrelid::regclass::text,
          'columns', (SELECT jsonb_agg(a.attname ORDER BY k.place)
            FROM unnest(f.conkey) WITH ORDINALITY AS k(number, place)
            JOIN pg_attribute a ON a.attrelid = f.conrelid AND a.attnum = k.number),
          'tableColumns', (SELECT jsonb_agg(a.attname ORDER BY k.place)
            FROM unnest(f.confkey) WITH ORDINALITY AS k(number, place)
            JOIN pg_attribute a ON a.attrelid = f.confrelid AND a.attnum = k.number)) ORDER BY f.conname)
        FROM pg_constraint f WHERE f.conrelid = c.oid AND f.contype = 'f'), '[]') AS references
    FROM pg_class c WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind = 'r' ORDER BY c.relname`);
  return rows.filter(({ name }) => !LEFT_OUT.has(name));
}

const isInstant = ({ type }: PackagedColumn) => type.startsWith("timestamp");
const isList = ({ type }: PackagedColumn) => type.endsWith("[]");

/** The column's value as exact text: numbers with all digits, instants in ISO 8601, lists as JSON. */
export function toTextSql(column: PackagedColumn, quoted: string): string {
  if (isInstant(column)) return `to_json(${quoted})#>>'{}'`;
  return isList(column) ? `to_json(${quoted})::text` : `${quoted}::text`;
}

/** The reverse of `toTextSql`. */
export function fromTextSql(column: PackagedColumn, text: string): string {
  if (!isList(column)) return `(${text})::${column.type}`;
  return `CASE WHEN ${text} IS NULL THEN NULL ELSE
    ARRAY(SELECT jsonb_array_elements_text((${text})::jsonb))::${column.type} END`;
}

const FIELD_TYPES: readonly (readonly [RegExp, string])[] = [
  [/\[\]$/, "array"],
  [/^(?:smallint|integer|bigint)$/, "integer"],
  [/^(?:numeric|real|double)/, "number"],
  [/^boolean$/, "boolean"],
  [/^date$/, "date"],
  [/^timestamp/, "datetime"],
  [/^jsonb?$/, "any"],
];

/** The column's type in a Frictionless table schema. */
export function fieldType({ type }: PackagedColumn): string {
  return FIELD_TYPES.find(([pattern]) => pattern.test(type))?.[1] ?? "string";
}
