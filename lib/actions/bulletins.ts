"use server";
// Bulletins from forms: read the form, call the write, answer.
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { type Answer, invalid, SIGNED_OUT } from "@/lib/actions/answer";
import { answerOf } from "@/lib/actions/answer-of";
import { SECTION_KEYS } from "@/lib/bulletins/template";
import {
  bulletinFileSchema,
  bulletinStepSchema,
  bulletinTemplateSchema,
  bulletinTextSchema,
  newBulletinSchema,
} from "@/lib/schemas/bulletin";
import { fieldErrors } from "@/lib/schemas/form-fields";
import { cancelFile, requestFile } from "@/lib/server/bulletins/files";
import { createBulletin, saveTemplate, takeBulletinStep, writeText } from "@/lib/server/bulletins/mutations";
import { getContext } from "@/lib/server/context";

function shown(answer: Answer): Answer {
  if (answer.status === "done") revalidatePath("/bulletins", "layout");
  return answer;
}

/** Freezes a month and goes to it. */
export async function freezeBulletin(_before: Answer, form: FormData): Promise<Answer> {
  const context = await getContext();
  if (context.actor.kind === "visitor") return SIGNED_OUT;
  const departments = form.getAll("departments").map(String);
  const input = newBulletinSchema.safeParse({ ...Object.fromEntries(form), departments });
  if (!input.success) return invalid(fieldErrors(input.error));
  const outcome = await createBulletin(input.data, context);
  if (!outcome.ok) return answerOf(outcome);
  revalidatePath("/bulletins");
  redirect(`/bulletins/${outcome.value.id}`);
}

export async function wordBulletin(_before: Answer, form: FormData): Promise<Answer> {
  const context = await getContext();
  if (context.actor.kind === "visitor") return SIGNED_OUT;
  const input = bulletinTextSchema.safeParse(Object.fromEntries(form));
  if (!input.success) return invalid(fieldErrors(input.error));
  return shown(await answerOf(await writeText(input.data, context)));
}

export async function stepBulletin(_before: Answer, form: FormData): Promise<Answer> {
  const context = await getContext();
  if (context.actor.kind === "visitor") return SIGNED_OUT;
  const input = bulletinStepSchema.safeParse(Object.fromEntries(form));
  if (!input.success) return invalid(fieldErrors(input.error));
  return shown(await answerOf(await takeBulletinStep(input.data, context)));
}

export async function askForFile(_before: Answer, form: FormData): Promise<Answer> {
  const context = await getContext();
  if (context.actor.kind === "visitor") return SIGNED_OUT;
  const input = bulletinFileSchema.safeParse(Object.fromEntries(form));
  if (!input.success) return invalid(fieldErrors(input.error));
  return shown(await answerOf(await requestFile(input.data, context)));
}

export async function stopFile(_before: Answer, form: FormData): Promise<Answer> {
  return shown(await answerOf(await cancelFile(String(form.get("file") ?? ""), await getContext())));
}

const WORDED = ["name", "masthead", "numbering", "office", "recipients", "title", "closing"] as const;

export async function changeTemplate(_before: Answer, form: FormData): Promise<Answer> {
  const context = await getContext();
  if (context.actor.kind === "visitor") return SIGNED_OUT;
  const text = (name: string) => String(form.get(name) ?? "");
  const words = WORDED.map((key) => [key, { "zh-CN": text(`${key}.zh-CN`), en: text(`${key}.en`) }]);
  const sections = SECTION_KEYS.filter((key) => form.get(`section.${key}`) === "on");
  const body = bulletinTemplateSchema.safeParse({ ...Object.fromEntries(words), sections });
  if (!body.success) {
    const errors = body.error.issues.map(({ path, message }) => [path.join("."), message]);
    return invalid(Object.fromEntries(errors));
  }
  const key = text("key").trim();
  if (!/^[a-z0-9][a-z0-9-]{0,58}$/.test(key)) return invalid({ key: "not-a-slug" });
  const about = { key, office: text("of") || null, isNew: form.get("isNew") === "yes" };
  return shown(await answerOf(await saveTemplate({ ...about, body: body.data }, context)));
}
