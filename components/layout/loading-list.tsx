import { getTranslations } from "next-intl/server";
import { type ReactNode, Suspense } from "react";

interface LoadingListProps {
  /** The page's heading, which is shown at once. */
  readonly title: string;
  readonly children: ReactNode;
}

/**
 * React streams the content into a hidden element until its script runs; without script it is shown there. An
 * `important` rule of the earlier layer wins: Tailwind hides in `base`. It is as wide as `main`, which it is outside of.
 */
const WITHOUT_SCRIPT =
  '@layer theme{div[hidden][id^="S:"]{display:block!important}}.skeleton{display:none!important}' +
  'div[hidden][id^="S:"]{max-width:80rem;margin-inline:auto;padding:0 1rem 1.5rem}';
const ENTRIES = ["first", "second", "third", "fourth", "fifth"];

/**
 * The skeleton of a list until the list is loaded. The page checks permissions first, outside of it, so that the
 * response has the correct status (404 or a redirect).
 */
export async function LoadingList({ title, children }: LoadingListProps) {
  const t = await getTranslations("layout");
  const outline = (
    <div className="skeleton">
      <noscript>
        <style>{WITHOUT_SCRIPT}</style>
      </noscript>
      <h1>{title}</h1>
      <p role="status" className="border-b pb-2 text-ink-soft">
        {t("loading")}
      </p>
      <div aria-hidden="true" className="divide-y">
        {ENTRIES.map((entry) => (
          <div key={entry} className="grid gap-2 py-4">
            <span className="h-5 w-2/3" />
            <span className="h-4 w-1/3" />
            <span className="h-8 w-full" />
          </div>
        ))}
      </div>
    </div>
  );
  return <Suspense fallback={outline}>{children}</Suspense>;
}
