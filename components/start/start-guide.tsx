import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { DayLink } from "@/components/layout/day-link";
import { StepFact } from "@/components/start/step-fact";
import { DepartmentsForm, GovernmentForm } from "@/components/start/step-forms";
import { Badge } from "@/components/ui/badge";
import { buttonClass } from "@/components/ui/button";
import { Disclosure } from "@/components/ui/disclosure";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import type { Actor } from "@/lib/domain/permissions/actor";
import { can } from "@/lib/domain/permissions/can";
import { canTakeStep, isStepDone, isSupervisorStep, START_STEPS, type StartStep } from "@/lib/domain/start/start-steps";
import type { Language } from "@/lib/i18n/languages";
import type { StartState } from "@/lib/views/start";

type Place = readonly [href: string, label: string, kind: "action" | "other" | "file"];

function Places({ places, isNext }: { readonly places: readonly Place[]; readonly isNext: boolean }) {
  const first = places.findIndex(([, , kind]) => kind === "action");
  return (
    <ul className="flex flex-wrap items-center gap-x-4 gap-y-2">
      {places.map(([href, label, kind], index) => {
        const button = buttonClass({ variant: isNext && index === first ? "primary" : "secondary" });
        return (
          <li key={href}>
            {kind === "file" ? (
              <a href={href} className="inline-block py-1 underline">
                {label}
              </a>
            ) : (
              <DayLink
                href={href}
                prefetch={false}
                className={kind === "action" ? button : "inline-block py-1 underline"}
              >
                {label}
              </DayLink>
            )}
          </li>
        );
      })}
    </ul>
  );
}

interface StepWorkProps extends Pick<StartState, "notInvited"> {
  readonly step: StartStep;
  readonly isDone: boolean;
  readonly isNext: boolean;
}

/** What is done in a step, and the pages where. */
async function StepWork({ step, isDone, isNext, notInvited }: StepWorkProps) {
  const t = await getTranslations("start");
  const places: Readonly<Record<StartStep, readonly Place[]>> = {
    government: isDone ? [["/admin/departments", t("government.change"), "other"]] : [],
    departments: [
      ["/start/samples/departments.xlsx", t("departments.sample"), "file"],
      ["/admin/departments", t("departments.manage"), "other"],
    ],
    people: [
      ...(notInvited > 0 ? ([["/admin/users", t("people.send"), "action"]] as const) : []),
      ["/admin/users?invite=yes", t("people.invite"), "action"],
      ["/admin/users/import", t("people.import"), "action"],
      ["/start/samples/people.xlsx", t("people.sample"), "file"],
    ],
    targets: [
      ["/targets/import", t("targets.import"), "action"],
      ["/sources/new", t("targets.document"), "action"],
      ["/targets/new", t("targets.create"), "other"],
      ["/start/samples/task-table.xlsx", t("targets.sample"), "file"],
    ],
    calendar: [
      ["/admin/calendars", t("calendar.own"), "other"],
      ["/admin/working-days", t("calendar.days"), "other"],
    ],
    issue: [
      ["/targets/bulk/issue", t("issue.go"), "action"],
      ["/targets?state=draft", t("issue.drafts"), "other"],
    ],
  };
  const form = step === "departments" ? <DepartmentsForm /> : null;
  return (
    <div className="grid gap-3">
      {step === "government" && !isDone && <GovernmentForm />}
      <Places places={places[step]} isNext={isNext} />
      {isNext || form === null ? form : <Disclosure title={t("departments.form")}>{form}</Disclosure>}
    </div>
  );
}

function Step({ number, title, state, children }: Record<"number" | "title" | "state" | "children", ReactNode>) {
  return (
    <>
      <h2 className="flex flex-wrap items-baseline gap-x-3 text-base">
        <span className="tabular-nums">{number}</span>
        <span>{title}</span>
        {state}
      </h2>
      <div className="grid gap-2 sm:pl-6">{children}</div>
    </>
  );
}

interface StartGuideProps {
  readonly start: StartState;
  readonly actor: Actor;
  readonly lang: Language;
}

/** All steps with what is done, what comes next, and who does it. */
export async function StartGuide({ start, actor, lang }: StartGuideProps) {
  const t = await getTranslations("start");
  const done = START_STEPS.filter((step) => isStepDone(step, start));
  return (
    <div className="on-paper grid max-w-4xl grid-cols-1 gap-6">
      <PageHeader title={t("title")} lead={t("lead")}>
        <p className="tabular-nums">{t("progress", { done: done.length, total: START_STEPS.length })}</p>
      </PageHeader>
      {start.next === null && (
        <Notice role="status">
          <p>{t("finished")}</p>
          <Places
            isNext={false}
            places={[
              ["/", t("after.overview"), "action"],
              ...(can(actor, "bulletin.write", null)
                ? ([["/bulletins/templates", t("after.templates"), "other"]] as const)
                : []),
            ]}
          />
        </Notice>
      )}
      <ol className="divide-y border-y">
        {START_STEPS.map((step, index) => {
          const [isDone, isNext, mayTake] = [done.includes(step), start.next === step, canTakeStep(actor, step)];
          const state = isDone ? "done" : isNext ? "next" : "open";
          return (
            <li key={step} id={step} className="grid scroll-mt-4 gap-2 py-4" aria-current={isNext ? "step" : undefined}>
              <Step
                number={index + 1}
                title={t(`${step}.title`)}
                state={
                  isNext ? (
                    <strong>{t("states.next")}</strong>
                  ) : (
                    <Badge>
                      {isDone ? "✓ " : ""}
                      {t(`states.${state}`)}
                    </Badge>
                  )
                }
              >
                {isDone || step === "people" || step === "calendar" ? (
                  <StepFact step={step} start={start} lang={lang} />
                ) : null}
                {!isDone && <p className="text-ink-soft">{t(`${step}.lead`)}</p>}
                {mayTake ? (
                  <StepWork step={step} isDone={isDone} isNext={isNext} notInvited={start.notInvited} />
                ) : (
                  !isDone && <p>{t(isSupervisorStep(step) ? "by.supervision" : "by.administration")}</p>
                )}
              </Step>
            </li>
          );
        })}
      </ol>
    </div>
  );
}
