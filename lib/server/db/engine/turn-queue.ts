import type { PGlite } from "@electric-sql/pglite";
import { endsTurn } from "@/lib/server/db/engine/wire-messages";

type Batch = {
  client: number;
  messages: Buffer[];
  onData: (data: Uint8Array) => void;
  resolve: () => void;
  reject: (error: unknown) => void;
};

const SYNC_MESSAGE = Buffer.from([0x53, 0, 0, 0, 4]);

/**
 * One engine, many clients: PGlite is a single session, so clients take turns. A turn is everything up to Sync (a
 * prepared query's steps must not mix with another client's) and, inside a transaction, everything up to its end.
 */
export class TurnQueue {
  #db: PGlite;
  #waiting: Batch[] = [];
  #owner: number | undefined;
  #midQuery = false;
  #running = false;

  constructor(db: PGlite) {
    this.#db = db;
  }

  /** The client that must continue before any other, if there is one. */
  get owner(): number | undefined {
    return this.#running ? undefined : this.#owner;
  }

  run(client: number, messages: Buffer[], onData: (data: Uint8Array) => void): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ client, messages, onData, resolve, reject });
      void this.#work();
    });
  }

  /** Discards the client's pending messages and rolls back its open transaction. */
  async leave(client: number): Promise<void> {
    this.#waiting = this.#waiting.filter((batch) => batch.client !== client);
    if (this.#owner !== client) return;
    if (this.#midQuery) await this.run(client, [SYNC_MESSAGE], () => undefined);
    if (this.#owner === client) await this.run(client, [ROLLBACK_MESSAGE], () => undefined);
  }

  #next(): Batch | undefined {
    if (this.#owner === undefined) return this.#waiting.shift();
    const index = this.#waiting.findIndex((batch) => batch.client === this.#owner);
    return index === -1 ? undefined : this.#waiting.splice(index, 1)[0];
  }

  async #work(): Promise<void> {
    if (this.#running) return;
    this.#running = true;
    try {
      for (let batch = this.#next(); batch; batch = this.#next()) await this.#runBatch(batch);
    } finally {
      this.#running = false;
    }
  }

  async #runBatch({ client, messages, onData, resolve, reject }: Batch): Promise<void> {
    try {
      await this.#db.runExclusive(async () => {
        for (const message of messages) await this.#db.execProtocolRawStream(message, { onRawData: onData });
      });
      const last = messages.at(-1);
      this.#midQuery = last !== undefined && last[0] !== 0 && !endsTurn(last);
      this.#owner = this.#midQuery || this.#db.isInTransaction() ? client : undefined;
      resolve();
    } catch (error) {
      this.#owner = undefined;
      reject(error);
    }
  }
}

const ROLLBACK_MESSAGE = Buffer.concat([Buffer.from([0x51, 0, 0, 0, 13]), Buffer.from("ROLLBACK\0")]);
