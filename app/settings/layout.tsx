import type { ReactNode } from "react";
import { SettingsNav } from "@/components/settings/settings-nav";

export default function SettingsLayout({ children }: { readonly children: ReactNode }) {
  return (
    <>
      <SettingsNav />
      {children}
    </>
  );
}
