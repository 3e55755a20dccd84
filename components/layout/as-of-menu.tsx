"use client";
import { usePathname, useSearchParams } from "next/navigation";
import { lazy, type ReactNode, Suspense } from "react";
import { asOfLimit, NOT_ON_ANOTHER_DAY } from "@/components/layout/as-of-limits";
import type { MonthSliderProps } from "@/components/layout/month-slider";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";

/** Only two pages have it, so the others do not load its script. */
const MonthSlider = lazy(async () => {
  const { MonthSlider: component } = await import("@/components/layout/month-slider");
  return { default: component };
});

interface AsOfMenuProps extends MonthSliderProps {
  readonly words: MonthSliderProps["words"] & Readonly<Record<"label" | "go", string>>;
}

/** Pages whose light changes from month to month. */
const WITH_SLIDER = [/^\/$/, /^\/targets\/[^/]+$/];

/** Only children on pages with data as of a day. */
export function OnDataPages({ children }: { readonly children: ReactNode }) {
  return asOfLimit(usePathname()) === "present" ? null : children;
}

/**
 * Opens the page as of another day, by a plain form that requests the same URL with ?asOf=. On overview and target a
 * slider moves through the last twelve ends of months.
 */
export function AsOfMenu({ words, today }: AsOfMenuProps) {
  const [path, params] = [usePathname(), useSearchParams()];
  const day = params.get("asOf");
  const query = [...params].filter(([name]) => !NOT_ON_ANOTHER_DAY.includes(name));
  return (
    <>
      <form method="get" className="grid gap-2">
        {query.map(([name, value]) => (
          <input key={`${name}=${value}`} type="hidden" name={name} value={value} />
        ))}
        <label htmlFor="as-of">{words.label}</label>
        <span className="flex gap-2">
          <Input id="as-of" type="date" name="asOf" max={today} defaultValue={day ?? ""} key={day} required compact />
          <Button type="submit" size="sm" className="shrink-0">
            {words.go}
          </Button>
        </span>
      </form>
      {WITH_SLIDER.some((one) => one.test(path)) && (
        <Suspense>
          <MonthSlider words={words} today={today} />
        </Suspense>
      )}
    </>
  );
}
