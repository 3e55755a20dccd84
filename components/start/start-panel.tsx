import { getTranslations } from "next-intl/server";
import { PlainForm } from "@/components/forms/plain-form";
import { NextStep } from "@/components/start/next-step";
import { PendingButton } from "@/components/ui/pending-button";
import { dismissTourAction } from "@/lib/actions/settings";
import type { Actor } from "@/lib/domain/permissions/actor";
import { isStepDone, START_STEPS } from "@/lib/domain/start/start-steps";
import type { StartState } from "@/lib/views/start";

interface StartPanelProps {
  /** Null: nothing is shown. */
  readonly start: StartState | null;
  readonly actor: Actor;
}

/** On a desk until all steps are done or the user hides it: how far the installation is, and the next step. */
export async function StartPanel({ start, actor }: StartPanelProps) {
  if (start === null) return null;
  const t = await getTranslations("start");
  const done = START_STEPS.filter((step) => isStepDone(step, start)).length;
  return (
    <aside aria-labelledby="start" className="mb-6 grid gap-2 border-l-2 border-ink-soft bg-surface p-4 print:hidden">
      <p id="start" className="font-bold tabular-nums">
        {t("panel.progress", { done, total: START_STEPS.length })}
      </p>
      <NextStep start={start} actor={actor} />
      <PlainForm action={dismissTourAction} className="flex flex-wrap items-center gap-x-4 gap-y-1">
        <PendingButton name="tour" value="start" size="sm">
          {t("panel.dismiss")}
        </PendingButton>
        <span className="text-sm text-ink-soft">{t("panel.recallHint")}</span>
      </PlainForm>
    </aside>
  );
}
