// Signs the own words of a chart (title, notes, source, footnote), so that only signed-in users make figures that show them
// as words of the office.
import "server-only";
import { createHmac, timingSafeEqual } from "node:crypto";
import { type ChartQuery, ownWords } from "@/lib/schemas/chart-query";
import { env, sessionSecret } from "@/lib/server/env";
import type { ChartSubject } from "@/lib/views/chart";

/** For this chart and these words only. */
export function signWords(subject: ChartSubject, query: ChartQuery): string {
  return createHmac("sha256", sessionSecret(env))
    .update(JSON.stringify(["chart words", subject, ownWords(query)]))
    .digest("base64url");
}

export function isSignedChart(subject: ChartSubject, query: ChartQuery): boolean {
  if (query.sig === undefined) return false;
  const [given, expected] = [Buffer.from(query.sig), Buffer.from(signWords(subject, query))];
  return given.length === expected.length && timingSafeEqual(given, expected);
}
