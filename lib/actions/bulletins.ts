"use server";
// Form actions of bulletins.
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { ANNEX_COLUMNS, moveInOrder, OWN_SECTIONS, SECTION_KEYS, TEMPLATE_TEXTS } from "@/lib/bulletins/template";
import {
  bulletinFileSchema,
  bulletinTemplateSchema,
  bulletinTextSchema,
  bulletinTransitionSchema,
  newBulletinSchema,
  sendBulletinSchema,
  splitAddresses,
} from "@/lib/schemas/bulletin";
import { fieldErrors } from "@/lib/schemas/form-fields";
import { cancelFile, requestFile } from "@/lib/server/bulletins/files";
import { sendBulletin } from "@/lib/server/bulletins/mails";
import { createBulletin, editBulletinText, transitionBulletin } from "@/lib/server/bulletins/mutations";
import { saveTemplate } from "@/lib/server/bulletins/templates";
import { type ActionState, invalid } from "./action-state";
import { finishAction, runFormAction, withSignedIn } from "./run-form-action";

/** Freezes a month and redirects to the new bulletin. */
export async function createBulletinAction(_before: ActionState, form: FormData): Promise<ActionState> {
  return withSignedIn(async (context) => {
    const departments = form.getAll("departments").map(String);
    const input = newBulletinSchema.safeParse({ ...Object.fromEntries(form), departments });
    if (!input.success) return invalid(fieldErrors(input.error));
    const outcome = await createBulletin(input.data, context);
    if (!outcome.ok) return finishAction(outcome);
    revalidatePath("/bulletins");
    redirect(`/bulletins/${outcome.value.id}`);
  });
}

export async function editBulletinTextAction(_before: ActionState, form: FormData): Promise<ActionState> {
  return runFormAction(bulletinTextSchema, form, editBulletinText);
}

export async function transitionBulletinAction(_before: ActionState, form: FormData): Promise<ActionState> {
  return runFormAction(bulletinTransitionSchema, form, transitionBulletin);
}

export async function requestFileAction(_before: ActionState, form: FormData): Promise<ActionState> {
  return runFormAction(bulletinFileSchema, form, requestFile);
}

export async function cancelFileAction(_before: ActionState, form: FormData): Promise<ActionState> {
  return withSignedIn(async (context) => finishAction(await cancelFile(String(form.get("file") ?? ""), context)));
}

interface Ordered<K extends string> {
  readonly keys: readonly K[];
  /** The names of the fields: all keys in their order, the moved one, and a prefix of the chosen ones. */
  readonly order: string;
  readonly move: string;
  readonly chosen: string;
}

/** The chosen keys in the order of the form; without script, a button has moved one of them. */
function chosenInOrder<K extends string>(form: FormData, { keys, order, move, chosen }: Ordered<K>): readonly K[] {
  const known = (key: unknown) => keys.find((one) => one === key);
  const all = form.getAll(order).flatMap((key) => known(key) ?? []);
  const [moved, direction] = String(form.get(move) ?? "").split(":");
  const key = known(moved);
  const sorted = key === undefined ? all : moveInOrder(all, key, direction === "up" ? "up" : "down");
  return sorted.filter((one) => form.get(`${chosen}.${one}`) === "on");
}

const SECTIONS = { keys: SECTION_KEYS, order: "order", move: "move", chosen: "section" } as const;
const COLUMNS = { keys: ANNEX_COLUMNS, order: "columnOrder", move: "moveColumn", chosen: "column" } as const;

/** `prefix.key.language` for each key; without those that are blank in both languages. */
function bilingualFields(form: FormData, prefix: string, keys: readonly string[]) {
  const text = (key: string, lang: string) => String(form.get(`${prefix}.${key}.${lang}`) ?? "");
  const filled = keys.map((key) => [key, { "zh-CN": text(key, "zh-CN"), en: text(key, "en") }] as const);
  return Object.fromEntries(filled.filter(([, words]) => words["zh-CN"].trim() !== "" || words.en.trim() !== ""));
}

/** Who signs, when a draft is made, and who receives the bulletin by mail. */
function processOf(form: FormData) {
  const text = (name: string) => String(form.get(name) ?? "").trim();
  return {
    separation: text("separation") || undefined,
    draftOn: text("draftOn") === "" ? null : Number(text("draftOn")),
    mailTo: splitAddresses(text("mailTo")),
    mailLanguage: text("mailLanguage") || undefined,
  };
}

export async function sendBulletinAction(_before: ActionState, form: FormData): Promise<ActionState> {
  return runFormAction(sendBulletinSchema, form, sendBulletin);
}

export async function saveTemplateAction(_before: ActionState, form: FormData): Promise<ActionState> {
  return withSignedIn(async (context) => {
    const text = (name: string) => String(form.get(name) ?? "");
    const words = TEMPLATE_TEXTS.map((key) => [key, { "zh-CN": text(`${key}.zh-CN`), en: text(`${key}.en`) }]);
    const body = bulletinTemplateSchema.safeParse({
      ...Object.fromEntries(words),
      sections: chosenInOrder(form, SECTIONS),
      columns: chosenInOrder(form, COLUMNS),
      headings: bilingualFields(form, "headings", SECTION_KEYS),
      ownTexts: bilingualFields(form, "ownTexts", OWN_SECTIONS),
      charts: text("charts"),
      ...processOf(form),
    });
    if (!body.success) {
      // An error of one address belongs to the field of all.
      const errors = body.error.issues.map(({ path, message }) => [
        path[0] === "mailTo" ? "mailTo" : path.join("."),
        message,
      ]);
      return invalid(Object.fromEntries(errors));
    }
    const key = text("key").trim();
    if (!/^[a-z0-9][a-z0-9-]{0,58}$/.test(key)) return invalid({ key: "not-a-slug" });
    const about = { key, office: text("of") || null, isNew: form.get("isNew") === "yes" };
    return finishAction(await saveTemplate({ ...about, body: body.data }, context));
  });
}
