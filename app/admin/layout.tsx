import type { ReactNode } from "react";
import { AdminNav } from "@/components/admin/admin-nav";

export default function AdminLayout({ children }: { readonly children: ReactNode }) {
  return (
    <>
      <AdminNav />
      {children}
    </>
  );
}
