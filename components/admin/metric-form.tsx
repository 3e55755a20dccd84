import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { ActionForm } from "@/components/forms/action-form";
import { AreaField, SelectField, SubmitButton, TextField } from "@/components/forms/form-fields";
import { getFormWords } from "@/components/forms/get-form-words";
import { NumberField } from "@/components/forms/number-field";
import { PageHeader } from "@/components/ui/page-header";
import { editMetricAction } from "@/lib/actions/admin";
import { DIRECTIONS, METRIC_KINDS } from "@/lib/domain/targets/types";
import type { Language } from "@/lib/i18n/languages";
import type { MetricDetail } from "@/lib/views/metric";

interface MetricFormProps {
  readonly metric: MetricDetail;
  readonly lang: Language;
}

/** Kind and direction: editable until an issued target uses the metric. */
async function Meaning({ metric }: Pick<MetricFormProps, "metric">) {
  const [t, kinds] = await Promise.all([getTranslations("newTarget"), getTranslations("metricKinds")]);
  const { kind, direction, use } = metric;
  if (use.inForce === 0) {
    return (
      <>
        <SelectField
          name="kind"
          label={t("kind")}
          value={kind}
          options={METRIC_KINDS.map((value) => ({ value, label: kinds(value) }))}
        />
        <SelectField
          name="direction"
          label={t("direction")}
          value={direction}
          options={DIRECTIONS.map((value) => ({ value, label: t(`directions.${value}`) }))}
        />
      </>
    );
  }
  return (
    <p className="sm:col-span-2">
      <input type="hidden" name="kind" value={kind} />
      <input type="hidden" name="direction" value={direction} />
      <span className="font-bold">{t("kind")}</span> {kinds(kind)} · <span className="font-bold">{t("direction")}</span>{" "}
      {t(`directions.${direction}`)}
    </p>
  );
}

/** One metric: its wording, its decimals, and its meaning while that is editable. */
export async function MetricForm({ metric, lang }: MetricFormProps) {
  const [t, target, words] = await Promise.all([
    getTranslations("admin"),
    getTranslations("newTarget"),
    getFormWords(),
  ]);
  const { key, version, name, unit, unitEn, precision, definition, dataSource, use } = metric;
  const isFixed = use.inForce > 0;
  return (
    <div className="on-paper grid max-w-3xl gap-4">
      <PageHeader
        title={name[lang]}
        context={
          <>
            <Link href="/admin/metrics" prefetch={false} className="underline">
              {t("metrics")}
            </Link>{" "}
            · {key}
          </>
        }
      >
        <p className="text-ink-soft tabular-nums">{t("metricUse", { ...use })}</p>
        {isFixed && <p>{t("metricFixed")}</p>}
      </PageHeader>
      <ActionForm action={editMetricAction} words={words} label={t("metric")}>
        <input type="hidden" name="key" value={key} />
        <input type="hidden" name="version" value={version} />
        <div className="grid items-start gap-3 sm:grid-cols-2">
          <TextField name="name" label={target("name")} value={name["zh-CN"]} />
          <TextField name="nameEn" label={target("nameEn")} value={name.en} />
          <TextField
            name="unit"
            label={target("unit")}
            value={unit}
            hint={isFixed ? t("unitFixedHint") : target("unitHint")}
          />
          <TextField name="unitEn" label={target("unitEn")} value={unitEn ?? ""} hint={target("unitEnHint")} />
          <NumberField
            name="precision"
            label={target("precision")}
            value={String(precision)}
            hint={t("precisionHint")}
          />
          <Meaning metric={metric} />
          <AreaField name="definition" label={t("definitionZh")} value={definition["zh-CN"]} />
          <AreaField name="definitionEn" label={t("definitionEn")} value={definition.en} />
          <AreaField name="dataSource" label={t("dataSourceZh")} value={dataSource["zh-CN"]} rows={2} />
          <AreaField name="dataSourceEn" label={t("dataSourceEn")} value={dataSource.en} rows={2} />
        </div>
        <SubmitButton>{t("save")}</SubmitButton>
      </ActionForm>
    </div>
  );
}
