// What people are called on the page. Guatu keeps one name a person; a demo account is a role, and is called by it.
import "server-only";
import { cache } from "react";
import { getLanguage } from "@/lib/i18n/preferences";
import { listDemoNames } from "@/lib/server/auth/demo-list";
import type { PersonNames } from "@/lib/views/account";

/** From the kept name to the one in the reader's language. */
export const getPersonNames = cache(async (): Promise<PersonNames> => {
  if ((await getLanguage()) === "zh-CN") return (name) => name;
  const english = await listDemoNames();
  return (name) => english.get(name) ?? name;
});
