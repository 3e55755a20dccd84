import { connection } from "next/server";
import { checkHealth } from "@/lib/server/health/check";

export async function GET(): Promise<Response> {
  await connection();
  const health = await checkHealth();
  const headers = { "cache-control": "no-store" };
  return Response.json(health, { status: health.status === "ok" ? 200 : 503, headers });
}
