"use server";
// Actions of users' own settings.
import { revalidatePath } from "next/cache";
import { DEFAULT_LANGUAGE, isLanguage } from "@/lib/i18n/languages";
import { getContext } from "@/lib/server/context";
import { getOrigin } from "@/lib/server/origin";
import { createCalendarToken } from "@/lib/server/reminders/calendar";
import { saveReminderChoice } from "@/lib/server/reminders/preferences";
import { type ActionState, DONE, SIGNED_OUT } from "./action-state";

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
