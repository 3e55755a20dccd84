// Runs after the browser tests, while the server is still running: all their changes must be recorded in the audit.
import { spawnSync } from "node:child_process";
import { join } from "node:path";

const LIMIT_MS = 5 * 60_000;

export default function verifyAudit(): void {
  const data = join(process.env.GUATU_E2E_DATA ?? "", "data");
  const args = ["--conditions=react-server", "--import", "tsx", "scripts/guatu.ts", "verify"];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    env: { ...process.env, GUATU_DATA: data, GUATU_MODE: "demo", DATABASE_URL: "" },
    encoding: "utf8",
    timeout: LIMIT_MS,
  });
  if (status !== 0) throw new Error(`guatu verify found faults after the browser tests:\n${stderr}${stdout}`);
}
