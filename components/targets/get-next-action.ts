import { getTranslations } from "next-intl/server";
import type { NextAction } from "@/components/targets/target-sections";
import type { Actor } from "@/lib/domain/permissions/actor";
import { can } from "@/lib/domain/permissions/can";
import { scopeOf } from "@/lib/domain/permissions/scope";
import { rollUpMethods } from "@/lib/domain/targets/roll-up";
import type { RequestView } from "@/lib/views/request";
import type { TargetDetail } from "@/lib/views/target-detail";

/** Whether the actor reports on the target itself and can correct its approved values. */
export function mayReportOn(target: TargetDetail, actor: Actor): boolean {
  return can(actor, "update.draft", { target: { ...scopeOf(target), isRolledUp: target.rollUp !== null } });
}

/** What the reader should do next on a target: receive, decide or report; null for nothing, and for a draft, which IssuePanel issues. */
export async function getNextAction(
  target: TargetDetail,
  actor: Actor,
  requests: readonly RequestView[],
): Promise<NextAction | null> {
  const [life, report, sections] = await Promise.all([
    getTranslations("life"),
    getTranslations("report"),
    getTranslations("target.sections"),
  ]);
  const scope = { target: scopeOf(target) };
  if (can(actor, "target.receive", scope)) return { label: life("receive"), href: "#receive" };
  const mayDecide = requests.some(({ state, scope: own, requesterId }) =>
    can(actor, "request.refuse", { ...own, request: { requesterId, state } }),
  );
  if (mayDecide) return { label: sections("decide"), href: "#supervision" };
  if (can(actor, "target.issue", scope)) return null;
  return mayReportOn(target, actor) ? { label: report("pageTitle"), href: `/targets/${target.code}/report` } : null;
}

/** The pages on which the office changes a target, for actors who may. */
export async function getTargetTools(target: TargetDetail, actor: Actor): Promise<readonly NextAction[]> {
  const [t, label] = await Promise.all([getTranslations("life"), getTranslations("label")]);
  const { code, terms, rollUp } = target;
  const scope = { target: scopeOf(target) };
  const tools: NextAction[] = [];
  if (can(actor, "target.revise", scope)) {
    tools.push({ label: t(terms.state === "draft" ? "editDraft" : "revise"), href: `/targets/${code}/revise` });
    const canSplit = rollUp === null && rollUpMethods(terms.kind).length > 0;
    if (canSplit) tools.push({ label: t("split"), href: `/targets/${code}/split` });
  }
  if (can(actor, "target.label", scope)) tools.push({ label: label("title"), href: `/targets/${code}/labels` });
  return tools;
}
