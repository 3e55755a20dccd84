"use client";

interface FaultProps {
  readonly digest: string | undefined;
  readonly retry: () => void;
}

/** An honest word on a fault, in both languages, because what carries the chosen one may be what failed. */
export function Fault({ digest, retry }: FaultProps) {
  return (
    <div role="alert" className="grid max-w-xl gap-3">
      <h1>
        出了故障 <span lang="en">Something went wrong here</span>
      </h1>
      <p>页面没有打开，数据没有改动。请重试；仍不行，请把下面的编号告诉管理员。</p>
      <p lang="en">
        The page did not open; no data was changed. Try again; if it stays, tell the administrator the number below.
      </p>
      {digest !== undefined && <p className="text-ink-soft tabular-nums">{digest}</p>}
      <p className="flex flex-wrap gap-4">
        <button type="button" onClick={retry} className="border border-accent px-4 py-2 font-bold text-accent">
          重试 <span lang="en">Try again</span>
        </button>
        <a href="/" className="px-2 py-2 underline">
          总览 <span lang="en">Overview</span>
        </a>
      </p>
    </div>
  );
}
