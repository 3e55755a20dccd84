import { getTranslations } from "next-intl/server";
import { AbsenceForm, DelegationList } from "@/components/delegations/absence-form";
import type { Language } from "@/lib/i18n/languages";
import type { PersonNames } from "@/lib/views/account";
import type { AbsenceView } from "@/lib/views/delegation";

interface AbsenceSettingsProps {
  readonly absence: AbsenceView;
  readonly person: PersonNames;
  readonly lang: Language;
}

/** Who stands in for the user, for whom the user stands in, and the form for an absence. */
export async function AbsenceSettings({ absence, person, lang }: AbsenceSettingsProps) {
  const t = await getTranslations("delegation");
  const { roles, delegations, standsInFor } = absence;
  return (
    <div className="on-paper mx-auto grid max-w-xl gap-8">
      <div className="grid gap-2">
        <h1>{t("title")}</h1>
        <p>{t("lead")}</p>
      </div>
      {standsInFor.length > 0 && (
        <section className="grid gap-3">
          <h2>{t("forOthers")}</h2>
          <DelegationList delegations={standsInFor} person={person} lang={lang} />
        </section>
      )}
      <section className="grid gap-3">
        <h2>{t("mine")}</h2>
        {roles.length === 0 ? <p className="text-ink-soft">{t("noRole")}</p> : null}
        <DelegationList delegations={delegations} person={person} lang={lang} />
        {roles.length > 0 && <AbsenceForm absence={absence} person={person} lang={lang} />}
      </section>
    </div>
  );
}
