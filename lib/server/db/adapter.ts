// Wraps the driver adapter for all queries and transactions of the app.
import type { PrismaPg } from "@prisma/adapter-pg";
import type { SqlDriverAdapterFactory, SqlQuery, SqlQueryable, Transaction } from "@prisma/driver-adapter-utils";
import { storableQuery } from "./storable";

function storing<Q extends SqlQueryable>(queryable: Q): Q {
  const [query, execute] = [queryable.queryRaw.bind(queryable), queryable.executeRaw.bind(queryable)];
  queryable.queryRaw = (sql: SqlQuery) => query(storableQuery(sql));
  queryable.executeRaw = (sql: SqlQuery) => execute(storableQuery(sql));
  return queryable;
}

/**
 * Prisma loads the relations of a record in parallel, also inside a transaction, whose one connection takes one query
 * at a time. The driver still queues them, warns about it, and will throw in its next version.
 */
function queriesInTurn(transaction: Transaction): Transaction {
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <Query, Result>(ask: (query: Query) => Promise<Result>) => {
    const bound = ask.bind(transaction);
    return (query: Query): Promise<Result> => {
      const answer = last.then(() => bound(query));
      last = answer.catch(() => undefined);
      return answer;
    };
  };
  transaction.queryRaw = inTurn(transaction.queryRaw);
  transaction.executeRaw = inTurn(transaction.executeRaw);
  return transaction;
}

function tellingItsCommit(transaction: Transaction, onCommit: () => void): Transaction {
  const commit = transaction.commit.bind(transaction);
  transaction.commit = () => commit().finally(onCommit);
  return transaction;
}

/**
 * The same adapter: its transactions run one query after the other, and it sends only text that PostgreSQL can store.
 * @param onCommit is called after each commit, also one that may have failed.
 */
export function guardedAdapter(adapter: PrismaPg, onCommit: () => void): SqlDriverAdapterFactory {
  return {
    provider: adapter.provider,
    adapterName: adapter.adapterName,
    connect: async () => {
      const connection = storing(await adapter.connect());
      const start = connection.startTransaction.bind(connection);
      connection.startTransaction = async (isolationLevel) =>
        tellingItsCommit(queriesInTurn(storing(await start(isolationLevel))), onCommit);
      return connection;
    },
  };
}
