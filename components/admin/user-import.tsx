import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { getFormWords } from "@/components/forms/get-form-words";
import { ImportForm } from "@/components/forms/import-form";
import { getImportWords } from "@/components/forms/import-words";
import { PageHeader } from "@/components/ui/page-header";
import { importUsersAction } from "@/lib/actions/imports";

/** Users from a sheet, previewed line by line. */
export async function UserImport() {
  const [t, users, words, importWords] = await Promise.all([
    getTranslations("import"),
    getTranslations("userList"),
    getFormWords(),
    getImportWords(),
  ]);
  return (
    <div className="grid max-w-4xl gap-6">
      <PageHeader title={t("users.title")} lead={t("users.how")} />
      <ImportForm
        action={importUsersAction}
        words={words}
        importWords={importWords}
        label={t("users.title")}
        template="/admin/templates/users.xlsx"
        canPaste
      />
      <p className="flex flex-wrap gap-x-6 gap-y-2">
        <Link href="/admin/users?state=not-invited" prefetch={false} className="underline">
          {t("users.next")}
        </Link>
        <Link href="/admin/users" prefetch={false} className="underline">
          {users("back")}
        </Link>
      </p>
    </div>
  );
}
