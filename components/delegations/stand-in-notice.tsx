import { getTranslations } from "next-intl/server";
import { Notice } from "@/components/ui/notice";
import { formatIsoDate } from "@/lib/domain/units/format-date";
import type { Language } from "@/lib/i18n/languages";
import type { PersonNames } from "@/lib/views/account";
import type { DelegationView } from "@/lib/views/delegation";

interface StandInNoticeProps {
  readonly standIns: readonly DelegationView[];
  readonly person: PersonNames;
  readonly lang: Language;
}

/** For whom the reader of a desk stands in, in which role, and until when. */
export async function StandInNotice({ standIns, person, lang }: StandInNoticeProps) {
  const [t, admin] = await Promise.all([getTranslations("delegation"), getTranslations("admin")]);
  if (standIns.length === 0) return null;
  return (
    <div className="mb-6">
      <Notice>
        {standIns.map(({ id, absent, department, role, endsOn }) => (
          <p key={id}>
            {t("youStandIn", {
              name: person(absent),
              department: department[lang],
              role: admin(`roles.${role}`),
              day: formatIsoDate(endsOn, lang),
            })}
          </p>
        ))}
      </Notice>
    </div>
  );
}
