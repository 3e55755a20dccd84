// The bounds of the lights as sentences: the general ones, and those of each kind of metric.
import { useTranslations } from "next-intl";
import { InlineNumber, InlineSelect, Sentence } from "@/components/forms/sentence-fields";
import { GAP_MEASURES, type RuleSet } from "@/lib/domain/targets/assessment";
import { RULED_KINDS } from "@/lib/domain/targets/rule-sets";
import { BOUND_FIELDS, typedBounds } from "@/lib/schemas/rules";

const FIELDS = Object.values(BOUND_FIELDS);
type Field = (typeof FIELDS)[number];

const RULES = {
  aheadFrom: "aheadRule",
  onTrackWithin: "onTrackRule",
  behindWithin: "behindRule",
} as const satisfies Readonly<Record<Field, string>>;

interface SentencesProps {
  readonly inForce: RuleSet;
  /** The fields in the URL; null without any. */
  readonly requested: Readonly<Record<string, string>> | null;
}

/** "A target is ahead from [5] points above its plan." */
export function GeneralSentences({ inForce, requested }: SentencesProps) {
  const t = useTranslations("admin");
  const stored = typedBounds(inForce);
  return FIELDS.map((name) => {
    const label = t(`boundNames.${name}`);
    const bound = () => (
      <InlineNumber name={name} label={label} value={requested?.[name] ?? stored[name]} allowsNegative />
    );
    return (
      <Sentence key={name} fields={[{ name, label }]}>
        {t.rich(RULES[name], { bound })}
      </Sentence>
    );
  });
}

interface KindSentenceProps extends SentencesProps {
  readonly kind: (typeof RULED_KINDS)[number];
}

/** Its own bounds appear once a measure is chosen, also without script; they start as the general ones. */
function KindSentence({ kind, inForce, requested }: KindSentenceProps) {
  const [t, kinds] = [useTranslations("admin"), useTranslations("metricKinds")];
  const own = inForce.kinds[kind];
  const stored = typedBounds(own ?? inForce);
  const shownIn = (field: string, before: string) => requested?.[`${kind}.${field}`] ?? before;
  const measures = [
    { value: "", label: t("measures.general") },
    ...GAP_MEASURES.map((measure) => ({ value: measure, label: t(`measures.${measure}`) })),
  ];
  const named = (field: string) => t("kindField", { kind: kinds(kind), field });
  const fields = FIELDS.map((field) => ({
    field,
    name: `${kind}.${field}`,
    label: named(t(`kindBoundNames.${field}`)),
  }));
  const numbers = fields.map(({ field, name, label }) => [
    field,
    () => <InlineNumber name={name} label={label} value={shownIn(field, stored[field])} allowsNegative />,
  ]);
  return (
    <div className="group">
      <Sentence fields={fields}>
        {t.rich("kindRule", {
          kind: kinds(kind),
          measure: () => (
            <InlineSelect
              name={`${kind}.measure`}
              label={named(t("measureName"))}
              value={shownIn("measure", own?.measure ?? "")}
              options={measures}
            />
          ),
        })}
        <span className="group-has-[option[value='']:checked]:hidden">
          {t.rich("kindBounds", Object.fromEntries(numbers))}
        </span>
      </Sentence>
    </div>
  );
}

export function KindSentences(props: SentencesProps) {
  return RULED_KINDS.map((kind) => <KindSentence key={kind} kind={kind} {...props} />);
}
