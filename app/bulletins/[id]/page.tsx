import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { BulletinFiles } from "@/components/bulletins/bulletin-files";
import { BulletinMails } from "@/components/bulletins/bulletin-mails";
import { BulletinPages } from "@/components/bulletins/bulletin-pages";
import { BulletinSteps } from "@/components/bulletins/bulletin-steps";
import { bulletinDocument } from "@/lib/bulletins/document";
import { can } from "@/lib/domain/permissions/can";
import { getLanguage } from "@/lib/i18n/preferences";
import { getPersonNames } from "@/lib/server/accounts/person-names";
import { getBulletin } from "@/lib/server/bulletins/data";
import { listCurrentFiles } from "@/lib/server/bulletins/files";
import { listMails } from "@/lib/server/bulletins/mails";
import { getContext } from "@/lib/server/context";

interface BulletinPageProps {
  readonly params: Promise<{ id: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("bulletins"))("title") };
}

export default async function BulletinPage({ params }: BulletinPageProps) {
  const [{ id }, context, lang] = await Promise.all([params, getContext(), getLanguage()]);
  const view = await getBulletin(id, context);
  if (view === null) notFound();
  const mayWrite = can(context.actor, "bulletin.write", null);
  const [files, person, mails] = await Promise.all([
    listCurrentFiles(view),
    getPersonNames(),
    mayWrite ? listMails(id) : [],
  ]);
  return (
    <div className="grid grid-cols-1 gap-6">
      {mayWrite && <BulletinSteps view={view} person={person} />}
      <BulletinFiles id={id} files={files} lang={lang} canGenerate={context.actor.kind === "user"} />
      {mayWrite && view.state === "published" && <BulletinMails id={id} mails={mails} person={person} lang={lang} />}
      <BulletinPages
        id={id}
        version={view.version}
        document={bulletinDocument(view.bulletin, view.errata, lang)}
        mayEdit={mayWrite && view.state === "draft"}
      />
    </div>
  );
}
