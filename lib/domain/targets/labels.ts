// Labels of targets: topics, plans and the office's own categories.

export const LABEL_KINDS = ["topic", "plan", "category"] as const;
export type LabelKind = (typeof LABEL_KINDS)[number];

export function isLabelKind(text: string): text is LabelKind {
  return LABEL_KINDS.some((kind) => kind === text);
}

/** A label by its name, as a form or a file states it. */
export interface NamedLabel {
  readonly kind: LabelKind;
  readonly name: string;
  /** The office's running number in a plan; "" if it has none. */
  readonly number: string;
}

/** The labels without repetitions; only a plan numbers its targets. */
export function distinctLabels(labels: readonly NamedLabel[]): NamedLabel[] {
  const byName = new Map<string, NamedLabel>();
  for (const { kind, name, number } of labels) {
    const key = `${kind}:${name}`;
    const numbered = kind === "plan" ? number : "";
    if ((byName.get(key)?.number ?? "") === "") byName.set(key, { kind, name, number: numbered });
  }
  return [...byName.values()];
}
