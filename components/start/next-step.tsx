import { getTranslations } from "next-intl/server";
import { DayLink } from "@/components/layout/day-link";
import { buttonClass } from "@/components/ui/button";
import type { Actor } from "@/lib/domain/permissions/actor";
import { canTakeStep, isSupervisorStep } from "@/lib/domain/start/start-steps";
import type { StartState } from "@/lib/views/start";

interface NextStepProps {
  /** Null for people who take none of the steps. */
  readonly start: StartState | null;
  readonly actor: Actor;
}

/** The next step of a first installation: a button for those who take it, and who does it for the others. */
export async function NextStep({ start, actor }: NextStepProps) {
  const next = start?.next ?? null;
  if (next === null) return null;
  const t = await getTranslations("start");
  const step = t("panel.next", { step: t(`${next}.title`) });
  return (
    <p className="flex flex-wrap items-center gap-x-4 gap-y-2 print:hidden">
      {canTakeStep(actor, next) ? (
        <DayLink href={`/start#${next}`} prefetch={false} className={buttonClass({ variant: "primary" })}>
          {step}
        </DayLink>
      ) : (
        <span>
          {step}{" "}
          <span className="text-ink-soft">{t(isSupervisorStep(next) ? "by.supervision" : "by.administration")}</span>
        </span>
      )}
      <DayLink href="/start" prefetch={false} className="py-1 underline">
        {t("panel.all")}
      </DayLink>
    </p>
  );
}
