// The names of users as pages show them. Guatu stores one name per user; a demo account is shown as its role.
import "server-only";
import { cache } from "react";
import { getLanguage } from "@/lib/i18n/preferences";
import { listDemoNames } from "@/lib/server/auth/demo-list";
import type { PersonNames } from "@/lib/views/account";

/** Stored name → name in the reader's language. */
export const getPersonNames = cache(async (): Promise<PersonNames> => {
  if ((await getLanguage()) === "zh-CN") return (name) => name;
  const english = await listDemoNames();
  return (name) => english.get(name) ?? name;
});
