import { useTranslations } from "next-intl";
import { CopyImageButton } from "@/components/charts/copy-image-button";
import { useDayHref } from "@/components/layout/day-link";
import type { Grouping } from "@/lib/domain/targets/groupings";
import type { Language } from "@/lib/i18n/languages";

const FILES = ["svg", "png", "pdf", "csv", "xlsx"] as const;

interface ChartDownloadsProps {
  /** The path of the chart's page, e.g. `/targets/NT-T02`; empty for the overview. */
  readonly place: string;
  readonly lang: Language;
  /** What the rows of the overview's chart are. */
  readonly by?: Grouping;
  /** The query that opens the same chart in the studio. */
  readonly studio?: string;
}

/** The chart in each file format, and as a picture on the clipboard. */
export function ChartDownloads({ place, lang, studio = "", by = "department" }: ChartDownloadsProps) {
  const [t, { at }] = [useTranslations("charts"), useDayHref()];
  const query = `lang=${lang}${by === "department" ? "" : `&by=${by}`}`;
  return (
    <p className="flex flex-wrap items-center gap-x-3 text-sm print:hidden">
      {t("download")}
      {FILES.map((file) => (
        <a key={file} className="px-1 py-1 underline" href={at(`${place}/chart.${file}?${query}&download=1`)}>
          {file.toUpperCase()}
        </a>
      ))}
      <a href={at(`/studio${studio}`)} className="px-1 py-1 underline">
        {t("studio")}
      </a>
      <CopyImageButton
        href={at(`${place}/chart.png?${query}&scale=2`)}
        words={{ copy: t("copy"), copied: t("copied"), refused: t("copyRefused") }}
      />
    </p>
  );
}
