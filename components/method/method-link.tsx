import { useTranslations } from "next-intl";
import { DayLink } from "@/components/layout/day-link";

/** "How lights work", from wherever lights are shown. */
export function MethodLink({ className = "" }: { readonly className?: string }) {
  return (
    <DayLink
      href="/method"
      prefetch={false}
      className={`inline-block py-1 text-sm underline print:hidden ${className}`}
    >
      {useTranslations("method")("title")}
    </DayLink>
  );
}
