"use client";
// Files as last reported by the server, polled while one is queued or being generated.
import { useEffect, useEffectEvent, useState } from "react";
import type { GeneratedFileView } from "@/lib/views/generated-file";

type FileState = Pick<GeneratedFileView, "id" | "state">;

export const isUnfinished = ({ state }: FileState) => state === "requested" || state === "generating";

const POLL_MS = 1000;

/** @param load reads the files again; null if they cannot be read now */
export function usePolledFiles<File extends FileState>(
  first: readonly File[],
  load: (files: readonly File[]) => Promise<readonly File[] | null>,
): readonly File[] {
  const [files, setFiles] = useState(first);
  // After an action, the refreshed page is newer.
  useEffect(() => setFiles(first), [first]);
  const isPending = files.some(isUnfinished);
  const poll = useEffectEvent(async () => {
    const answer = await load(files).catch(() => null);
    if (answer !== null) setFiles(answer);
  });
  useEffect(() => {
    if (!isPending) return;
    const timer = setInterval(() => poll(), POLL_MS);
    return () => clearInterval(timer);
  }, [isPending]);
  return files;
}
