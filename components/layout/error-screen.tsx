"use client";
import { Button } from "@/components/ui/button";

interface FaultProps {
  readonly digest: string | undefined;
  readonly retry: () => void;
}

/** The error page in both languages, because reading the chosen language may be what failed. */
export function ErrorScreen({ digest, retry }: FaultProps) {
  return (
    <div role="alert" className="grid max-w-xl gap-3">
      <h1>
        出了故障 <span lang="en">Something went wrong here</span>
      </h1>
      <p>页面没有打开。请重试；如果刚刚提交过内容，请先核对是否已保存，再决定是否重报。</p>
      <p lang="en">
        The page did not open. Try again; if you have just submitted something, check whether it is there before you
        send it again.
      </p>
      {digest !== undefined && (
        <p className="text-ink-soft tabular-nums">
          请把编号告诉管理员 <span lang="en">Tell the administrator this number</span> {digest}
        </p>
      )}
      <p className="flex flex-wrap gap-4">
        <Button variant="primary" onClick={retry}>
          重试 <span lang="en">Try again</span>
        </Button>
        <a href="/" className="px-2 py-2 underline">
          总览 <span lang="en">Overview</span>
        </a>
      </p>
    </div>
  );
}
