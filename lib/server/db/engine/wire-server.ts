// Serves an embedded database on a Unix socket with the PostgreSQL wire protocol.
import { createServer, type Server, type Socket } from "node:net";
import type { PGlite } from "@electric-sql/pglite";
import { TurnQueue } from "@/lib/server/db/engine/turn-queue";
import {
  endsBatch,
  IDLE_IN_TRANSACTION,
  isTerminate,
  TOO_MANY_CONNECTIONS,
  type WireMessage,
  WireReader,
} from "@/lib/server/db/engine/wire-messages";

export type WireServerOptions = {
  db: PGlite;
  path: string;
  maxConnections?: number;
  /** A client that is idle in a transaction for this long is disconnected, so that others can continue. */
  idleInTransactionMs?: number;
  /** Called when the engine itself fails: its responses can no longer be trusted. */
  onEngineFailure?: (error: unknown) => void;
};

export type WireServer = { stop(): Promise<void> };

/** Sends a last message without waiting for the client to disconnect too. */
function endWith(socket: Socket, lastWord: Buffer): void {
  socket.write(lastWord);
  socket.destroySoon();
}

class Connection {
  readonly id: number;
  readonly socket: Socket;
  #queue: TurnQueue;
  #reader = new WireReader();
  #batch: Buffer[] = [];
  #work: Promise<void> = Promise.resolve();
  #idleTimer: NodeJS.Timeout | undefined;
  #options: WireServerOptions;

  constructor(id: number, socket: Socket, queue: TurnQueue, options: WireServerOptions) {
    this.id = id;
    this.socket = socket;
    this.#queue = queue;
    this.#options = options;
    socket.setNoDelay(true);
    socket.on("data", (chunk: Buffer) => {
      this.#work = this.#work.then(() => this.#receive(chunk)).catch(() => void socket.destroy());
    });
    socket.on("error", () => socket.destroy());
  }

  async leave(): Promise<void> {
    clearTimeout(this.#idleTimer);
    await this.#queue.leave(this.id).catch((error) => this.#options.onEngineFailure?.(error));
  }

  async #receive(chunk: Buffer): Promise<void> {
    clearTimeout(this.#idleTimer);
    for (const message of this.#reader.push(chunk)) await this.#handle(message);
    if (this.#queue.owner === this.id) {
      this.#idleTimer = setTimeout(() => endWith(this.socket, IDLE_IN_TRANSACTION), this.#options.idleInTransactionMs);
    }
  }

  async #handle({ kind, bytes }: WireMessage): Promise<void> {
    if (this.socket.destroyed) return;
    if (kind === "encryption-request") this.socket.write("N");
    else if (kind === "cancel-request" || (kind === "message" && isTerminate(bytes))) this.socket.destroySoon();
    else {
      this.#batch.push(bytes);
      if (kind === "message" && !endsBatch(bytes)) return;
      const batch = this.#batch;
      this.#batch = [];
      await this.#run(batch);
    }
  }

  async #run(batch: Buffer[]): Promise<void> {
    try {
      await this.#queue.run(this.id, batch, (data) => {
        if (data.length > 0 && this.socket.writable) this.socket.write(Buffer.from(data));
      });
    } catch (error) {
      this.#options.onEngineFailure?.(error);
      throw error;
    }
  }
}

function listen(server: Server, path: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(path, resolve);
  });
}

/** Starts serving `db` at the socket `path`; its folder must be private to the user. */
export async function serveDatabase(given: WireServerOptions): Promise<WireServer> {
  const options = { maxConnections: 100, idleInTransactionMs: 30_000, ...given };
  const queue = new TurnQueue(options.db);
  const connections = new Set<Connection>();
  let lastId = 0;
  const server = createServer((socket) => {
    if (connections.size >= options.maxConnections) {
      endWith(socket, TOO_MANY_CONNECTIONS);
      return;
    }
    lastId += 1;
    const connection = new Connection(lastId, socket, queue, options);
    connections.add(connection);
    socket.on("close", () => {
      connections.delete(connection);
      void connection.leave();
    });
  });
  await options.db.waitReady;
  await listen(server, options.path);
  return {
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const connection of connections) connection.socket.destroy();
      }),
  };
}
