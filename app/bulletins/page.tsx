import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { BulletinList } from "@/components/bulletins/bulletin-list";
import { NewBulletinForm } from "@/components/bulletins/new-bulletin-form";
import { NextStep } from "@/components/start/next-step";
import { can } from "@/lib/domain/permissions/can";
import { getLanguage } from "@/lib/i18n/preferences";
import { listBulletins, listTemplates } from "@/lib/server/bulletins/data";
import { getContext } from "@/lib/server/context";
import { listDepartments } from "@/lib/server/departments/data";
import { getStart } from "@/lib/server/start/data";

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
      {bulletins.length === 0 && <NextStep start={await getStart(context)} actor={context.actor} />}
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
