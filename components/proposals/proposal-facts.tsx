import { getTranslations } from "next-intl/server";
import type { CardProps } from "@/components/proposals/proposal-card";
import { isoDate, parseIsoDate } from "@/lib/domain/calendar/iso-date";
import { formatIsoDate } from "@/lib/domain/units/format-date";
import { formatMeasure } from "@/lib/domain/units/format-measure";
import { plainUnit } from "@/lib/domain/units/printed-unit";
import { explainWord } from "./describe-proposal";

const FIELDS = ["title", "owner", "year", "value", "unit", "role", "baselineYear"] as const;

/** The fields of a proposal, what lacks, and the words that decided them. */
export async function ProposalFacts({ proposal, lang, names }: CardProps) {
  const [t, kinds, asked] = await Promise.all([
    getTranslations("proposals"),
    getTranslations("metricKinds"),
    getTranslations("questions"),
  ]);
  const { fields, words, missing, questions } = proposal;
  const measure = (value: string) => formatMeasure(value, plainUnit(fields.unit), lang);
  const due = parseIsoDate(fields.dueOn) === null ? fields.year : formatIsoDate(isoDate(fields.dueOn), lang);
  const inYear = (value: string, year: string) => `${measure(value)} (${year || "?"})`;
  const facts = [
    ["owner", names.get(fields.owner) ?? ""],
    [fields.role === "result" ? "year" : "due", due],
    ["baseline", fields.baselineValue === "" ? "" : inYear(fields.baselineValue, fields.baselineYear)],
    ["growth", fields.growthPct === "" ? "" : `${fields.growthPct}%`],
    ["pastValues", fields.pastValues.map(({ value, year }) => inYear(value, year)).join(", ")],
    ["steps", fields.steps.length > 1 ? fields.steps.map(({ title }) => title).join("; ") : ""],
    ["note", fields.note],
  ] as const;
  const lacking = FIELDS.filter((field) => field in missing).map((field) => t(`fields.${field}`));
  return (
    <>
      <dl className="grid grid-cols-[max-content_minmax(0,1fr)] gap-x-3 text-sm">
        {facts
          .filter(([, text]) => text !== "")
          .map(([name, text]) => (
            <div key={name} className="contents">
              <dt className="text-ink-soft">{t(`facts.${name}`)}</dt>
              <dd className="whitespace-pre-wrap tabular-nums">{text}</dd>
            </div>
          ))}
        <div className="contents">
          <dt className="text-ink-soft">{t("kind")}</dt>
          <dd>{kinds(fields.kind)}</dd>
        </div>
      </dl>
      {words.length > 0 && (
        <ul aria-label={t("why")} className="flex flex-wrap gap-x-3 text-sm text-ink-soft">
          {words.map((word) => (
            <li key={word.means}>{t("because", { word: word.word, meaning: explainWord(word, names, lang) })}</li>
          ))}
        </ul>
      )}
      {questions.map((question) => (
        <p key={question} className="text-sm text-notice">
          {asked(question)}
        </p>
      ))}
      {fields.role === "result" ? (
        <p className="text-sm">{t("resultHint")}</p>
      ) : (
        lacking.length > 0 && (
          <p className="text-sm text-notice">{t("missing", { fields: lacking.join(lang === "en" ? ", " : "、") })}</p>
        )
      )}
    </>
  );
}
