import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { getFormWords } from "@/components/forms/get-form-words";
import { SandboxForm } from "@/components/sandbox/sandbox-form";
import { PageHeader } from "@/components/ui/page-header";
import { readSandboxTableAction } from "@/lib/actions/sandbox";
import { env } from "@/lib/server/env";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("sandbox"))("title"), robots: { index: false } };
}

/** The demo only: an office's own table, read without an account. */
export default async function TryPage() {
  if (env.GUATU_MODE !== "demo") notFound();
  const [t, words] = await Promise.all([getTranslations("sandbox"), getFormWords()]);
  return (
    <div className="on-paper grid grid-cols-1 gap-6">
      <PageHeader title={t("title")} lead={t("lead")} />
      <p className="max-w-3xl">{t("privacy")}</p>
      <SandboxForm
        action={readSandboxTableAction}
        words={words}
        texts={{ label: t("title"), file: t("file"), hint: t("hint"), read: t("read") }}
      />
      <p>
        <a href="/start/samples/task-table.xlsx" className="underline">
          {t("sample")}
        </a>
      </p>
    </div>
  );
}
