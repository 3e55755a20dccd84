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
 * The stock adapter refuses the one-letter type of the system tables that describe a schema. Its results are read
 * as text on the way in and marked as a character, which the engine insists on, on the way out.
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

async function connect(pool: Pool): Promise<SqlDriverAdapter> {
  const adapter: SqlDriverAdapter = await new PrismaPg(pool).connect();
  readOneLetterColumns(pool, adapter);
  // The stock adapter cuts a script at every semicolon, which breaks function bodies; the server can read it whole.
  adapter.executeScript = async (script: string) => {
    try {
      await pool.query(script);
    } catch (error) {
      throw asAdapterError(error);
    }
  };
  return adapter;
}

export type MigrationAdapter = { factory: SqlMigrationAwareDriverAdapterFactory; close(): Promise<void> };

/** What migrations run through: one connection, scripts sent whole, no shadow database. The engine closes nothing. */
export function migrationAdapter(databaseUrl: string): MigrationAdapter {
  const pool = new Pool({ ...connectionConfig(databaseUrl), max: 1 });
  pool.on("error", () => undefined);
  return {
    factory: {
      provider: "postgres",
      adapterName: "@prisma/adapter-pg",
      connect: () => connect(pool),
      connectToShadowDb: async () => {
        throw new Error("this step needs no shadow database");
      },
    },
    close: () => pool.end(),
  };
}
