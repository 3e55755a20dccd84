"use server";
// Bulletins from forms: read the form, call the write, answer.
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { type Answer, invalid } from "@/lib/actions/answer";
import { apply, shown, signedIn } from "@/lib/actions/apply";
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

/** Freezes a month and goes to it. */
export async function freezeBulletin(_before: Answer, form: FormData): Promise<Answer> {
  return signedIn(async (context) => {
    const departments = form.getAll("departments").map(String);
    const input = newBulletinSchema.safeParse({ ...Object.fromEntries(form), departments });
    if (!input.success) return invalid(fieldErrors(input.error));
    const outcome = await createBulletin(input.data, context);
    if (!outcome.ok) return shown(outcome);
    revalidatePath("/bulletins");
    redirect(`/bulletins/${outcome.value.id}`);
  });
}

export async function wordBulletin(_before: Answer, form: FormData): Promise<Answer> {
  return apply(bulletinTextSchema, form, writeText);
}

export async function stepBulletin(_before: Answer, form: FormData): Promise<Answer> {
  return apply(bulletinStepSchema, form, takeBulletinStep);
}

export async function askForFile(_before: Answer, form: FormData): Promise<Answer> {
  return apply(bulletinFileSchema, form, requestFile);
}

export async function stopFile(_before: Answer, form: FormData): Promise<Answer> {
  return signedIn(async (context) => shown(await cancelFile(String(form.get("file") ?? ""), context)));
}

const WORDED = ["name", "masthead", "numbering", "office", "recipients", "title", "closing"] as const;

export async function changeTemplate(_before: Answer, form: FormData): Promise<Answer> {
  return signedIn(async (context) => {
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
    return shown(await saveTemplate({ ...about, body: body.data }, context));
  });
}
