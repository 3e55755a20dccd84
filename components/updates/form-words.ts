import type { Messages } from "use-intl";
import type { EvidenceWords } from "@/components/evidence/evidence-files";
import type { ClientMessage } from "@/lib/i18n/format-message";
import type { Language } from "@/lib/i18n/languages";

/** The texts of the report form, passed to the browser as one object. */
export type FormWords = Omit<Messages["report"]["form"], "files"> &
  Pick<Messages, "lights"> & {
    readonly lang: Language;
    readonly outliers: Messages["review"]["outliers"];
    readonly readAs: ClientMessage;
    readonly files: EvidenceWords;
    readonly conflicts: Readonly<Record<string, string>>;
    readonly errors: Readonly<Record<string, string>>;
  };
