import { getTranslations } from "next-intl/server";
import { RevisedTerms } from "@/components/targets/revised-terms";
import { signatoryText } from "@/components/targets/signatory-text";
import type { TargetPartProps } from "@/components/targets/target-promise";
import { ListSection } from "@/components/ui/list-section";
import { toCityDay } from "@/lib/domain/calendar/city-day";
import { type RevisableTerms, termsBefore, toRevisableTerms } from "@/lib/domain/targets/revisions";
import { formatIsoDate } from "@/lib/domain/units/format-date";
import { revisedTermsSchema } from "@/lib/schemas/revision";
import type { PersonNames } from "@/lib/views/account";

/** The revisions of the terms, field by field, with reason and authorizing document. */
export async function TargetRevisions({ target, lang, person }: TargetPartProps & { readonly person: PersonNames }) {
  const t = await getTranslations("target");
  const { unit, unitEn, precision } = target.metric;
  const before = termsBefore(
    toRevisableTerms(target.terms),
    target.revisions.map((one) => ({ before: revisedTermsSchema.parse(one.before) as Partial<RevisableTerms> })),
  );
  const stepTitles = Object.fromEntries(
    target.steps.map((step) => [step.key, { "zh-CN": step.title, en: step.titleEn }]),
  );
  return (
    <ListSection title={t("revisions")} none={t("revisionsNone")} count={target.revisions.length}>
      {target.revisions.map(({ id, before: replaced, after, revisedAt, reason, authority, author }, index) => (
        <li key={id} className="grid gap-1 py-2">
          <RevisedTerms
            before={{ ...before[index], ...replaced }}
            after={after}
            kind={target.terms.kind}
            unit={unit}
            unitEn={unitEn}
            precision={precision}
            stepTitles={stepTitles}
            departmentNames={target.departmentNames}
            lang={lang}
          />
          <p className="text-sm text-ink-soft">
            {[formatIsoDate(toCityDay(revisedAt), lang), reason, authority, signatoryText(author, person, lang)].join(
              " · ",
            )}
          </p>
        </li>
      ))}
    </ListSection>
  );
}
