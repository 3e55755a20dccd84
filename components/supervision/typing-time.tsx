import { useTranslations } from "next-intl";
import { Disclosure } from "@/components/ui/disclosure";
import { estimateTyping, REPORT_CLICKS, type TypingLoad } from "@/lib/domain/updates/typing-time";

/** Whole minutes, and one decimal below ten. */
const rounded = (minutes: number) => (minutes < 10 ? Math.round(minutes * 10) / 10 : Math.round(minutes));
const oneDecimal = (number: number) => Math.round(number * 10) / 10;

/** The minutes that the month's reports take to enter, one by one and by workbook, and how they are computed. */
export function TypingTimeNote({ load }: { readonly load: TypingLoad }) {
  const t = useTranslations("supervision.typing");
  const { reports, departments, digits } = load;
  if (reports === 0) return null;
  const time = estimateTyping(load);
  return (
    <Disclosure title={t("title", { byHand: rounded(time.byHand), bySheet: rounded(time.bySheet) })}>
      <ul className="grid max-w-prose list-disc gap-1 ps-5">
        <li>{t("load", { reports, departments, digits: oneDecimal(digits) })}</li>
        <li>{t("byHand", { clicks: REPORT_CLICKS, seconds: oneDecimal(time.perReport) })}</li>
        <li>{t("bySheet", { seconds: oneDecimal(time.perRow), each: oneDecimal(time.perWorkbook) })}</li>
        <li>{t("how")}</li>
      </ul>
    </Disclosure>
  );
}
