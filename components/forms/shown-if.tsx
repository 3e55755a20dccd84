"use client";
// Fields that only apply while another field has a value. They stay in the form, so that nothing typed is lost.
import { type ReactNode, useRef } from "react";
import { useFormValues } from "@/components/forms/use-form-values";

interface ShownIfProps {
  /** The name of the other field. */
  readonly field: string;
  readonly equals: string;
  readonly initially: string;
  readonly className?: string;
  readonly children: ReactNode;
}

export function ShownIf({ field, equals, initially, className, children }: ShownIfProps) {
  const place = useRef<HTMLDivElement>(null);
  const values = useFormValues(place);
  return (
    <div ref={place} hidden={(values?.[field] ?? initially) !== equals} className={className}>
      {children}
    </div>
  );
}
