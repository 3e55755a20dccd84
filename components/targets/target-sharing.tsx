import { getTranslations } from "next-intl/server";
import { frameCode } from "@/components/charts/frame-code";
import { DayFile } from "@/components/layout/day-link";
import type { TargetPartProps } from "@/components/targets/target-promise";
import { CodeBlock } from "@/components/ui/code-block";
import { Disclosure } from "@/components/ui/disclosure";

interface TargetSharingProps extends TargetPartProps {
  readonly citation: string;
  readonly origin: string;
}

/** How to cite the target, embed it in other pages and download its data. */
export async function TargetSharing({ target, lang, citation, origin }: TargetSharingProps) {
  const t = await getTranslations("sharing");
  const { code, title, visibility, isIssued } = target;
  const frame = frameCode(`${origin}/embed/targets/${encodeURIComponent(code)}?lang=${lang}`, title[lang], origin);
  return (
    <Disclosure title={t("title")}>
      <dl className="grid gap-3">
        <div>
          <dt className="font-bold">{t("citation")}</dt>
          <dd>
            <CodeBlock>{citation}</CodeBlock>
          </dd>
        </div>
        {visibility === "public" && isIssued && (
          <div>
            <dt className="font-bold">{t("frame")}</dt>
            <dd>
              <CodeBlock>{frame}</CodeBlock>
            </dd>
            <dd className="text-sm text-ink-soft">{t("frameHint")}</dd>
          </div>
        )}
        <div>
          <dt className="font-bold">{t("data")}</dt>
          <dd className="flex flex-wrap gap-x-4">
            <DayFile href={`/targets/${code}/package.zip?lang=${lang}`}>{t("package")}</DayFile>
            <DayFile href={`/api/v1/targets/${code}?lang=${lang}`}>JSON</DayFile>
          </dd>
        </div>
        <div>
          <dt className="font-bold">{t("method")}</dt>
          <dd>{t("methodText")}</dd>
        </div>
      </dl>
    </Disclosure>
  );
}
