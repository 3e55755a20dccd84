// Verifies that all instances on a database share the secret that signs sessions and the file storage. The first start
// stores a marker of both in the database; every later start compares them.
import "server-only";
import { createHmac, randomBytes, randomUUID } from "node:crypto";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import type { Client } from "pg";
import { dataFolder } from "@/lib/server/db/engine/data-folder";
import { env } from "@/lib/server/env";
import { files, STORE_KEY } from "@/lib/server/files/storage";

/** Losses that the operator accepts. */
export interface Accepted {
  /** All users must sign in again. */
  readonly newSecret: boolean;
  /** Files in another storage are not found. */
  readonly newFiles: boolean;
}

interface Marks {
  readonly secret: string | null;
  readonly files: string | null;
}

/** This instance has another secret or file storage than the others on its database. */
class DeploymentError extends Error {
  override name = "DeploymentError";
}

const SHARED = "instances on one database share one secret and one file storage";

async function readMarks(client: Client): Promise<Marks> {
  const { rows } = await client.query<Marks>("SELECT secret_mark AS secret, files_mark AS files FROM deployment");
  return rows[0] ?? { secret: null, files: null };
}

async function claim(client: Client, column: "secret_mark" | "files_mark", mark: string): Promise<void> {
  await client.query(`UPDATE deployment SET ${column} = $1`, [mark]);
}

/** Reveals nothing about the secret to readers of the database. */
const markOf = (secret: string) => createHmac("sha256", secret).update("guatu: a mark of the secret").digest("hex");

async function createSecret(): Promise<string> {
  const folder = dataFolder(env.GUATU_DATA);
  await mkdir(folder.root, { recursive: true });
  await writeFile(folder.secret, randomBytes(32).toString("hex"), { mode: 0o600, flag: "wx" }).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code !== "EEXIST") throw error;
    },
  );
  return (await readFile(folder.secret, "utf8")).trim();
}

async function checkSecret(client: Client, known: string | null, isNewAccepted: boolean): Promise<void> {
  const isOther = env.SECRET === undefined ? known !== null : known !== null && markOf(env.SECRET) !== known;
  if (isOther && !isNewAccepted) {
    const { secret } = dataFolder(env.GUATU_DATA);
    const problem = env.SECRET === undefined ? `it is not in ${secret}` : "this instance has another one";
    throw new DeploymentError(
      `sessions of this database are signed with a secret that the first start created, and ${problem}: ${SHARED}. Copy the file "secret" from the first instance's data folder to ${secret}, or set GUATU_SECRET; if the secret is lost, start once with GUATU_NEW_SECRET=accepted (everybody signs in again)`,
    );
  }
  const secret = env.SECRET ?? (await createSecret());
  if (markOf(secret) !== known) await claim(client, "secret_mark", markOf(secret));
}

/** The marker of the file storage; null if no instance has used it yet. */
async function readStoreMark(): Promise<string | null> {
  return (await files().fileExists(STORE_KEY)) ? (await files().readToString(STORE_KEY)).trim() : null;
}

const storageName = () =>
  env.GUATU_S3_BUCKET === undefined ? dataFolder(env.GUATU_DATA).root : `the bucket ${env.GUATU_S3_BUCKET}`;

async function checkFiles(client: Client, known: string | null, isNewAccepted: boolean): Promise<void> {
  const found = await readStoreMark().catch((error: unknown) => {
    throw new DeploymentError(`the file storage in ${storageName()} cannot be read: ${error}`);
  });
  if (known !== null && found !== known && !isNewAccepted) {
    throw new DeploymentError(
      `the files of this database are not in ${storageName()}: ${SHARED}. Set GUATU_DATA or GUATU_S3_BUCKET to those of the first instance; if its files are lost, start once with GUATU_NEW_FILES=accepted`,
    );
  }
  const mark = found ?? randomUUID();
  if (found === null) await files().write(STORE_KEY, mark);
  if (mark !== known) await claim(client, "files_mark", mark);
}

/**
 * Compares this instance with the markers, or stores the first ones. Call it under the lock of a start.
 * @throws DeploymentError with what to do.
 */
export async function checkDeployment(client: Client, accepted: Accepted): Promise<void> {
  const known = await readMarks(client);
  await checkSecret(client, known.secret, accepted.newSecret);
  await checkFiles(client, known.files, accepted.newFiles);
}

/** The id of the database's file storage; null before the first start, also under an older schema. */
export async function readFilesMark(client: Client): Promise<string | null> {
  const { rows } = await client.query<{ isThere: boolean }>(
    "SELECT to_regclass('deployment') IS NOT NULL AS \"isThere\"",
  );
  return rows[0]?.isThere ? (await readMarks(client)).files : null;
}

/** Why a backup of this instance would lack the files; null if it has them. */
export async function findFilesElsewhere(known: string | null): Promise<string | null> {
  if (known === null || known === (await readStoreMark())) return null;
  return `the files of this database are not in ${storageName()}; set GUATU_DATA or GUATU_S3_BUCKET as for npm start`;
}

/** Clears the markers after a restore: the secret is not in a backup, and the files may be in another storage. */
export async function forgetDeployment(client: Client): Promise<void> {
  await client.query("UPDATE deployment SET secret_mark = NULL, files_mark = NULL");
}
