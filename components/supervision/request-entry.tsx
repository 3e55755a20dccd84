import { getTranslations } from "next-intl/server";
import { ForPerson } from "@/components/delegations/for-person";
import { ActionForm } from "@/components/forms/action-form";
import { AreaField, SelectField, SubmitButton } from "@/components/forms/form-fields";
import { getFormWords } from "@/components/forms/get-form-words";
import { DayLink } from "@/components/layout/day-link";
import { RevisedTerms } from "@/components/targets/revised-terms";
import { TypedText } from "@/components/ui/typed-text";
import { decideRequestAction } from "@/lib/actions/targets";
import { toCityDay } from "@/lib/domain/calendar/city-day";
import type { Actor } from "@/lib/domain/permissions/actor";
import { can, type Scope } from "@/lib/domain/permissions/can";
import { VERDICTS } from "@/lib/domain/targets/types";
import { formatIsoDate } from "@/lib/domain/units/format-date";
import type { Language } from "@/lib/i18n/languages";
import type { PersonNames } from "@/lib/views/account";
import type { RequestView } from "@/lib/views/request";

interface RequestEntryProps {
  readonly request: RequestView;
  readonly actor: Actor;
  readonly person: PersonNames;
  readonly lang: Language;
  readonly showTarget: boolean;
}

async function Decision({ request, may }: { request: RequestView; may: "decide" | "cancel" }) {
  const [t, words] = await Promise.all([getTranslations("life"), getFormWords()]);
  const options = VERDICTS.map((one) => ({ value: one, label: t(`verdicts.${one}`) }));
  return (
    <ActionForm action={decideRequestAction} words={words}>
      <input type="hidden" name="requestId" value={request.id} />
      <input type="hidden" name="version" value={request.version} />
      {may === "cancel" ? (
        <SubmitButton name="decision" value="cancel" variant="secondary">
          {t("cancelRequest")}
        </SubmitButton>
      ) : (
        <>
          {request.kind === "closing" && <SelectField name="verdict" label={t("verdict")} options={options} />}
          <AreaField name="note" label={t("decisionNote")} rows={2} />
          <div className="flex flex-wrap gap-3">
            <SubmitButton name="decision" value="approve">
              {t("approveRequest")}
            </SubmitButton>
            <SubmitButton name="decision" value="refuse" variant="secondary">
              {t("refuseRequest")}
            </SubmitButton>
          </div>
        </>
      )}
    </ActionForm>
  );
}

/** A department's request next to the current terms, and the decision form for readers who may decide. */
export async function RequestEntry({ request, actor, person, lang, showTarget }: RequestEntryProps) {
  const t = await getTranslations("life");
  const { kind, state, proposed, current, requester, requestedAt, reason, authority, decider, decidedAt } = request;
  const requestScope: Scope = { ...request.scope, request: { requesterId: request.requesterId, state } };
  const decides = can(actor, "request.refuse", requestScope);
  return (
    <li className="grid gap-2 py-3">
      <p>
        <strong>{t(`requestKinds.${kind}`)}</strong> · {t(`requestStates.${state}`)} · {person(requester)} ·{" "}
        {formatIsoDate(toCityDay(requestedAt), lang)}
      </p>
      {showTarget && (
        <DayLink href={`/targets/${request.code}`} prefetch={false} className="underline">
          {request.code} {request.title[lang]}
        </DayLink>
      )}
      {showTarget && <ForPerson name={request.standsInFor} person={person} />}
      <RevisedTerms
        before={current}
        after={proposed}
        kind={request.metricKind}
        unit={request.unit}
        unitEn={request.unitEn}
        precision={request.precision}
        stepTitles={request.stepTitles}
        departmentNames={{}}
        lang={lang}
      />
      <TypedText text={reason} />
      {authority !== "" && <p className="text-sm text-ink-soft">{authority}</p>}
      {decider !== null && decidedAt !== null && (
        <p className="text-sm text-ink-soft">
          {[person(decider), formatIsoDate(toCityDay(decidedAt), lang), request.decisionNote]
            .filter(Boolean)
            .join(" · ")}
        </p>
      )}
      {decides && <Decision request={request} may="decide" />}
      {can(actor, "request.cancel", requestScope) && <Decision request={request} may="cancel" />}
    </li>
  );
}
