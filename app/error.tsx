"use client";
import { Fault } from "@/components/layout/fault";

interface ErrorPageProps {
  readonly error: Error & { digest?: string };
  readonly reset: () => void;
}

export default function ErrorPage({ error, reset }: ErrorPageProps) {
  return <Fault digest={error.digest} retry={reset} />;
}
