// Import it first in a test of server actions: replaces what works only inside a running server, and the actor by
// `browser.actor`.
import { vi } from "vitest";

vi.mock("next/headers", async () => (await import("@/testing/requests")).nextHeaders);
vi.mock("next-intl/server", () => ({ getTranslations: async () => (key: string) => key }));
vi.mock("next/cache", () => ({ revalidatePath: () => undefined }));
vi.mock("next/navigation", () => ({
  redirect: (to: string) => {
    throw new Error(`redirect ${to}`);
  },
}));
vi.mock("@/lib/server/auth/actor", async (original) => ({
  ...(await original<typeof import("@/lib/server/auth/actor")>()),
  getActor: async () => (await import("@/testing/requests")).browser.actor,
}));
