import { expect, test } from "vitest";
import { fileError, MAX_FILE_BYTES, storedFileName } from "@/lib/domain/evidence/file-kinds";

test.each([
  ["进度说明.pdf", 10, "application/pdf", null],
  ["照片.JPG", 10, "image/jpeg", null],
  ["台账.xls", 10, "application/x-cfb", null],
  ["a.pdf", 0, "application/pdf", "empty"],
  ["a.pdf", MAX_FILE_BYTES + 1, "application/pdf", "too-large"],
  ["a.pdf", 10, null, "kind-not-taken"],
  ["a.exe", 10, "application/x-msdownload", "kind-not-taken"],
  ["a.pdf", 10, "image/png", "name-does-not-fit"],
  ["page.html", 10, "application/pdf", "name-does-not-fit"],
  ["..", 10, "application/pdf", "name-does-not-fit"],
  ["/", 10, "application/pdf", "no-name"],
] as const)("%s of %i bytes detected as %s: %s", (name, size, found, fault) => {
  expect(fileError(name, size, found)).toBe(fault);
});

test("storedFileName removes paths and invisible characters and preserves the script", () => {
  expect(storedFileName("C:\\temp\\第三季度 进度.pdf")).toBe("第三季度 进度.pdf");
  expect(storedFileName("../../etc/pass\u0000wd\u202Efdp.pdf")).toBe("passwdfdp.pdf");
  const long = storedFileName(`${"长".repeat(300)}.docx`);
  expect([long.length, long.endsWith(".docx")]).toEqual([200, true]);
});
