import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { RulesPage } from "@/components/admin/rules-page";
import { NotAllowed } from "@/components/auth/not-allowed";
import { getLanguage } from "@/lib/i18n/preferences";
import { readBounds } from "@/lib/schemas/rules";
import { getRules, previewRules } from "@/lib/server/admin/rules";
import { redirectToSignIn } from "@/lib/server/auth/redirect-to-sign-in";
import { getContext } from "@/lib/server/context";

interface RulesPageProps {
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("admin"))("rules") };
}

export default async function Rules({ searchParams }: RulesPageProps) {
  const [query, context, lang] = await Promise.all([searchParams, getContext(), getLanguage()]);
  if (context.actor.kind === "visitor") return redirectToSignIn("/admin/rules", searchParams);
  const rules = await getRules(context);
  if (rules === null) return <NotAllowed />;
  const requested = Object.fromEntries(Object.entries(query).map(([field, text]) => [field, String(text ?? "")]));
  const hasRequest = "aheadFrom" in requested;
  const bounds = readBounds(requested);
  const shown = bounds.ok ? await previewRules(bounds.value, context) : null;
  const preview = hasRequest ? shown : undefined;
  return <RulesPage rules={rules} requested={hasRequest ? requested : null} preview={preview} lang={lang} />;
}
