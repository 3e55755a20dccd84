// The form of a delegation. Messages are keys under `form.errors`.
import { z } from "zod";
import { parseTypedDay } from "@/lib/schemas/form-fields";
import { exactText } from "@/lib/schemas/text";

export const delegationSchema = z.object({
  /** The roles of the absent person that the delegate gets. */
  membershipIds: z.array(z.uuid()).min(1, "no-role-chosen"),
  delegateId: exactText.min(1, "required").max(100),
  startsOn: parseTypedDay,
  endsOn: parseTypedDay,
});
export type DelegationInput = z.output<typeof delegationSchema>;

export const endDelegationSchema = z.object({ delegationId: z.uuid() });
