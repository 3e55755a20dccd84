import { readdirSync, readFileSync } from "node:fs";
import { expect, test, vi } from "vitest";

vi.mock("server-only", () => ({}));
const { newPassword } = await import("./passwords");

const OWNER = { name: "张伟 Zhang", email: "wei.zhang@nantong.gov.cn" };

async function faultOf(password: string, owner = OWNER): Promise<string | null> {
  const made = await newPassword(password, owner);
  return made.ok ? null : made.fault;
}

test.each([
  ["1234567890", "password-too-short"],
  ["Xk29fjw0qpz", "password-too-short"],
  ["Xk29fjw0qpzm", null],
  // Eleven characters, whatever their bytes.
  ["挂图作战指挥部二〇二三", "password-too-short"],
  ["x9".repeat(65), "too-long"],
  ["123456789012", "password-easy"],
  ["Password1234!", "password-easy"],
  ["qwertyuiop12", "password-easy"],
  ["1qaz2wsx3edc", "password-easy"],
  ["aaaaaaaaaaaa", "password-easy"],
  ["abcabcabcabc", "password-easy"],
  ["P@ssw0rd2023", "password-easy"],
  ["iloveyou1234", "password-easy"],
  ["guatuguatu12", "password-easy"],
  ["correct horse battery", null],
  ["春眠不觉晓处处闻啼鸟夜来", null],
  ["river-张伟-lantern-7", "password-has-name"],
  ["river-ZHANG-lantern-7", "password-has-name"],
  ["river-wei.zhang-lantern", "password-has-name"],
])("%s as a new password: %s", async (password, fault) => {
  expect(await faultOf(password)).toBe(fault);
});

test("short parts of an email address do not reject common words", async () => {
  expect(await faultOf("horizon-battery-staple", { name: "Li", email: "ho@example.com" })).toBeNull();
});

test("only passwords.ts hashes passwords", () => {
  const folder = new URL("../../", import.meta.url);
  const sources = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter(
    (file) => /\.tsx?$/.test(file) && !file.includes(".test.") && !file.includes("generated"),
  );
  const hashing = sources.filter((file) => /\bhashPassword\b/.test(readFileSync(new URL(file, folder), "utf8")));
  expect(hashing).toEqual(["server/auth/passwords.ts"]);
});
