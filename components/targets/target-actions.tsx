import Link from "next/link";
import { getTranslations } from "next-intl/server";
import type { Actor } from "@/lib/domain/permissions/actor";
import { can } from "@/lib/domain/permissions/can";
import { scopeOf } from "@/lib/domain/permissions/scope-of";
import type { TargetDetail } from "@/lib/server/targets/types";

interface TargetActionsProps {
  readonly target: TargetDetail;
  readonly actor: Actor;
}

/** What the reader may do here: report, or correct the latest approved value. Nothing for everybody else. */
export async function TargetActions({ target, actor }: TargetActionsProps) {
  const t = await getTranslations("report");
  const { readings, code } = target;
  if (!can(actor, "update.draft", { target: { ...scopeOf(target), isRolledUp: target.rollUp !== null } })) return null;
  const latest = readings.at(-1);
  return (
    <p className="flex flex-wrap gap-3">
      <Link
        href={`/targets/${code}/report`}
        prefetch={false}
        className="border border-accent px-4 py-2 font-bold text-accent print:hidden"
      >
        {t("pageTitle")}
      </Link>
      {latest !== undefined && (
        <Link
          href={`/targets/${code}/report?corrects=${latest.updateId}`}
          prefetch={false}
          className="border px-4 py-2 print:hidden"
        >
          {t("correctLatest")}
        </Link>
      )}
    </p>
  );
}
