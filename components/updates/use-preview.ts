"use client";
import { useEffect, useRef, useState } from "react";
import { previewReportAction } from "@/lib/actions/updates";
import type { Light } from "@/lib/domain/targets/types";
import type { UpdateInput } from "@/lib/schemas/update";

const DELAY_MS = 400;

/** The light for the typed values, requested when typing pauses. */
export function usePreview(code: string, inputNow: () => UpdateInput | null) {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const [light, setLight] = useState<Light | null>(null);
  useEffect(() => () => clearTimeout(timer.current), []);
  const preview = () => {
    clearTimeout(timer.current);
    timer.current = setTimeout(async () => {
      const input = inputNow();
      if (input === null) return;
      const shown = await previewReportAction(code, input).catch(() => null);
      setLight(shown?.light ?? null);
    }, DELAY_MS);
  };
  return { light, preview };
}
