"use client";
import { usePathname, useRouter, useSearchParams } from "next/navigation";
import { type ReactNode, useState } from "react";
import { asOfLimit, onDay } from "@/components/layout/as-of-limits";
import { listMonthEnds } from "@/components/layout/month-ends";
import { Button } from "@/components/ui/button";
import { ignoringComposition } from "@/components/ui/ignoring-composition";
import { Input } from "@/components/ui/input";
import type { IsoDate } from "@/lib/domain/calendar/iso-date";

interface AsOfMenuProps {
  readonly words: Readonly<Record<"label" | "go" | "slider" | "today", string>>;
  readonly today: IsoDate;
}

/** A position in a list is not valid on another day. */
const EXCLUDED = ["asOf", "cursor", "after", "before"];

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
  const query = [...params].filter(([name]) => !EXCLUDED.includes(name));
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
      {WITH_SLIDER.some((one) => one.test(path)) && <MonthSlider words={words} today={today} />}
    </>
  );
}

function MonthSlider({ words, today }: AsOfMenuProps) {
  const [router, path, params] = [useRouter(), usePathname(), useSearchParams()];
  const day = params.get("asOf");
  const days = listMonthEnds(today);
  const last = days.length - 1;
  const start =
    day === null
      ? last
      : Math.max(
          0,
          days.findLastIndex((one) => one <= day),
        );
  // A choice is valid until another day is shown.
  const [choice, setChoice] = useState({ day, place: start });
  const place = choice.day === day ? choice.place : start;
  const chosen = days[place] ?? today;
  const open = () => {
    const rest = new URLSearchParams([...params].filter(([name]) => !EXCLUDED.includes(name)));
    const here = rest.size === 0 ? path : `${path}?${rest}`;
    if (place !== start) router.replace(place === last ? here : onDay(here, chosen), { scroll: false });
  };
  return (
    <label className="grid gap-1">
      <span className="flex justify-between gap-2">
        {words.slider}
        <output className="tabular-nums">{place === last ? words.today : chosen}</output>
      </span>
      <input
        type="range"
        aria-label={words.slider}
        min={0}
        max={last}
        value={place}
        aria-valuetext={place === last ? words.today : chosen}
        className="w-full accent-accent pointer-coarse:min-h-11"
        onChange={(event) => setChoice({ day, place: Number(event.currentTarget.value) })}
        onPointerUp={open}
        onKeyUp={ignoringComposition(open)}
      />
    </label>
  );
}
