// Redirects a visitor to the sign-in page, which returns to the full URL.
import "server-only";
import { redirect } from "next/navigation";

export type Query = Readonly<Record<string, string | string[] | undefined>>;

export interface WithQuery {
  readonly searchParams: Promise<Query>;
}

/** @param path the page's own path, encoded */
export async function redirectToSignIn(path: string, searchParams: Promise<Query>): Promise<never> {
  const pairs = Object.entries(await searchParams).flatMap(([name, value]) =>
    [value ?? []].flat().map((one): [string, string] => [name, one]),
  );
  const query = new URLSearchParams(pairs).toString();
  redirect(`/sign-in?next=${encodeURIComponent(query === "" ? path : `${path}?${query}`)}`);
}
