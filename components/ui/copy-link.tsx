"use client";
import { useState } from "react";
import { Button } from "@/components/ui/button";

interface CopyLinkProps {
  readonly label: string;
  readonly copied: string;
}

/** Copies the address of the page. Hidden without script. */
export function CopyLink({ label, copied }: CopyLinkProps) {
  const [at, setAt] = useState<string | null>(null);
  const copy = () => {
    const address = window.location.href;
    void navigator.clipboard.writeText(address).then(() => setAt(address));
  };
  return (
    <>
      <Button size="sm" onClick={copy} className="needs-script">
        {label}
      </Button>
      <span role="status" className="self-center text-sm text-ink-soft empty:hidden">
        {at === null ? "" : copied}
      </span>
    </>
  );
}
