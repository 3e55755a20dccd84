import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { BulletinList } from "@/components/bulletins/bulletin-list";
import { NewBulletinForm } from "@/components/bulletins/new-bulletin-form";
import { can } from "@/lib/domain/permissions/can";
import { getLanguage } from "@/lib/i18n/preferences";
import { listBulletins, listTemplates } from "@/lib/server/bulletins/data";
import { getContext } from "@/lib/server/context";
import { listDepartments } from "@/lib/server/departments/data";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("bulletins"))("title") };
}

export default async function BulletinsPage() {
  const [context, lang] = await Promise.all([getContext(), getLanguage()]);
  const mayWrite = can(context.actor, "bulletin.write", null);
  const [bulletins, templates, departments] = await Promise.all([
    listBulletins(context),
    mayWrite ? listTemplates() : [],
    mayWrite ? listDepartments(context) : [],
  ]);
  return (
    <div className="grid gap-6">
      <BulletinList bulletins={bulletins} lang={lang} />
      {mayWrite && (
        <NewBulletinForm
          templates={templates}
          departments={departments.filter((one) => one.total > 0)}
          today={context.clock.today}
          lang={lang}
        />
      )}
    </div>
  );
}
