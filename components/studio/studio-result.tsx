import { useTranslations } from "next-intl";
import { type ChartAddresses, chartFrameCode, fileAddress } from "@/components/studio/chart-addresses";
import { CodeBlock } from "@/components/ui/code-block";
import type { ChartModel } from "@/lib/charts/model/chart-model";

interface StudioResultProps extends ChartAddresses {
  readonly model: ChartModel;
  readonly page: string;
}

/** The chart's downloads, its permanent URL and the code of its frame. */
export function StudioResult({ model, page, files, query, origin, frame }: StudioResultProps) {
  const t = useTranslations("studio");
  const addresses = { files, query, origin, frame };
  const address = (ending: string, more?: Readonly<Record<string, string>>) => fileAddress(addresses, ending, more);
  const code = chartFrameCode(addresses, model.title);
  const download = { download: "1" };
  const links: [string, string][] = [
    ["PNG", address("png", download)],
    [t("large"), address("png", { ...download, scale: "4" })],
    ["SVG", address("svg", download)],
    [t("outlined"), address("svg", { ...download, text: "paths" })],
    ["PDF", address("pdf", download)],
    ["CSV", address("csv")],
    ["XLSX", address("xlsx")],
  ];
  return (
    <section className="mt-6 grid min-w-0 content-start gap-4" aria-label={t("result")}>
      <dl className="grid gap-3">
        <div>
          <dt className="font-bold">{t("files")}</dt>
          <dd className="flex flex-wrap gap-x-4 gap-y-1">
            {links.map(([label, href]) => (
              <a key={label} href={href} className="py-1 underline">
                {label}
              </a>
            ))}
          </dd>
        </div>
        <div>
          <dt className="font-bold">{t("address")}</dt>
          <dd>
            <CodeBlock>{`${origin}${address("svg")}`}</CodeBlock>
          </dd>
          <dd className="text-sm text-ink-soft">{t("addressHint")}</dd>
        </div>
        <div>
          <dt className="font-bold">{t("frame")}</dt>
          {code === null ? (
            <dd>{t("notPublic")}</dd>
          ) : (
            <>
              <dd>
                <CodeBlock>{code}</CodeBlock>
              </dd>
              <dd className="text-sm text-ink-soft">{t("frameHint")}</dd>
            </>
          )}
        </div>
      </dl>
      <a href={page} className="justify-self-start underline">
        {t("backToSubject")}
      </a>
    </section>
  );
}
