// For integration tests of evidence: a folder for the stored files, drafts of one target, and a small picture.
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { FileStorage } from "@flystorage/file-storage";
import { LocalStorageAdapter } from "@flystorage/local-fs";
import sharp from "sharp";
import { afterAll, beforeAll } from "vitest";
import { saveDraft } from "@/lib/server/updates/mutations";
import { as, done, loadPageAndPeople } from "@/testing/people";

export const CODE = "NT-T02";
export const reporter = () => as("demo-transport-reporter");

const folder = mkdtempSync(join(tmpdir(), "guatu-files-"));

/** Loads the commitments and users, and stores files in a folder of this test file. */
export function prepareEvidenceTests(): void {
  (globalThis as { guatuFiles?: FileStorage }).guatuFiles = new FileStorage(new LocalStorageAdapter(folder));
  beforeAll(loadPageAndPeople);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
}

/** The number of stored files. */
export function stored(): number {
  return readdirSync(folder, { recursive: true, withFileTypes: true }).filter((one) => one.isFile()).length;
}

let month = 1;

/** A draft for a different month each time, because there is one draft per user and period. */
export async function aDraft() {
  month += 1;
  const input = { requestKey: crypto.randomUUID(), asOf: `2023-0${month}-15`, value: "200", note: "as counted" };
  return { input, ...done(await saveDraft(CODE, input, await reporter())) };
}

export const aPicture = () =>
  sharp({ create: { width: 4, height: 4, channels: 3, background: "red" } })
    .png()
    .toBuffer();
