import { getTranslations } from "next-intl/server";
import { PlainForm } from "@/components/forms/plain-form";
import { PendingButton } from "@/components/ui/pending-button";
import { signInAsDemoAction } from "@/lib/actions/auth";
import type { Language } from "@/lib/i18n/languages";
import type { DemoUser } from "@/lib/views/account";

interface DemoAccountsProps {
  readonly users: readonly DemoUser[];
  readonly next: string;
  readonly lang: Language;
}

/** The demo accounts, one click each. */
export async function DemoAccounts({ users, next, lang }: DemoAccountsProps) {
  const t = await getTranslations("auth");
  const office = { title: t("demoOffice"), users: users.filter((user) => user.membership === null) };
  const departments = { title: t("demoDepartments"), users: users.filter((user) => user.membership !== null) };
  return (
    <section className="grid gap-3">
      <h2 className="border-b pb-1">{t("demoTitle")}</h2>
      <p className="text-ink-soft">{t("demoLead")}</p>
      <PlainForm action={signInAsDemoAction}>
        <input type="hidden" name="next" value={next} />
        {[office, departments].map((group) => (
          <fieldset key={group.title} className="mb-4">
            <legend className="pb-2 font-bold">{group.title}</legend>
            <ul className="grid gap-2 sm:grid-cols-2">
              {group.users.map((user) => (
                <li key={user.id}>
                  <PendingButton name="userId" value={user.id} className="w-full justify-start! text-left">
                    {user.label[lang]}
                  </PendingButton>
                </li>
              ))}
            </ul>
          </fieldset>
        ))}
      </PlainForm>
    </section>
  );
}
