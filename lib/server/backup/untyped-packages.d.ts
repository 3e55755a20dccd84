declare module "tar-stream" {
  import type { Readable, Writable } from "node:stream";

  interface Header {
    readonly name: string;
    readonly size: number;
    readonly mode?: number;
    readonly mtime?: Date;
  }
  interface Pack extends Readable {
    entry(header: Header, done: (error?: Error | null) => void): Writable;
    finalize(): void;
  }
  interface Extract extends Writable {
    on(event: "entry", listener: (header: Header, stream: Readable, next: (error?: Error) => void) => void): this;
  }
  export function pack(): Pack;
  export function extract(): Extract;
}
