import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { ForgotForm } from "@/components/auth/forgot-form";
import { getFormWords } from "@/components/forms/get-form-words";
import { getSender } from "@/lib/server/mail";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("auth"))("forgotTitle"), robots: { index: false } };
}

export default async function ForgotPasswordPage() {
  const [t, words] = await Promise.all([getTranslations("auth"), getFormWords()]);
  const labels = { email: t("email"), submit: t("forgotSubmit"), sent: t("forgotSent") };
  const sendsMail = getSender() !== null;
  return (
    <div className="mx-auto grid max-w-sm gap-4">
      <h1>{t("forgotTitle")}</h1>
      <p>{t(sendsMail ? "forgotLead" : "forgotNoMail")}</p>
      {sendsMail && <ForgotForm words={words} labels={labels} />}
      <Link href="/sign-in" prefetch={false} className="underline">
        {t("backToSignIn")}
      </Link>
    </div>
  );
}
