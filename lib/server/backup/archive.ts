// A .tar.gz that ends with a manifest: written under a temporary name, renamed when complete, verified by entry.
import { createHash, type Hash } from "node:crypto";
import { once } from "node:events";
import { createReadStream, createWriteStream } from "node:fs";
import { open, rename, rm } from "node:fs/promises";
import { PassThrough, Readable, Transform, type Writable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGunzip, createGzip } from "node:zlib";
import { extract, pack } from "tar-stream";
import { BackupError, MANIFEST_NAME, type Manifest, manifestSchema } from "@/lib/server/backup/manifest";

type Entries = Manifest["entries"];

export interface ArchiveWriter {
  add(name: string, size: number, content: Readable): Promise<void>;
}

function hashing(hash: Hash): Transform {
  return new Transform({
    transform(chunk, _encoding, done) {
      hash.update(chunk);
      done(null, chunk);
    },
  });
}

async function syncToDisk(path: string): Promise<void> {
  const handle = await open(path, "r+");
  await handle.sync();
  await handle.close();
}

/** Writes the entries that `fill` adds to `target`; `fill` returns the other fields of the manifest. */
export async function writeArchive(
  target: string,
  fill: (writer: ArchiveWriter) => Promise<Omit<Manifest, "entries">>,
): Promise<Manifest> {
  const unfinished = `${target}.part`;
  const packed = pack();
  const entries: Entries = {};
  const put = (name: string, size: number, content: Readable): Promise<void> =>
    new Promise((resolve, reject) => {
      const entry: Writable = packed.entry({ name, size, mode: 0o600 }, (error) => (error ? reject(error) : resolve()));
      pipeline(content, entry).catch(reject);
    });
  const add: ArchiveWriter["add"] = async (name, size, content) => {
    const hash = createHash("sha256");
    await put(name, size, content.pipe(hashing(hash)));
    entries[name] = { size, sha256: hash.digest("hex") };
  };
  const writing = pipeline(packed, createGzip(), createWriteStream(unfinished, { mode: 0o600 }));
  try {
    const filling = (async () => {
      const manifest: Manifest = { ...(await fill({ add })), entries };
      const text = Buffer.from(JSON.stringify(manifest, null, 2));
      await put(MANIFEST_NAME, text.byteLength, Readable.from([text]));
      packed.finalize();
      return manifest;
    })();
    const [manifest] = await Promise.all([filling, writing]);
    await syncToDisk(unfinished);
    await rename(unfinished, target);
    return manifest;
  } catch (error) {
    packed.destroy();
    await writing.catch(() => undefined);
    await rm(unfinished, { force: true });
    throw error;
  }
}

/** Passes every entry of the archive to `onEntry`, which reads or skips it. */
export async function readArchive(
  path: string,
  onEntry: (name: string, size: number, content: Readable) => Promise<void>,
): Promise<void> {
  const extracted = extract();
  let entryError: unknown;
  const failed = new Promise<never>((_resolve, reject) => {
    extracted.once("error", reject);
    extracted.on("entry", ({ name, size }, content, next) => {
      const readable = content.pipe(new PassThrough());
      const ended = once(readable, "end");
      ended.catch(() => undefined);
      onEntry(name, size, readable)
        .then(() => {
          readable.resume();
          return ended;
        })
        .then(() => next())
        .catch((error: unknown) => {
          entryError ??= error;
          reject(error);
        });
    });
  });
  failed.catch(() => undefined);
  const written = (chunk: Buffer) => new Promise<void>((resolve) => extracted.write(chunk, () => resolve()));
  try {
    // Written manually: a pipeline treats the end of this package's stream as a premature close.
    await pipeline(createReadStream(path), createGunzip(), async (source: AsyncIterable<Buffer>) => {
      for await (const chunk of source) await Promise.race([written(chunk), failed]);
      await Promise.race([new Promise<void>((resolve) => extracted.end(() => resolve())), failed]);
    });
  } catch (aborted) {
    // Leaving the loop aborts the stream, whose error may come first.
    const error = entryError ?? aborted;
    if (error instanceof BackupError) throw error;
    throw new BackupError(`${path} is damaged or not a backup: ${error instanceof Error ? error.message : error}`);
  }
}

async function digestOf(content: Readable): Promise<string> {
  const hash = createHash("sha256");
  for await (const chunk of content) hash.update(chunk);
  return hash.digest("hex");
}

function parseManifest(path: string, text: string): Manifest {
  const parsed = manifestSchema.safeParse(JSON.parse(text));
  if (parsed.success) return parsed.data;
  throw new BackupError(`${path} has a format that this version cannot read`);
}

/** Verifies the whole archive and returns its manifest; throws on any missing, changed or extra byte. */
export async function verifyArchive(path: string): Promise<Manifest> {
  const found: Entries = {};
  let manifest: Manifest | undefined;
  await readArchive(path, async (name, size, content) => {
    if (name !== MANIFEST_NAME) {
      found[name] = { size, sha256: await digestOf(content) };
      return;
    }
    const chunks: Buffer[] = [];
    for await (const chunk of content) chunks.push(chunk);
    manifest = parseManifest(path, Buffer.concat(chunks).toString("utf8"));
  });
  if (manifest === undefined) throw new BackupError(`${path} is incomplete: its manifest is missing`);
  const names = new Set([...Object.keys(found), ...Object.keys(manifest.entries)]);
  for (const name of names) {
    if (found[name]?.sha256 !== manifest.entries[name]?.sha256) {
      throw new BackupError(`${path} is damaged: the checksum of ${name} does not match`);
    }
  }
  return manifest;
}
