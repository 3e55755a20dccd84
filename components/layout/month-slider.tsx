"use client";
import { usePathname, useRouter, useSearchParams } from "next/navigation";
import { useState } from "react";
import { NOT_ON_ANOTHER_DAY, onDay } from "@/components/layout/as-of-limits";
import { listMonthEnds } from "@/components/layout/month-ends";
import { ignoringComposition } from "@/components/ui/ignoring-composition";
import type { IsoDate } from "@/lib/domain/calendar/iso-date";

export interface MonthSliderProps {
  readonly words: Readonly<Record<"slider" | "today", string>>;
  readonly today: IsoDate;
}

/** Moves through the last twelve ends of months. */
export function MonthSlider({ words, today }: MonthSliderProps) {
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
    const rest = new URLSearchParams([...params].filter(([name]) => !NOT_ON_ANOTHER_DAY.includes(name)));
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
