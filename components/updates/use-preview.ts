"use client";
import { useEffect, useRef, useState } from "react";
import { previewReportAction } from "@/lib/actions/updates";
import type { UpdateInput } from "@/lib/schemas/update";
import type { ReportPreview } from "@/lib/views/update";

const DELAY_MS = 400;

/** The light, the warnings and the chart for the typed values, requested when typing pauses. */
export function usePreview(code: string, hasValue: boolean, inputNow: () => UpdateInput | null) {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const [shown, setShown] = useState<ReportPreview | null>(null);
  const preview = () => {
    clearTimeout(timer.current);
    timer.current = setTimeout(async () => {
      const input = inputNow();
      if (input === null) return;
      setShown(await previewReportAction(code, input).catch(() => null));
    }, DELAY_MS);
  };
  // A draft or a returned report starts with a value.
  useEffect(() => {
    if (hasValue) preview();
    return () => clearTimeout(timer.current);
  }, []);
  return { shown, preview };
}
