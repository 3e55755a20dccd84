"use server";
import { fieldErrors } from "@/lib/schemas/form-fields";
// Form actions for the office's own sentences in reminders.
import { chatBotMessageForm, reminderTextsForm } from "@/lib/schemas/reminder-texts";
import { changeChatBotMessage, changeReminderTexts } from "@/lib/server/reminders/texts";
import { type ActionState, invalid } from "./action-state";
import { finishAction, withSignedIn } from "./run-form-action";

/** The button "Reset" sends `reset`: both texts return to those of the product. */
function readTexts(form: FormData) {
  const fields = Object.fromEntries(form);
  return form.get("reset") === "yes" ? { ...fields, intro: "", closing: "" } : fields;
}

export async function changeReminderTextsAction(_before: ActionState, form: FormData): Promise<ActionState> {
  return withSignedIn(async (context) => {
    const input = reminderTextsForm.safeParse(readTexts(form));
    return input.success
      ? finishAction(await changeReminderTexts(input.data, context))
      : invalid(fieldErrors(input.error));
  });
}

export async function changeChatBotMessageAction(_before: ActionState, form: FormData): Promise<ActionState> {
  return withSignedIn(async (context) => {
    const input = chatBotMessageForm.safeParse({ ...readTexts(form), departments: form.getAll("departments") });
    return input.success
      ? finishAction(await changeChatBotMessage(input.data, context))
      : invalid(fieldErrors(input.error));
  });
}
