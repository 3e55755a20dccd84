// Creates every connection to the database. Server, database and role may have other settings; those that change the
// meaning of values, or how rows are written and compared, are set here for each session.
import { Client } from "pg";

/**
 * @prisma/adapter-pg writes instants without a zone and drops the zone of those it reads (prisma/orm#28629): in any
 * zone but UTC the stored instants would be shifted.
 */
const SESSION_SETTINGS: Readonly<Record<string, string>> = {
  TimeZone: "UTC",
  DateStyle: "ISO, MDY",
  IntervalStyle: "postgres",
  search_path: "public",
  default_transaction_isolation: "read committed",
  standard_conforming_strings: "on",
  bytea_output: "hex",
  extra_float_digits: "1",
  lc_numeric: "C",
  lc_monetary: "C",
  lc_time: "C",
};

const OPTIONS = Object.entries(SESSION_SETTINGS)
  .map(([name, value]) => `-c ${name}=${value.replaceAll(" ", "\\ ")}`)
  .join(" ");

/** The same settings as statements, for a database with a single session that reads no startup options. */
export const SESSION_STATEMENTS = Object.entries(SESSION_SETTINGS)
  .map(([name, value]) => `SET ${name} TO ${name === "DateStyle" ? value : `'${value}'`};`)
  .join("\n");

export type ConnectionConfig = { connectionString: string; options: string; connectionTimeoutMillis: number };

const CONNECT_TIMEOUT_SECONDS = 10;

/**
 * For a client or a pool. Options in the URL are preserved; the session settings come after them and override them.
 * `connect_timeout` (in seconds, as in libpq) also limits how long a statement waits for a connection of the pool.
 */
export function connectionConfig(databaseUrl: string): ConnectionConfig {
  const [path = "", query = ""] = databaseUrl.split(/\?(.*)/s);
  const parameters = query.split("&").filter(Boolean);
  const given = new URLSearchParams(query);
  const own = given.get("options");
  const others = parameters.filter((parameter) => !parameter.startsWith("options="));
  return {
    connectionString: others.length > 0 ? `${path}?${others.join("&")}` : path,
    options: own ? `${own} ${OPTIONS}` : OPTIONS,
    connectionTimeoutMillis: (Number(given.get("connect_timeout")) || CONNECT_TIMEOUT_SECONDS) * 1000,
  };
}

/** A connected client. End it when done. */
export async function openClient(databaseUrl: string): Promise<Client> {
  const client = new Client(connectionConfig(databaseUrl));
  await client.connect();
  return client;
}

export async function withClient<T>(databaseUrl: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = await openClient(databaseUrl);
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

const comparable = (setting: string) => setting.toLowerCase().replaceAll(" ", "");

/**
 * Connects once and verifies the settings of the session.
 * @throws Error if the database is unavailable, or if something in between (a pooler) drops the settings.
 */
export async function assertReachable(databaseUrl: string): Promise<void> {
  const names = Object.keys(SESSION_SETTINGS);
  const { rows } = await withClient(databaseUrl, (client) =>
    client.query<{ name: string; value: string }>(
      "SELECT name, current_setting(name) AS value FROM unnest($1::text[]) AS name",
      [names],
    ),
  );
  const wrong = rows.filter(({ name, value }) => comparable(value) !== comparable(SESSION_SETTINGS[name] ?? ""));
  if (wrong.length === 0) return;
  const list = wrong.map(({ name, value }) => `${name} is ${value}`).join(", ");
  throw new Error(
    `the database does not take the settings of a connection (${list}); a connection pooler must pass on the startup parameter "options"`,
  );
}
