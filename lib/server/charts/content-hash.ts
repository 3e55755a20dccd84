// A short fingerprint of a chart's content: equal content has an equal hash.
import "server-only";
import { createHash } from "node:crypto";
import type { ChartModel } from "@/lib/charts/model/chart-model";

const known = new WeakMap<ChartModel, string>();

/** SHA-256 over the model, as base64url. The hash of a cached model is computed once. */
export function contentHash(model: ChartModel): string {
  const found = known.get(model) ?? createHash("sha256").update(JSON.stringify(model)).digest("base64url");
  known.set(model, found);
  return found;
}
