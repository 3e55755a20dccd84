// Input of users about their own account. The password policy is checked in lib/server/auth/passwords.ts.
import { z } from "zod";
import { exactText } from "@/lib/schemas/text";

/** Longer input is not hashed. */
const password = exactText.min(1, "required").max(1000, "too-long");

export const linkPasswordSchema = z.object({ token: exactText, password });
export const passwordChangeSchema = z.object({ current: password, password });
export const forgotSchema = z.object({ email: z.email("not-an-email").max(254, "too-long") });
export const sessionSchema = z.object({ id: exactText.min(1) });
