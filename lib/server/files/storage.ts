// The file storage: a folder in the data folder, or any S3-compatible storage.
import "server-only";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { Readable } from "node:stream";
import { S3Client } from "@aws-sdk/client-s3";
import { AwsS3StorageAdapter } from "@flystorage/aws-s3";
import { FileStorage } from "@flystorage/file-storage";
import { LocalStorageAdapter } from "@flystorage/local-fs";
import { env } from "@/lib/server/env";

/** The id of the storage, so that an instance detects that it differs from the others. */
export const STORE_KEY = "store-id";

function openStorage(): FileStorage {
  if (env.GUATU_S3_BUCKET !== undefined) {
    // Keys and region come from the usual AWS_ variables; the URL of a private cloud from GUATU_S3_ENDPOINT.
    const endpoint = env.GUATU_S3_ENDPOINT;
    const client = new S3Client(endpoint === undefined ? {} : { endpoint, forcePathStyle: true });
    return new FileStorage(new AwsS3StorageAdapter(client, { bucket: env.GUATU_S3_BUCKET, prefix: "guatu" }));
  }
  const root = join(env.GUATU_DATA, "files");
  mkdirSync(root, { recursive: true, mode: 0o700 });
  return new FileStorage(new LocalStorageAdapter(root));
}

const holder = globalThis as typeof globalThis & { guatuFiles?: FileStorage };

/** Opened on first use, once per process. */
export function files(): FileStorage {
  holder.guatuFiles ??= openStorage();
  return holder.guatuFiles;
}

/** The file as a stream for a response, or null if it is missing, which is detected before headers are sent. */
export async function openStored(key: string): Promise<ReadableStream | null> {
  if (!(await files().fileExists(key))) {
    console.error(`guatu: the file ${key} is missing from the file storage`);
    return null;
  }
  return Readable.toWeb(await files().read(key)) as ReadableStream;
}
