import { getMessages } from "next-intl/server";
import type { PromiseWords } from "@/components/targets/promise-fields";
import type { PreviewWords } from "@/components/targets/promise-preview";

/** The texts of a promise's fields and of its preview, in the reader's language. */
export async function getPromiseWords(): Promise<PromiseWords & { readonly preview: PreviewWords }> {
  const { promiseForm, target, comparators, judgings, questions, lights } = await getMessages();
  return {
    form: promiseForm,
    fields: target.fields,
    comparators,
    plans: target.plans,
    judgings,
    upperValueHint: target.upperValueHint,
    preview: { form: promiseForm, questions, lights },
  };
}
