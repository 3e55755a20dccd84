import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { SignForTarget } from "@/components/targets/sign-for-target";
import type { TargetPartProps } from "@/components/targets/target-promise";
import { buttonClass } from "@/components/ui/button";
import type { IsoDate } from "@/lib/domain/calendar/iso-date";
import type { Actor } from "@/lib/domain/permissions/actor";
import { can } from "@/lib/domain/permissions/can";
import { scopeOf } from "@/lib/domain/permissions/scope";
import type { TargetDetail } from "@/lib/views/target";

interface TargetActionsProps extends TargetPartProps {
  readonly actor: Actor;
  readonly today: IsoDate;
}

/** Whether the actor reports on the target itself and can correct its approved values. */
export function mayReportOn(target: TargetDetail, actor: Actor): boolean {
  return can(actor, "update.draft", { target: { ...scopeOf(target), isRolledUp: target.rollUp !== null } });
}

/** The reader's actions: receive the target, report, correct the latest approved value. */
export async function TargetActions({ target, actor, today, lang }: TargetActionsProps) {
  const t = await getTranslations("report");
  const { readings, code } = target;
  if (can(actor, "target.receive", { target: scopeOf(target) })) {
    return <SignForTarget target={target} today={today} lang={lang} />;
  }
  if (!mayReportOn(target, actor)) return null;
  const latest = readings.at(-1);
  return (
    <p className="flex flex-wrap gap-3">
      <Link
        href={`/targets/${code}/report`}
        prefetch={false}
        className={`${buttonClass({ variant: "primary" })} print:hidden`}
      >
        {t("pageTitle")}
      </Link>
      {latest !== undefined && (
        <Link
          href={`/targets/${code}/report?corrects=${latest.updateId}`}
          prefetch={false}
          className={`${buttonClass()} print:hidden`}
        >
          {t("correctLatest")}
        </Link>
      )}
    </p>
  );
}
