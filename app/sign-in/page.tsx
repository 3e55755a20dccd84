import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { DemoAccounts } from "@/components/auth/demo-accounts";
import { SignInForm } from "@/components/auth/sign-in-form";
import { getLanguage } from "@/lib/i18n/preferences";
import { instantOrNull, localPath, SIGN_IN_FAULTS } from "@/lib/schemas/sign-in";
import { listDemoUsers } from "@/lib/server/auth/demo-list";

interface SignInPageProps {
  readonly searchParams: Promise<{
    next?: string | string[];
    error?: string | string[];
    until?: string | string[];
    notice?: string;
  }>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("auth"))("title") };
}

export default async function SignInPage({ searchParams }: SignInPageProps) {
  const [params, lang, t, users] = await Promise.all([
    searchParams,
    getLanguage(),
    getTranslations("auth"),
    listDemoUsers(),
  ]);
  const next = localPath(params.next);
  return (
    <div className="grid gap-8">
      <h1>{t("title")}</h1>
      {params.error === "demo" && <p role="alert">{t("demoRefused")}</p>}
      {params.notice === "password-set" && <p role="status">{t("passwordSet")}</p>}
      {users.length > 0 && <DemoAccounts users={users} next={next} lang={lang} />}
      <section className="grid gap-3">
        <h2 className="border-b pb-1">{t("passwordTitle")}</h2>
        <SignInForm
          next={next}
          error={SIGN_IN_FAULTS.find((fault) => fault === params.error) ?? null}
          until={instantOrNull(params.until)}
        />
        <p>
          <Link href="/forgot-password" prefetch={false} className="underline">
            {t("forgot")}
          </Link>
        </p>
        <p className="text-sm text-ink-soft">{t("noAccount")}</p>
      </section>
    </div>
  );
}
