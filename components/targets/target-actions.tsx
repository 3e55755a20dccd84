import { SignForTarget } from "@/components/targets/sign-for-target";
import type { TargetPartProps } from "@/components/targets/target-promise";
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

/** The form of a target that waits for its owner's receipt; every other action is in the bar or with what it changes. */
export async function TargetActions({ target, actor, today, lang }: TargetActionsProps) {
  if (!can(actor, "target.receive", { target: scopeOf(target) })) return null;
  return <SignForTarget target={target} today={today} lang={lang} />;
}
