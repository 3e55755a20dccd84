"use server";
// Form actions of the presets of the chart studio.
import { chartPresetSchema, presetChoiceSchema, presetRenamingSchema } from "@/lib/schemas/chart-preset";
import { createChartPreset, deleteChartPreset, renameChartPreset } from "@/lib/server/chart-presets/mutations";
import type { ActionState } from "./action-state";
import { runFormAction } from "./run-form-action";

export async function createChartPresetAction(_before: ActionState, form: FormData): Promise<ActionState> {
  return runFormAction(chartPresetSchema, form, createChartPreset);
}

export async function renameChartPresetAction(_before: ActionState, form: FormData): Promise<ActionState> {
  return runFormAction(presetRenamingSchema, form, renameChartPreset);
}

export async function deleteChartPresetAction(_before: ActionState, form: FormData): Promise<ActionState> {
  return runFormAction(presetChoiceSchema, form, deleteChartPreset);
}
