import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { NotAllowed } from "@/components/auth/not-allowed";
import { SignForTarget } from "@/components/targets/sign-for-target";
import type { IsoDate } from "@/lib/domain/calendar/iso-date";
import type { Actor } from "@/lib/domain/permissions/actor";
import { can } from "@/lib/domain/permissions/can";
import { scopeOf } from "@/lib/domain/permissions/scope";
import type { Language } from "@/lib/i18n/languages";
import type { TargetDetail } from "@/lib/views/target-detail";

interface ReportUnavailableProps {
  readonly target: TargetDetail | null;
  readonly actor: Actor;
  readonly today: IsoDate;
  readonly lang: Language;
}

/** Why there is no form: the target must be received first, or the account has no permission. */
export async function ReportUnavailable({ target, actor, today, lang }: ReportUnavailableProps) {
  if (target === null || !can(actor, "target.receive", { target: scopeOf(target) })) return <NotAllowed />;
  const t = await getTranslations("report");
  return (
    <div className="grid gap-3">
      <h1>{t("title", { target: target.title[lang] })}</h1>
      <SignForTarget target={target} today={today} lang={lang} />
      <p>
        <Link href={`/targets/${target.code}`} className="underline" prefetch={false}>
          {target.code} {target.title[lang]}
        </Link>
      </p>
    </div>
  );
}
