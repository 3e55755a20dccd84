import type { Metadata } from "next";
import { MethodGuide } from "@/components/method/method-guide";
import { getLanguage } from "@/lib/i18n/preferences";
import { methodDocument } from "@/lib/wording/method-document";

export async function generateMetadata(): Promise<Metadata> {
  return { title: methodDocument(await getLanguage()).title };
}

export default async function MethodPage() {
  const lang = await getLanguage();
  return <MethodGuide document={methodDocument(lang)} lang={lang} />;
}
