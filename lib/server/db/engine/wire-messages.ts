// Splits the bytes of a PostgreSQL client into protocol messages. Parses only what the embedded server needs for turns.

const SSL_REQUEST = 80877103;
const GSS_REQUEST = 80877104;
const CANCEL_REQUEST = 80877102;
const LARGEST_MESSAGE_BYTES = 256 * 1024 * 1024;

export type WireMessage = { kind: "startup" | "encryption-request" | "cancel-request" | "message"; bytes: Buffer };

/** Collects chunks and returns the complete messages; the rest waits for the next chunk. */
export class WireReader {
  #chunks: Buffer[] = [];
  #length = 0;
  #started = false;

  push(chunk: Buffer): WireMessage[] {
    this.#chunks.push(chunk);
    this.#length += chunk.length;
    const messages: WireMessage[] = [];
    for (let next = this.#take(); next; next = this.#take()) messages.push(next);
    return messages;
  }

  #take(): WireMessage | undefined {
    const headerBytes = this.#started ? 5 : 8;
    if (this.#length < headerBytes) return undefined;
    const lengthAt = this.#started ? 1 : 0;
    const head = this.#peek(headerBytes);
    const size = head.readUInt32BE(lengthAt) + lengthAt;
    if (size < headerBytes || size > LARGEST_MESSAGE_BYTES) throw new Error(`a message of ${size} bytes is invalid`);
    if (this.#length < size) return undefined;
    const bytes = this.#cut(size);
    if (this.#started) return { kind: "message", bytes };
    const code = bytes.readUInt32BE(4);
    if (code === SSL_REQUEST || code === GSS_REQUEST) return { kind: "encryption-request", bytes };
    if (code === CANCEL_REQUEST) return { kind: "cancel-request", bytes };
    this.#started = true;
    return { kind: "startup", bytes };
  }

  #peek(count: number): Buffer {
    const first = this.#chunks[0];
    if (first && first.length >= count) return first;
    const all = Buffer.concat(this.#chunks);
    this.#chunks = [all];
    return all;
  }

  #cut(size: number): Buffer {
    const all = this.#chunks.length === 1 && this.#chunks[0] ? this.#chunks[0] : Buffer.concat(this.#chunks);
    this.#chunks = all.length > size ? [all.subarray(size)] : [];
    this.#length = all.length - size;
    return all.subarray(0, size);
  }
}

const TERMINATE = "X".charCodeAt(0);
const SYNC = "S".charCodeAt(0);
const FLUSH = "H".charCodeAt(0);
const QUERY = "Q".charCodeAt(0);
const FUNCTION_CALL = "F".charCodeAt(0);

/** Whether the client ends the connection. */
export function isTerminate(bytes: Buffer): boolean {
  return bytes[0] === TERMINATE;
}

/** Whether the client now waits for a response: everything before belongs to one turn. */
export function endsBatch(bytes: Buffer): boolean {
  return endsTurn(bytes) || bytes[0] === FLUSH;
}

/** Whether another client may continue, if no transaction is open. */
export function endsTurn(bytes: Buffer): boolean {
  return bytes[0] === SYNC || bytes[0] === QUERY || bytes[0] === FUNCTION_CALL;
}

function fatalMessage(code: string, text: string): Buffer {
  const body = Buffer.from(`SFATAL\0VFATAL\0C${code}\0M${text}\0\0`);
  const head = Buffer.alloc(5);
  head.write("E");
  head.writeUInt32BE(body.length + 4, 1);
  return Buffer.concat([head, body]);
}

export const TOO_MANY_CONNECTIONS = fatalMessage("53300", "the embedded database has no connection left");
export const IDLE_IN_TRANSACTION = fatalMessage("25P03", "the transaction was left open too long and is undone");
