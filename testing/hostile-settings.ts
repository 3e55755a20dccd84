// The settings of a test database: all that can be set on a server, a database or a role and would change what is
// stored or read. The whole integration suite proves that connections do not depend on it.
import type { Client } from "pg";

const HOSTILE_SETTINGS: Readonly<Record<string, string>> = {
  TimeZone: "'Asia/Shanghai'",
  DateStyle: "'SQL, DMY'",
  IntervalStyle: "'sql_standard'",
  search_path: "pg_catalog",
  default_transaction_isolation: "'serializable'",
  standard_conforming_strings: "off",
  bytea_output: "'escape'",
  extra_float_digits: "-3",
};

/** Statements that set these for all future connections to a database. */
export function hostileStatements(database: string): string {
  return Object.entries(HOSTILE_SETTINGS)
    .map(([name, value]) => `ALTER DATABASE ${database} SET ${name} TO ${value};`)
    .join("\n");
}

/** The embedded engine has no settings per database, but reads those of the server when it opens. */
export async function setServerHostile(client: Client): Promise<void> {
  for (const [name, value] of Object.entries(HOSTILE_SETTINGS)) {
    await client.query(`ALTER SYSTEM SET ${name} TO ${value}`);
  }
}

/** Options of a database with a Chinese collation instead of code points, if the server supports it. */
export async function hostileCollation(admin: Client): Promise<string> {
  const { rows } = await admin.query<{ can: boolean }>(
    `SELECT current_setting('server_version_num')::int >= 150000
       AND EXISTS (SELECT FROM pg_collation WHERE collname = 'zh-x-icu') AS can`,
  );
  return rows[0]?.can ? "TEMPLATE template0 ENCODING 'UTF8' LOCALE_PROVIDER icu ICU_LOCALE 'zh-CN'" : "";
}
