import { getTranslations } from "next-intl/server";
import { AreaField, SelectField, TextField } from "@/components/forms/form-fields";
import type { IsoDate } from "@/lib/domain/calendar/iso-date";
import { COLOURS } from "@/lib/domain/instructions/workflow";

/** What the slips of all selected targets state. */
export async function BulkSlipFields({ replyDueOn }: { readonly replyDueOn: IsoDate | null }) {
  const [t, bulk] = await Promise.all([getTranslations("instructions"), getTranslations("bulk")]);
  return (
    <>
      <SelectField
        name="colour"
        label={t("colour")}
        value="yellow"
        options={COLOURS.map((one) => ({ value: one, label: t(`colours.${one}`) }))}
      />
      <TextField type="date" name="replyDueOn" label={t("replyDueOn")} value={replyDueOn ?? ""} />
      <TextField name="givenBy" label={t("givenBy")} value={t("office")} />
      <div className="sm:col-span-2">
        <AreaField name="body" label={t("body")} value={bulk("slipBody")} rows={3} />
      </div>
    </>
  );
}
