import { useTranslations } from "next-intl";
import { frameCode } from "@/components/charts/frame-code";
import { CodeBlock } from "@/components/ui/code-block";
import type { ChartModel } from "@/lib/charts/model/chart-model";

interface StudioResultProps {
  readonly model: ChartModel;
  readonly size: { readonly width: number; readonly height: number };
  /** The URL of its files without extension, and their query. */
  readonly files: string;
  readonly query: URLSearchParams;
  readonly page: string;
  readonly origin: string;
  /** Null if the chart contains internal data. */
  readonly frame: string | null;
}

/** The chart as its file will look, and its downloads. */
export function StudioResult({ model, size, files, query, page, origin, frame }: StudioResultProps) {
  const t = useTranslations("studio");
  const address = (ending: string, more: Readonly<Record<string, string>> = {}) => {
    const params = new URLSearchParams(query);
    for (const [name, value] of Object.entries(more)) params.set(name, value);
    return `${files}.${ending}${params.size === 0 ? "" : `?${params}`}`;
  };
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
    <section className="grid min-w-0 content-start gap-4" aria-label={t("result")}>
      {/* On a phone it is small: a touch shows the file itself. */}
      <a href={address("png")} className="justify-self-start">
        <img
          src={address("png")}
          alt={model.description}
          width={size.width}
          height={size.height}
          className="h-auto max-w-full border"
        />
      </a>
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
          {frame === null ? (
            <dd>{t("notPublic")}</dd>
          ) : (
            <>
              <dd>
                <CodeBlock>
                  {frameCode(`${origin}${frame}${query.size === 0 ? "" : `?${query}`}`, model.title, origin)}
                </CodeBlock>
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
