import { useTranslations } from "next-intl";
import { CopyImageButton } from "@/components/charts/copy-image-button";
import { type ChartAddresses, chartFrameCode, fileAddress } from "@/components/studio/chart-addresses";
import { CopyTextButton } from "@/components/studio/copy-text-button";
import type { ChartModel } from "@/lib/charts/model/chart-model";

interface StudioPictureProps extends ChartAddresses {
  readonly model: ChartModel;
  readonly size: { readonly width: number; readonly height: number };
}

/** The chart as its file will look, in view while the options scroll, with buttons that copy it. */
export function StudioPicture({ model, size, ...addresses }: StudioPictureProps) {
  const t = useTranslations();
  const image = fileAddress(addresses, "png");
  const code = chartFrameCode(addresses, model.title);
  const words = (copy: string) => ({ copy, copied: t("charts.copied"), refused: t("charts.copyRefused") });
  return (
    <section
      aria-label={t("studio.preview")}
      className="sticky top-0 z-10 col-start-2 row-start-1 self-start bg-ground pb-2 lg:top-2"
    >
      {/* On a phone it is small: a touch shows the file itself. */}
      <a href={image} className="inline-block">
        <img
          src={image}
          alt={model.description}
          width={size.width}
          height={size.height}
          className="h-auto max-h-[36vh] w-auto max-w-full border lg:max-h-[80vh]"
        />
      </a>
      <p className="flex flex-wrap gap-x-3 text-sm">
        <CopyImageButton href={fileAddress(addresses, "png", { scale: "2" })} words={words(t("studio.copyImage"))} />
        <CopyTextButton
          text={`${addresses.origin}${fileAddress(addresses, "svg")}`}
          words={words(t("studio.copyLink"))}
        />
        {code !== null && <CopyTextButton text={code} words={words(t("studio.copyCode"))} />}
      </p>
    </section>
  );
}
