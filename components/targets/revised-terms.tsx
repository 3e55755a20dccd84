import { useTranslations } from "next-intl";
import { type RevisedTermsInput, revisedLines } from "@/lib/wording/revised-terms";

/** The terms before and after a revision, field by field. */
export function RevisedTerms(props: RevisedTermsInput) {
  const t = useTranslations("target");
  return revisedLines(props).map(({ key, label, from, to }) => (
    <p key={key} className="tabular-nums">
      {label}
      {t("colon")}
      <del>{from}</del> → <ins className="font-bold no-underline">{to}</ins>
    </p>
  ));
}
