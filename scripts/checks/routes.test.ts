import { expect, it } from "vitest";
import { foreignStatement } from "./routes.mjs";

const RE_EXPORT = 'export { getEvidence as GET } from "@/lib/http/evidence";';

it("accepts re-exports from lib/http and literal segment config", () => {
  expect(
    foreignStatement(`${RE_EXPORT}\nexport const dynamic = "force-dynamic";\nexport const maxDuration = 60;\n`),
  ).toBe(null);
});

it.each([
  "export async function GET() {",
  "export const GET = getEvidence;",
  "export const maxDuration = limit();",
  'import { getEvidence } from "@/lib/http/evidence";',
  'export { getTarget as GET } from "@/lib/server/targets/detail";',
])("reports any other statement: %s", (statement) => {
  expect(foreignStatement(`${RE_EXPORT}\n${statement}\n`)).toBe(statement);
});
