// Signs the own words of a chart (title, notes, source, footnote) and its logo, so that only signed-in users
// make figures that show them as those of the office.
import "server-only";
import { createHmac, timingSafeEqual } from "node:crypto";
import { type ChartQuery, ownWords, type StudioQuery } from "@/lib/schemas/chart-query";
import type { Context } from "@/lib/server/context";
import { env, sessionSecret } from "@/lib/server/env";
import type { ChartSubject } from "@/lib/views/chart";

/** For this chart and these words only. */
export function signWords(subject: ChartSubject, query: ChartQuery): string {
  return createHmac("sha256", sessionSecret(env))
    .update(JSON.stringify(["chart words", subject, ownWords(query)]))
    .digest("base64url");
}

/**
 * The query as its user may show it: what a signed-in user writes is signed, with the logos that they may use. A logo of
 * others stays where the address is already signed.
 */
export function signQuery(
  subject: ChartSubject,
  query: StudioQuery,
  { actor }: Pick<Context, "actor">,
  logos: ReadonlySet<string>,
): StudioQuery {
  if (isSignedChart(subject, query)) return query;
  const isOwnLogo = actor.kind === "user" && query.logo !== undefined && logos.has(query.logo);
  const own = { ...query, logo: isOwnLogo ? query.logo : undefined };
  return actor.kind === "user" && ownWords(own).length > 0 ? { ...own, sig: signWords(subject, own) } : own;
}

export function isSignedChart(subject: ChartSubject, query: ChartQuery): boolean {
  if (query.sig === undefined) return false;
  const [given, expected] = [Buffer.from(query.sig), Buffer.from(signWords(subject, query))];
  return given.length === expected.length && timingSafeEqual(given, expected);
}
