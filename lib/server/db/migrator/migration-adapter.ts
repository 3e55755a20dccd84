import { PrismaPg } from "@prisma/adapter-pg";
import {
  ColumnTypeEnum,
  DriverAdapterError,
  type SqlDriverAdapter,
  type SqlMigrationAwareDriverAdapterFactory,
} from "@prisma/driver-adapter-utils";
import { DatabaseError, Pool, type QueryArrayResult } from "pg";
import { connectionConfig } from "@/lib/server/db/connection";

const ONE_LETTER_OID = 18;
const TEXT_OID = 25;

function asAdapterError(error: unknown): unknown {
  if (!(error instanceof DatabaseError)) return error;
  return new DriverAdapterError({
    kind: "postgres",
    code: error.code ?? "XX000",
    severity: error.severity ?? "ERROR",
    message: error.message,
    detail: error.detail,
    column: error.column,
    hint: error.hint,
  });
}

/**
 * The stock adapter rejects the "char" type of the system tables that describe a schema. Its results are read as text
 * and then marked as a character, which the engine requires.
 */
function readOneLetterColumns(pool: Pool, adapter: SqlDriverAdapter): void {
  const oneLetter = new Set<string>();
  const poolQuery = pool.query.bind(pool) as (config: unknown) => Promise<QueryArrayResult>;
  pool.query = (async (config: unknown) => {
    const result = await poolQuery(config);
    for (const field of result.fields ?? []) {
      if (field.dataTypeID !== ONE_LETTER_OID) continue;
      field.dataTypeID = TEXT_OID;
      oneLetter.add(field.name);
    }
    return result;
  }) as unknown as Pool["query"];
  const queryRaw = adapter.queryRaw.bind(adapter);
  adapter.queryRaw = async (query) => {
    oneLetter.clear();
    const result = await queryRaw(query);
    const columnTypes = result.columnTypes.map((type, index) =>
      oneLetter.has(result.columnNames[index] ?? "") ? ColumnTypeEnum.Character : type,
    );
    return { ...result, columnTypes };
  };
}

/** Runs one statement with its parameters. */
export type RunSql = <Row>(sql: string, values?: readonly unknown[]) => Promise<Row[]>;

/**
 * Runs a script inside an open transaction. A failed script is rolled back, so that the engine can still report which
 * one failed. Deferred constraints are checked after each: the next could not alter a table with pending ones.
 */
async function runScriptInTransaction(pool: Pool, script: string): Promise<void> {
  await pool.query("SAVEPOINT script");
  try {
    await pool.query(script);
    await pool.query("SET CONSTRAINTS ALL IMMEDIATE");
    await pool.query("SET CONSTRAINTS ALL DEFERRED");
    await pool.query("RELEASE SAVEPOINT script");
  } catch (error) {
    await pool.query("ROLLBACK TO SAVEPOINT script");
    throw error;
  }
}

async function connect(pool: Pool, isInTransaction: () => boolean): Promise<SqlDriverAdapter> {
  const adapter: SqlDriverAdapter = await new PrismaPg(pool).connect();
  readOneLetterColumns(pool, adapter);
  // The stock adapter splits a script at every semicolon, which breaks function bodies; the server can parse it whole.
  adapter.executeScript = async (script: string) => {
    try {
      await (isInTransaction() ? runScriptInTransaction(pool, script) : pool.query(script));
    } catch (error) {
      throw asAdapterError(error);
    }
  };
  return adapter;
}

export interface MigrationAdapter {
  readonly factory: SqlMigrationAwareDriverAdapterFactory;
  readonly run: RunSql;
  runScript(sql: string): Promise<void>;
  /** Everything that `work` and the engine do in it is one transaction. */
  inTransaction<T>(work: () => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/** The adapter of migrations: one connection, scripts sent whole, no shadow database. The engine closes nothing. */
export async function openMigrationAdapter(databaseUrl: string): Promise<MigrationAdapter> {
  const pool = new Pool({ ...connectionConfig(databaseUrl), max: 1 });
  pool.on("error", () => undefined);
  // The pool drops a connection after an error, and with it the transaction: so this one is held.
  const client = await pool.connect();
  client.on("error", () => undefined);
  pool.query = client.query.bind(client) as Pool["query"];
  let isInTransaction = false;
  return {
    factory: {
      provider: "postgres",
      adapterName: "@prisma/adapter-pg",
      connect: () => connect(pool, () => isInTransaction),
      connectToShadowDb: async () => {
        throw new Error("this step needs no shadow database");
      },
    },
    run: async <Row>(sql: string, values: readonly unknown[] = []) => {
      const { rows } = await client.query(sql, [...values]);
      return rows as Row[];
    },
    runScript: async (sql) => {
      await client.query(sql);
    },
    inTransaction: async (work) => {
      await client.query("BEGIN");
      isInTransaction = true;
      try {
        const result = await work();
        await client.query("COMMIT");
        return result;
      } catch (error) {
        await client.query("ROLLBACK").catch(() => undefined);
        throw error;
      } finally {
        isInTransaction = false;
      }
    },
    close: async () => {
      client.release();
      await pool.end();
    },
  };
}
