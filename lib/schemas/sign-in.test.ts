import { expect, test } from "vitest";
import { localPath } from "@/lib/schemas/sign-in";

test.each([
  ["/my", "/my"],
  ["/targets/NT-T01?asOf=2023-08-31", "/targets/NT-T01?asOf=2023-08-31"],
  ["//evil.example", "/desk"],
  ["/\\evil.example", "/desk"],
  ["https://evil.example/", "/desk"],
  ["javascript:alert(1)", "/desk"],
  ["/\t/evil.example", "/desk"],
  [undefined, "/desk"],
])("after signing in, %s leads to %s", (next, path) => {
  expect(localPath(next)).toBe(path);
});
