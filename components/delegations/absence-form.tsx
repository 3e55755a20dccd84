import { getTranslations } from "next-intl/server";
import { ActionForm } from "@/components/forms/action-form";
import { ComboboxField } from "@/components/forms/combobox-field";
import { SubmitButton, TextField } from "@/components/forms/form-fields";
import { getFormWords } from "@/components/forms/get-form-words";
import { Checkbox } from "@/components/ui/checkbox";
import { FieldRows } from "@/components/ui/field";
import { delegateAction, endDelegationAction } from "@/lib/actions/delegations";
import { formatIsoDate } from "@/lib/domain/units/format-date";
import type { Language } from "@/lib/i18n/languages";
import type { PersonNames } from "@/lib/views/account";
import type { AbsenceView, DelegationView } from "@/lib/views/delegation";

interface OfAbsence {
  readonly absence: AbsenceView;
  readonly person: PersonNames;
  readonly lang: Language;
}

interface DelegationRowProps extends Pick<OfAbsence, "person" | "lang"> {
  readonly delegation: DelegationView;
}

async function DelegationRow({ delegation, person, lang }: DelegationRowProps) {
  const [t, admin, words] = await Promise.all([
    getTranslations("delegation"),
    getTranslations("admin"),
    getFormWords(),
  ]);
  const { id, department, role, startsOn, endsOn, hasStarted } = delegation;
  const [absent, to] = [person(delegation.absent), person(delegation.delegate)];
  return (
    <li className="flex flex-wrap items-baseline gap-x-4 gap-y-1 py-2">
      <span className="mr-auto">
        {t("standsIn", { to, absent, department: department[lang], role: admin(`roles.${role}`) })}
        <span className="block text-sm text-ink-soft tabular-nums">
          {t("days", { from: formatIsoDate(startsOn, lang), until: formatIsoDate(endsOn, lang) })}
          {!hasStarted && ` · ${t("notStarted")}`}
        </span>
      </span>
      <ActionForm
        action={endDelegationAction}
        words={words}
        toast={t("ended")}
        label={`${t("end")} ${to}`}
        confirmation={t("confirmEnd", { to, absent })}
      >
        <input type="hidden" name="delegationId" value={id} />
        <SubmitButton variant="danger">{t("end")}</SubmitButton>
      </ActionForm>
    </li>
  );
}

/** The delegations of one person, or those in which the person stands in for others. */
export function DelegationList({
  delegations,
  ...rest
}: Pick<OfAbsence, "person" | "lang"> & { readonly delegations: readonly DelegationView[] }) {
  if (delegations.length === 0) return null;
  return (
    <ul className="divide-y border-y">
      {delegations.map((one) => (
        <DelegationRow key={one.id} delegation={one} {...rest} />
      ))}
    </ul>
  );
}

/** Names a delegate for some or all roles of a person, from the first day of an absence to the last. */
export async function AbsenceForm({ absence, person, lang }: OfAbsence) {
  const [t, admin, words] = await Promise.all([
    getTranslations("delegation"),
    getTranslations("admin"),
    getFormWords(),
  ]);
  const { today, roles, candidates } = absence;
  const separator = lang === "en" ? ", " : "、";
  const options = candidates.map(({ id, name, departments }) => {
    const where = [...new Set(departments.map((one) => one[lang]))].join(separator);
    return { value: id, label: where === "" ? person(name) : t("candidate", { name: person(name), where }) };
  });
  const [only] = roles.length === 1 ? roles : [];
  return (
    <ActionForm action={delegateAction} words={words} label={t("title")} toast={t("done")}>
      {only !== undefined ? (
        <input type="hidden" name="membershipIds" value={only.membershipId} />
      ) : (
        <fieldset>
          <legend>{t("roles")}</legend>
          {roles.map(({ membershipId, department, role }) => (
            <Checkbox key={membershipId} name="membershipIds" value={membershipId} defaultChecked>
              {department[lang]} {admin(`roles.${role}`)}
            </Checkbox>
          ))}
        </fieldset>
      )}
      <ComboboxField
        name="delegateId"
        label={t("delegate")}
        hint={t("delegateHint")}
        options={[{ value: "", label: t("nobody") }, ...options]}
      />
      <FieldRows>
        <TextField type="date" name="startsOn" label={t("startsOn")} value={today} />
        <TextField type="date" name="endsOn" label={t("endsOn")} hint={t("endsOnHint")} />
      </FieldRows>
      <SubmitButton variant="secondary">{t("submit")}</SubmitButton>
    </ActionForm>
  );
}
