// Breaks an import direction on purpose: the boundary check must report this file.
import type { Transaction } from "@/lib/server/db/client";

export type Planted = Transaction;
