import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { StyleguideControls } from "@/components/styleguide/styleguide-controls";
import { StyleguideForms } from "@/components/styleguide/styleguide-forms";
import { StyleguideLists } from "@/components/styleguide/styleguide-lists";
import { PageHeader } from "@/components/ui/page-header";
import { env } from "@/lib/server/env";

export const metadata: Metadata = { title: "Style guide" };

/** Every component of the UI kit in every state. For developers: in production it answers 404. */
export default function StyleguidePage() {
  if (process.env.NODE_ENV !== "development" && env.GUATU_STYLEGUIDE === undefined) notFound();
  return (
    <div className="grid gap-8">
      <PageHeader
        title="Style guide"
        context="For developers"
        lead="Every component of components/ui in every state. The rules are in docs/DESIGN-SYSTEM.md."
      />
      <StyleguideControls />
      <StyleguideForms />
      <StyleguideLists />
    </div>
  );
}
