// What a test database is set to: everything that a server, a database or a role may have been given and that would
// change what is stored or read. The whole integration suite proves that connections do not depend on it.
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

/** Statements that give a database these settings for all connections to come. */
export function hostileStatements(database: string): string {
  return Object.entries(HOSTILE_SETTINGS)
    .map(([name, value]) => `ALTER DATABASE ${database} SET ${name} TO ${value};`)
    .join("\n");
}

/** The embedded engine knows no settings of a database, but reads those of the server when it is opened. */
export async function setServerHostile(client: Client): Promise<void> {
  for (const [name, value] of Object.entries(HOSTILE_SETTINGS)) {
    await client.query(`ALTER SYSTEM SET ${name} TO ${value}`);
  }
}

/** How a database is made that orders text as Chinese does, where the server can: not by code points. */
export async function hostileCollation(admin: Client): Promise<string> {
  const { rows } = await admin.query<{ can: boolean }>(
    `SELECT current_setting('server_version_num')::int >= 150000
       AND EXISTS (SELECT FROM pg_collation WHERE collname = 'zh-x-icu') AS can`,
  );
  return rows[0]?.can ? "TEMPLATE template0 ENCODING 'UTF8' LOCALE_PROVIDER icu ICU_LOCALE 'zh-CN'" : "";
}
