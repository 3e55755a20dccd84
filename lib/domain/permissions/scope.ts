// The scope of permissions of a target that has been read.
import type { Scope } from "@/lib/domain/permissions/can";
import type { TargetTerms } from "@/lib/domain/targets/types";

type ReadTarget = Pick<Scope["target"], "ownerId" | "visibility" | "isIssued"> & {
  readonly terms: Pick<TargetTerms, "state">;
};

export function scopeOf({ ownerId, visibility, isIssued, terms }: ReadTarget): Scope["target"] {
  return { ownerId, visibility, isIssued, state: terms.state };
}
