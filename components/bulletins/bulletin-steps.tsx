import { getTranslations } from "next-intl/server";
import { ActionForm, Submit } from "@/components/forms/action-form";
import { getFormWords } from "@/components/forms/get-form-words";
import { transitionBulletinAction } from "@/lib/actions/bulletins";
import { getPersonNames } from "@/lib/i18n/person-names";
import type { BulletinTransition } from "@/lib/schemas/bulletin";
import type { BulletinState, BulletinView } from "@/lib/server/bulletins/data";

const OPEN: Readonly<Record<BulletinState, readonly BulletinTransition[]>> = {
  draft: ["sign", "discard"],
  signed: ["publish", "reopen"],
  published: [],
  discarded: [],
};
/** What cannot be taken back is asked for once more. */
const GRAVE: readonly BulletinTransition[] = ["publish", "discard"];

/** Where the bulletin stands and the office's next steps with it. */
export async function BulletinSteps({ view }: { readonly view: BulletinView }) {
  const [t, words, person] = await Promise.all([getTranslations("bulletins"), getFormWords(), getPersonNames()]);
  return (
    <section className="flex flex-wrap items-start gap-3 print:hidden">
      <p className="py-2">
        <strong>{t(`states.${view.state}`)}</strong>{" "}
        <span className="text-ink-soft">
          {view.signer === null ? t("by", { name: person(view.author) }) : t("signedBy", { name: person(view.signer) })}
        </span>
      </p>
      {OPEN[view.state].map((step) => (
        <ActionForm
          key={step}
          action={transitionBulletinAction}
          words={words}
          label={t(`steps.${step}`)}
          confirmation={GRAVE.includes(step) ? t(`confirm.${step === "publish" ? "publish" : "discard"}`) : undefined}
        >
          <input type="hidden" name="id" value={view.id} />
          <input type="hidden" name="version" value={view.version} />
          <input type="hidden" name="step" value={step} />
          <Submit tone={step === "discard" ? "grave" : step === "reopen" ? "plain" : "main"}>
            {t(`steps.${step}`)}
          </Submit>
        </ActionForm>
      ))}
    </section>
  );
}
