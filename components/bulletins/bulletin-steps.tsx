import { getTranslations } from "next-intl/server";
import { ActionForm } from "@/components/forms/action-form";
import { SubmitButton } from "@/components/forms/form-fields";
import { getFormWords } from "@/components/forms/get-form-words";
import { Notice } from "@/components/ui/notice";
import { transitionBulletinAction } from "@/lib/actions/bulletins";
import { type Bulletin, sectionHeading } from "@/lib/bulletins/document";
import { listMissingTexts, listUsualHeadings, type MissingText } from "@/lib/bulletins/missing-texts";
import type { Language } from "@/lib/i18n/languages";
import { getLanguage } from "@/lib/i18n/preferences";
import { getTranslator } from "@/lib/i18n/translator";
import type { BulletinTransition } from "@/lib/schemas/bulletin";
import type { PersonNames } from "@/lib/views/account";
import type { BulletinState, BulletinView } from "@/lib/views/bulletin";

const OPEN: Readonly<Record<BulletinState, readonly BulletinTransition[]>> = {
  draft: ["check", "sign", "discard"],
  signed: ["publish", "reopen"],
  published: [],
  discarded: [],
};
/** Irreversible steps need a confirmation. */
const CONFIRMED: readonly BulletinTransition[] = ["publish", "discard"];

interface BulletinStepsProps {
  readonly view: BulletinView;
  readonly person: PersonNames;
}

/** Further targets are counted. */
const MOST_CODES = 5;

function partName(missing: MissingText, bulletin: Bulletin, lang: Language): string {
  const t = getTranslator(lang);
  if (missing.part === "line") return t(`bulletins.missingParts.${missing.key}`);
  if (missing.part === "text")
    return missing.key === "closing" ? t("bulletins.closing") : sectionHeading(bulletin, missing.key, lang);
  const { codes } = missing;
  const list = codes.slice(0, MOST_CODES).join(t("punctuation.enumeration"));
  return t("bulletins.missingParts.titles", {
    count: codes.length,
    list,
    more: codes.length > MOST_CODES ? "yes" : "no",
  });
}

/** What a signer should know first: texts in one language only, and whether other people should check and sign. */
async function Warnings({ view }: Pick<BulletinStepsProps, "view">) {
  const [t, lang] = await Promise.all([getTranslations("bulletins"), getLanguage()]);
  const missing = listMissingTexts(view.bulletin);
  const usual = listUsualHeadings(view.bulletin);
  const { separation } = view.bulletin.template;
  const problems = separation === "off" ? [] : view.problems.sign;
  if (view.state !== "draft" || missing.length + usual.length + problems.length === 0) return null;
  const all = getTranslator(lang);
  const parts = missing.map((one) =>
    t("missingText", { part: partName(one, view.bulletin, lang), language: t(`languages.${one.lang}`) }),
  );
  const headings = usual.map(({ key, lang: other }) =>
    t("usualHeading", { heading: sectionHeading(view.bulletin, key, lang), language: t(`languages.${other}`) }),
  );
  return (
    <Notice role="note">
      {missing.length > 0 && <p>{t("missingTexts", { parts: parts.join(all("punctuation.enumeration")) })}</p>}
      {usual.length > 0 && <p>{t("usualHeadings", { headings: headings.join(all("punctuation.enumeration")) })}</p>}
      {problems.map((problem) => (
        <p key={problem}>{t(`problems.${problem}`)}</p>
      ))}
      {problems.length > 0 && <p>{t(separation === "enforced" ? "separationEnforced" : "separationWarned")}</p>}
    </Notice>
  );
}

/** Where the office requires different people, a step that the reader may not take is not offered. */
function isOpen({ bulletin, problems }: BulletinView, step: BulletinTransition): boolean {
  if (bulletin.template.separation !== "enforced" || (step !== "check" && step !== "sign")) return true;
  return problems[step].length === 0;
}

function isPrimary(step: BulletinTransition): boolean {
  return step === "sign" || step === "publish";
}

/** The bulletin's state and its possible transitions. */
export async function BulletinSteps({ view, person }: BulletinStepsProps) {
  const [t, words] = await Promise.all([getTranslations("bulletins"), getFormWords()]);
  return (
    <div className="grid grid-cols-1 gap-3 print:hidden">
      <Warnings view={view} />
      <section className="flex flex-wrap items-start gap-3">
        <p className="py-2">
          <strong>{t(`states.${view.state}`)}</strong>{" "}
          <span className="text-ink-soft">
            {t("by", { name: person(view.author) })}
            {view.checker !== null && ` · ${t("checkedBy", { name: person(view.checker) })}`}
            {view.signer !== null && ` · ${t("signedBy", { name: person(view.signer) })}`}
          </span>
        </p>
        {OPEN[view.state]
          .filter((step) => isOpen(view, step))
          .map((step) => (
            <ActionForm
              key={step}
              action={transitionBulletinAction}
              words={words}
              label={t(`steps.${step}`)}
              confirmation={
                CONFIRMED.includes(step) ? t(`confirm.${step === "publish" ? "publish" : "discard"}`) : undefined
              }
            >
              <input type="hidden" name="id" value={view.id} />
              <input type="hidden" name="version" value={view.version} />
              <input type="hidden" name="step" value={step} />
              <SubmitButton variant={step === "discard" ? "danger" : isPrimary(step) ? "primary" : "secondary"}>
                {t(`steps.${step}`)}
              </SubmitButton>
            </ActionForm>
          ))}
      </section>
    </div>
  );
}
