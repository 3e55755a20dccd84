import { getTranslations } from "next-intl/server";
import { ActionForm } from "@/components/forms/action-form";
import { SubmitButton } from "@/components/forms/form-fields";
import { getFormWords } from "@/components/forms/get-form-words";
import { endOtherSessionsAction, endSessionAction } from "@/lib/actions/account";
import type { SessionLimits } from "@/lib/domain/accounts/session-life";
import { formatInstant } from "@/lib/i18n/format-instant";
import type { Language } from "@/lib/i18n/languages";
import type { SessionView } from "@/lib/views/account";

const MINUTE_MS = 60_000;

interface SessionListProps {
  readonly sessions: readonly SessionView[];
  readonly limits: SessionLimits;
  readonly lang: Language;
}

/** The user's sessions: device, address and last use. */
export async function SessionList({ sessions, limits, lang }: SessionListProps) {
  const [t, words] = await Promise.all([getTranslations("settings"), getFormWords()]);
  const { idleMs, longestMs } = limits;
  const time = (instant: Date) => formatInstant(instant.toISOString(), lang);
  return (
    <section className="grid gap-3">
      <h2>{t("sessions")}</h2>
      <p className="text-ink-soft">
        {t("sessionsLead", { idle: idleMs / MINUTE_MS, hours: longestMs / (60 * MINUTE_MS) })}
      </p>
      <ul className="grid divide-y border-y">
        {sessions.map((session) => {
          const device = session.device ?? t("unknownDevice");
          return (
            <li key={session.id} className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2 py-3">
              <div>
                <p>
                  <span className="font-bold">{device}</span> · {session.address ?? t("unknownAddress")}
                </p>
                <p className="text-sm text-ink-soft">
                  {t("lastUsed", { time: time(session.lastUsedAt) })} ·{" "}
                  {t("signedIn", { time: time(session.signedInAt) })}
                </p>
              </div>
              {session.isCurrent ? (
                <p className="text-ink-soft">{t("thisSession")}</p>
              ) : (
                <ActionForm
                  action={endSessionAction}
                  words={words}
                  label={t("endSessionOf", { device })}
                  confirmation={t("endSessionConfirm", { device })}
                  toast={t("sessionEnded", { device })}
                >
                  <input type="hidden" name="id" value={session.id} />
                  <SubmitButton variant="secondary">{t("endSession")}</SubmitButton>
                </ActionForm>
              )}
            </li>
          );
        })}
      </ul>
      {sessions.length > 1 && (
        <ActionForm
          action={endOtherSessionsAction}
          words={words}
          label={t("endOthers")}
          confirmation={t("endOthersConfirm")}
          toast={t("othersEnded")}
        >
          <SubmitButton variant="danger">{t("endOthers")}</SubmitButton>
        </ActionForm>
      )}
    </section>
  );
}
