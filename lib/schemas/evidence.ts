// The visibility of an evidence file. Messages are keys under `form.errors`.
import { z } from "zod";
import { visibilitySchema } from "@/lib/schemas/visibility";

export const evidenceVisibilitySchema = z.object({ fileId: z.uuid(), visibility: visibilitySchema });
