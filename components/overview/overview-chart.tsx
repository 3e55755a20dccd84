import { getTranslations } from "next-intl/server";
import { ChartDownloads } from "@/components/charts/chart-downloads";
import { useDayHref } from "@/components/layout/day-link";
import type { FileTheme } from "@/lib/charts/layout/figure-choices";
import { figureHeight } from "@/lib/charts/layout/figure-height";
import type { ChartModel } from "@/lib/charts/model/chart-model";
import type { Theme } from "@/lib/i18n/choices";
import type { Language } from "@/lib/i18n/languages";

const WIDE = 960;
const NARROW = 360;
const ON_PHONES = "(max-width: 640px)";
const IN_THE_DARK = "screen and (prefers-color-scheme: dark)";

interface PictureProps {
  readonly model: ChartModel;
  readonly theme: Theme;
  readonly lang: Language;
}

/** An image file: with every department inline, the chart would be the largest part of the page. */
function Picture({ model, theme, lang }: PictureProps) {
  const { at } = useDayHref();
  const address = (width: number, use: FileTheme) => at(`/chart.svg?lang=${lang}&theme=${use}&width=${width}`);
  const own: FileTheme = theme === "dark" ? "wall" : "screen";
  return (
    <picture>
      {theme === "system" && (
        <>
          <source media={`${IN_THE_DARK} and ${ON_PHONES}`} srcSet={address(NARROW, "wall")} />
          <source media={IN_THE_DARK} srcSet={address(WIDE, "wall")} />
        </>
      )}
      <source media={ON_PHONES} srcSet={address(NARROW, own)} />
      <img
        src={address(WIDE, own)}
        alt={model.description}
        width={WIDE}
        height={figureHeight(model, WIDE)}
        loading="lazy"
        className="h-auto w-full max-w-[960px]"
      />
    </picture>
  );
}

/** The number of targets with each light, by department. */
export async function OverviewChart(props: PictureProps) {
  const t = await getTranslations("overview");
  return (
    <section className="mt-8" aria-label={t("chart")}>
      <Picture {...props} />
      <ChartDownloads place="" lang={props.lang} />
    </section>
  );
}
