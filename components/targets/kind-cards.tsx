import { getMessages, getTranslations } from "next-intl/server";
import { METRIC_KINDS, type MetricKind } from "@/lib/domain/targets/types";
import { CHANGE_CARD } from "@/lib/schemas/plan-shapes";

type Card = MetricKind | typeof CHANGE_CARD;
/** The change over years after the level that it is. */
const CARDS: readonly Card[] = METRIC_KINDS.flatMap((kind): Card[] =>
  kind === "level" ? [kind, CHANGE_CARD] : [kind],
);

/** One line of the picture of a kind: its course, and the promise it is compared with. */
const COURSES: Readonly<Record<Card, { readonly course: string; readonly promise: string }>> = {
  cumulative: { course: "M4 34 L20 28 L36 18 L60 8", promise: "M4 8 H60" },
  level: { course: "M4 10 L20 16 L36 22 L60 30", promise: "M4 30 H60" },
  change: { course: "M4 10 L32 18 L60 30", promise: "M4 10 H60 M60 10 V30" },
  growth: { course: "M4 20 L18 14 L32 22 L46 16 L60 18", promise: "M4 22 H60" },
  ratio: { course: "M4 14 L18 12 L32 16 L46 12 L60 13", promise: "M4 18 H60" },
  rank: { course: "M4 30 H20 V22 H40 V10 H60", promise: "M4 14 H60" },
  milestone: { course: "M4 34 H18 V26 H34 V16 H50 V8 H60", promise: "M4 8 H60" },
  "yes-no": { course: "M4 32 H44 V8 H60", promise: "M44 4 V36" },
};

function KindPicture({ kind }: { readonly kind: Card }) {
  const { course, promise } = COURSES[kind];
  return (
    <svg viewBox="0 0 64 40" aria-hidden="true" className="h-10 w-16 shrink-0" fill="none" strokeWidth={2}>
      <path d={promise} className="stroke-ink-soft" strokeDasharray="3 3" />
      <path d={course} className="stroke-accent" />
    </svg>
  );
}

/** The seven kinds of promise and a change over years, each with a picture and an example. */
export async function KindCards({ value }: { readonly value: string | undefined }) {
  const [{ promiseForm: words }, kinds] = await Promise.all([getMessages(), getTranslations("metricKinds")]);
  return (
    <fieldset className="sm:col-span-2">
      <legend className="font-bold">{words.kind}</legend>
      <div className="grid gap-2 sm:grid-cols-2">
        {CARDS.map((kind) => (
          <label
            key={kind}
            className="flex min-h-11 cursor-pointer items-center gap-3 border px-3 py-2 has-checked:border-accent has-checked:bg-accent-ground"
          >
            <input type="radio" name="metric.kind" value={kind} defaultChecked={kind === (value ?? CARDS[0])} />
            <KindPicture kind={kind} />
            <span>
              <span className="block font-bold">{kind === CHANGE_CARD ? words.change : kinds(kind)}</span>
              <span className="block text-sm text-ink-soft">{words.examples[kind]}</span>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
