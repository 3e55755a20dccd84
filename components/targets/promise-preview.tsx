"use client";
// The promise read back while it is typed, with its course and the lights of sample reports, and questions about it.
import { useState } from "react";
import type { Messages } from "use-intl";
import { useSubmitContext } from "@/components/forms/submit-context";
import { useFormPreview } from "@/components/forms/use-form-preview";
import type { FormValues } from "@/components/forms/use-form-values";
import { Notice } from "@/components/ui/notice";
import { previewPromiseAction } from "@/lib/actions/targets";
import { LIGHT_SHAPES } from "@/lib/charts/svg/light-shapes";
import type { PromisePreview as Preview } from "@/lib/views/promise-preview";

export interface PreviewWords {
  readonly form: Messages["promiseForm"];
  readonly questions: Messages["questions"];
  readonly lights: Messages["lights"];
}

const readPreview = (values: FormValues) => previewPromiseAction(values).catch(() => null);
const [WIDTH, HEIGHT, MARGIN] = [320, 90, 6];

/** The course as a line between its lowest and highest value. */
function Course({ course, label }: { readonly course: Preview["course"]; readonly label: string }) {
  const [first, last] = [course[0], course.at(-1)];
  if (first === undefined || last === undefined || first === last) return null;
  const values = course.map(({ value }) => value);
  const [low, high] = [Math.min(0, ...values), Math.max(0, ...values)];
  const [from, to] = [Date.parse(first.on), Date.parse(last.on)];
  const x = (on: string) => MARGIN + ((Date.parse(on) - from) / (to - from)) * (WIDTH - 2 * MARGIN);
  const y = (value: number) => HEIGHT - MARGIN - ((value - low) / (high - low || 1)) * (HEIGHT - 2 * MARGIN);
  return (
    <figure className="min-w-0">
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        role="img"
        aria-label={`${label}: ${course.map(({ text }) => text).join("; ")}`}
      >
        <path d={`M${MARGIN} ${y(0)} H${WIDTH - MARGIN}`} className="stroke-ink-soft" strokeWidth={0.5} />
        <polyline
          points={course.map(({ on, value }) => `${x(on)},${y(value)}`).join(" ")}
          className="stroke-accent"
          fill="none"
          strokeWidth={2}
        />
      </svg>
      <figcaption className="flex justify-between text-sm text-ink-soft tabular-nums">
        <span>{first.text}</span>
        <span>{last.text}</span>
      </figcaption>
    </figure>
  );
}

/** A hidden "no" until the author has confirmed what the questions ask. */
function Questions({ questions, words }: { readonly questions: Preview["questions"]; readonly words: PreviewWords }) {
  const { answer, words: formWords, formId } = useSubmitContext();
  const asked = questions.join(" ");
  const [confirmed, setConfirmed] = useState<string | null>(null);
  const error = answer.errors.confirmed;
  const isConfirmed = confirmed === asked;
  return (
    <>
      <input type="hidden" name="confirmed" value={isConfirmed ? "yes" : "no"} />
      {questions.length > 0 && (
        <Notice>
          <p className="font-bold">{words.questions.title}</p>
          <ul className="list-disc pl-5">
            {questions.map((question) => (
              <li key={question}>{words.questions[question]}</li>
            ))}
          </ul>
          <label className="mt-2 flex min-h-11 items-center gap-2">
            <input
              type="checkbox"
              checked={isConfirmed}
              aria-invalid={error ? true : undefined}
              aria-describedby={error ? `${formId}-confirmed-error` : undefined}
              onChange={({ target }) => setConfirmed(target.checked ? asked : null)}
            />
            {words.questions.confirm}
          </label>
          {error && (
            <p id={`${formId}-confirmed-error`} className="text-sm text-notice">
              {formWords.errors[error] ?? error}
            </p>
          )}
        </Notice>
      )}
    </>
  );
}

export function PromisePreview({ words }: { readonly words: PreviewWords }) {
  const { place, preview } = useFormPreview<Preview | null>(null, readPreview);
  return (
    // As high as most answers, so that the button below does not move while it is pressed.
    <section
      ref={place}
      aria-label={words.form.preview}
      aria-live="polite"
      className="grid min-h-80 content-start gap-3 border px-3 py-3 sm:min-h-52"
    >
      <h2 className="text-base">{words.form.preview}</h2>
      {preview === null ? (
        <p className="text-ink-soft">{words.form.previewNone}</p>
      ) : (
        <div className="grid gap-3 sm:grid-cols-2">
          <div className="grid content-start gap-2">
            <p>{preview.sentence}</p>
            {preview.samplesTitle !== null && (
              <>
                <p className="text-sm text-ink-soft">{preview.samplesTitle}</p>
                <ul className="grid gap-1 tabular-nums">
                  {preview.samples.map(({ text, light }) => (
                    <li key={text} className="flex flex-wrap gap-x-3">
                      {text}{" "}
                      <span>
                        <span aria-hidden="true" style={{ color: `var(--badge-${light})` }}>
                          {LIGHT_SHAPES[light]}
                        </span>{" "}
                        {words.lights[light]}
                      </span>
                    </li>
                  ))}
                </ul>
              </>
            )}
          </div>
          <Course course={preview.course} label={words.form.course} />
        </div>
      )}
      <Questions questions={preview?.questions ?? []} words={words} />
    </section>
  );
}
