import { getMessages } from "next-intl/server";
import type { Messages } from "use-intl";

type Shared = Omit<Messages["import"], "holidays" | "departments" | "reasons" | "kinds">;

export interface ImportWords extends Shared {
  readonly reasons: Readonly<Record<string, string>>;
  readonly kinds: Readonly<Record<string, string>>;
}

/** The words of an import's form; those with numbers in them are filled in by the browser. */
export async function getImportWords(): Promise<ImportWords> {
  const { holidays: _, departments: __, ...words } = (await getMessages()).import;
  return words;
}
