// Targets for search engines, as schema.org datasets.
import { formatUnit } from "@/lib/domain/units/format-measure";
import type { Language } from "@/lib/i18n/languages";
import type { TargetDetail } from "@/lib/views/target-detail";
import { describeTarget } from "@/lib/wording/describe-target";

interface Seen {
  readonly lang: Language;
  readonly origin: string;
}

interface Download {
  readonly "@type": "DataDownload";
  readonly encodingFormat: string;
  readonly contentUrl: string;
}

const download = (encodingFormat: string, contentUrl: string): Download => ({
  "@type": "DataDownload",
  encodingFormat,
  contentUrl,
});

/** Null for a target that visitors cannot read. */
export function targetDataset(
  { code, title, owner, terms, metric, visibility, isIssued }: TargetDetail,
  { lang, origin }: Seen,
): object | null {
  if (visibility !== "public" || !isIssued) return null;
  const url = `${origin}/targets/${encodeURIComponent(code)}`;
  return {
    "@context": "https://schema.org",
    "@type": "Dataset",
    name: title[lang],
    identifier: code,
    url,
    inLanguage: lang,
    description: `${title[lang]}. ${owner.name[lang]}. ${describeTarget(terms, metric, lang)}`,
    creator: { "@type": "GovernmentOrganization", name: owner.name[lang] },
    temporalCoverage: `${terms.startOn}/${terms.dueOn}`,
    variableMeasured: { "@type": "PropertyValue", name: metric.name[lang], unitText: formatUnit(metric, lang) },
    isAccessibleForFree: true,
    distribution: [
      download("text/csv", `${url}/chart.csv?lang=${lang}`),
      download("application/json", `${origin}/api/v1/targets/${encodeURIComponent(code)}?lang=${lang}`),
      download("application/zip", `${url}/package.zip?lang=${lang}`),
    ],
  };
}

/** All public targets as one dataset. */
export function targetListDataset(name: string, description: string, { lang, origin }: Seen): object {
  return {
    "@context": "https://schema.org",
    "@type": "Dataset",
    name,
    description,
    url: `${origin}/targets`,
    inLanguage: lang,
    isAccessibleForFree: true,
    distribution: [
      download("text/csv", `${origin}/targets/export.csv?lang=${lang}`),
      download(
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        `${origin}/targets/export.xlsx?lang=${lang}`,
      ),
      download("application/json", `${origin}/api/v1/targets?lang=${lang}`),
    ],
  };
}
