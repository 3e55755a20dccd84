import { getTranslations } from "next-intl/server";
import { ActionForm } from "@/components/forms/action-form";
import { SelectField, SubmitButton } from "@/components/forms/form-fields";
import type { CardProps } from "@/components/proposals/proposal-card";
import { moveProposalAction } from "@/lib/actions/sources";
import { describeProposal } from "./describe-proposal";

/** Merges the proposal into another one of the document. */
export async function MergeForm({ proposal, hosts, words, lang }: CardProps) {
  const t = await getTranslations("proposals");
  const options = hosts
    .filter(({ id }) => id !== proposal.id)
    .map((host) => ({
      value: host.id,
      label:
        host.fields.kind === "milestone"
          ? host.fields.title
          : `${host.fields.title} · ${describeProposal(host.fields, lang)}`,
    }));
  return (
    <ActionForm action={moveProposalAction} words={words} label={t("merge")}>
      <input type="hidden" name="id" value={proposal.id} />
      <input type="hidden" name="version" value={proposal.version} />
      <SelectField
        name="into"
        label={t("mergeInto")}
        hint={t("mergeHint")}
        options={[{ value: "", label: t("choose") }, ...options]}
      />
      <SubmitButton name="step" value="merge">
        {t("merge")}
      </SubmitButton>
    </ActionForm>
  );
}
