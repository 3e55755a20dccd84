import { getTranslations } from "next-intl/server";
import { ActionForm } from "@/components/forms/action-form";
import { SubmitButton } from "@/components/forms/form-fields";
import { getFormWords } from "@/components/forms/get-form-words";
import { Notice } from "@/components/ui/notice";
import { transitionBulletinAction } from "@/lib/actions/bulletins";
import { listMissingTexts, sectionHeading } from "@/lib/bulletins/document";
import { getLanguage } from "@/lib/i18n/preferences";
import { getTranslator } from "@/lib/i18n/translator";
import type { BulletinTransition } from "@/lib/schemas/bulletin";
import type { PersonNames } from "@/lib/views/account";
import type { BulletinState, BulletinView } from "@/lib/views/bulletin";

const OPEN: Readonly<Record<BulletinState, readonly BulletinTransition[]>> = {
  draft: ["sign", "discard"],
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

/** What a signer should know first: texts in one language only, and that the reader drafted the bulletin. */
async function Warnings({ view }: Pick<BulletinStepsProps, "view">) {
  const [t, lang] = await Promise.all([getTranslations("bulletins"), getLanguage()]);
  const missing = listMissingTexts(view.bulletin);
  if (view.state !== "draft" || (missing.length === 0 && !view.isOwnDraft)) return null;
  const all = getTranslator(lang);
  const parts = missing.map(({ key, lang: without }) =>
    t("missingText", {
      part: key === "closing" ? t("closing") : sectionHeading(view.bulletin, key, lang),
      language: t(`languages.${without}`),
    }),
  );
  return (
    <Notice role="note">
      {missing.length > 0 && <p>{t("missingTexts", { parts: parts.join(all("punctuation.enumeration")) })}</p>}
      {view.isOwnDraft && <p>{t("ownDraft")}</p>}
    </Notice>
  );
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
            {view.signer === null
              ? t("by", { name: person(view.author) })
              : t("signedBy", { name: person(view.signer) })}
          </span>
        </p>
        {OPEN[view.state].map((step) => (
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
            <SubmitButton variant={step === "discard" ? "danger" : step === "reopen" ? "secondary" : "primary"}>
              {t(`steps.${step}`)}
            </SubmitButton>
          </ActionForm>
        ))}
      </section>
    </div>
  );
}
