"use client";
// The lights that the typed rules would change today, requested when typing pauses.
import Link from "next/link";
import type { ReactNode } from "react";
import type { Messages } from "use-intl";
import { useFormPreview } from "@/components/forms/use-form-preview";
import type { FormValues } from "@/components/forms/use-form-values";
import { previewRulesAction } from "@/lib/actions/rules";
import type { Light } from "@/lib/domain/targets/types";
import { formatMessage, type WithCompiled } from "@/lib/i18n/format-message";
import type { Language } from "@/lib/i18n/languages";
import type { LightChange, RulesPreview as Preview } from "@/lib/views/rules";

type RulesPreviewWords = WithCompiled<
  Pick<
    Messages["admin"],
    "previewTitle" | "previewHint" | "previewNone" | "previewInvalid" | "previewCount" | "previewMore"
  >,
  "previewCount" | "previewMore"
>;

interface RulesPreviewProps {
  /** Of the bounds in the URL; undefined without any, null if they are invalid. */
  readonly initial: Preview | null | undefined;
  readonly badges: Readonly<Record<Light, ReactNode>>;
  readonly words: RulesPreviewWords;
  readonly lang: Language;
}

const readPreview = (values: FormValues) => previewRulesAction(values).catch(() => undefined);

function Change({
  change,
  badges,
  lang,
}: Pick<RulesPreviewProps, "badges" | "lang"> & { readonly change: LightChange }) {
  const { code, title, before, after } = change;
  return (
    <li className="border-t py-2">
      <Link href={`/targets/${code}`} prefetch={false} className="underline">
        {code} {title[lang]}
      </Link>
      <span className="flex flex-wrap items-baseline gap-x-3">
        {badges[before]} <span aria-hidden="true">→</span> {badges[after]}
      </span>
    </li>
  );
}

function Changes({ preview, badges, words, lang }: Omit<RulesPreviewProps, "initial"> & { readonly preview: Preview }) {
  const { count, changes } = preview;
  if (count === 0) return <p>{words.previewNone}</p>;
  return (
    <>
      <p className="font-bold">{formatMessage(words.previewCount, { count })}</p>
      <ul>
        {changes.map((change) => (
          <Change key={change.code} change={change} badges={badges} lang={lang} />
        ))}
      </ul>
      {count > changes.length && <p>{formatMessage(words.previewMore, { count: count - changes.length })}</p>}
    </>
  );
}

export function RulesPreview({ initial, ...rest }: RulesPreviewProps) {
  const { words } = rest;
  const { place, preview } = useFormPreview(initial, readPreview);
  return (
    <section ref={place} aria-label={words.previewTitle} aria-live="polite" className="xl:border-l xl:pl-6">
      <div className="grid content-start gap-2 xl:sticky xl:top-4">
        <h2 className="my-0!">{words.previewTitle}</h2>
        {preview === undefined && <p className="text-ink-soft">{words.previewHint}</p>}
        {preview === null && <p className="text-notice">{words.previewInvalid}</p>}
        {preview && <Changes {...rest} preview={preview} />}
      </div>
    </section>
  );
}
