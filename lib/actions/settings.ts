"use server";
// Actions of users' own settings.
import { revalidatePath } from "next/cache";
import { DEFAULT_LANGUAGE, isLanguage } from "@/lib/i18n/languages";
import { dismissTour } from "@/lib/server/accounts/tours";
import { getContext } from "@/lib/server/context";
import { getOrigin } from "@/lib/server/origin";
import { createCalendarToken } from "@/lib/server/reminders/calendar";
import { saveReminderChoice } from "@/lib/server/reminders/preferences";
import { TOURS } from "@/lib/views/desks";
import { type ActionState, DONE, SIGNED_OUT } from "./action-state";
import { finishAction } from "./run-form-action";

export async function saveReminderChoiceAction(_before: ActionState, form: FormData): Promise<ActionState> {
  const language = form.get("language");
  const choice = {
    email: form.get("email") === "on",
    language: typeof language === "string" && isLanguage(language) ? language : DEFAULT_LANGUAGE,
  };
  if (!(await saveReminderChoice(choice, await getContext()))) return SIGNED_OUT;
  revalidatePath("/settings");
  return DONE;
}

/** The URL, shown once; null if the session has ended. */
export async function createCalendarTokenAction(): Promise<string | null> {
  const token = await createCalendarToken(await getContext());
  return token === null ? null : `${await getOrigin()}/calendar/${token}.ics`;
}

/** Hides the tour of a desk until the user opens it again. */
export async function dismissTourAction(form: FormData): Promise<void> {
  const tour = TOURS.find((one) => one === form.get("tour"));
  if (tour !== undefined) await finishAction(await dismissTour(tour, await getContext()));
}
