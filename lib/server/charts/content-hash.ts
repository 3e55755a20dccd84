// What a chart shows, as a short text: the same content has the same one.
import "server-only";
import { createHash } from "node:crypto";
import type { ChartModel } from "@/lib/charts/model/chart-model";

const known = new WeakMap<ChartModel, string>();

/** SHA-256 over the model, as base64url. Models that are kept are hashed once. */
export function contentHash(model: ChartModel): string {
  const found = known.get(model) ?? createHash("sha256").update(JSON.stringify(model)).digest("base64url");
  known.set(model, found);
  return found;
}
