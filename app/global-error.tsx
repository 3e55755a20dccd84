"use client";
import { ErrorScreen } from "@/components/layout/error-screen";
import "./globals.css";

interface GlobalErrorProps {
  readonly error: Error & { digest?: string };
  readonly reset: () => void;
}

export default function GlobalError({ error, reset }: GlobalErrorProps) {
  return (
    <html lang="zh-CN">
      <body>
        <main className="mx-auto max-w-7xl px-4 py-6">
          <ErrorScreen digest={error.digest} retry={reset} />
        </main>
      </body>
    </html>
  );
}
