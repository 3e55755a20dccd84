"use client";
import { ErrorScreen } from "@/components/layout/error-screen";

interface ErrorPageProps {
  readonly error: Error & { digest?: string };
  readonly reset: () => void;
}

export default function ErrorPage({ error, reset }: ErrorPageProps) {
  return <ErrorScreen digest={error.digest} retry={reset} />;
}
