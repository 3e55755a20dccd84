// Finds the targets that a row reports on: by code, then by metric and owner; never by the row's number.
import type { KnownTarget } from "@/lib/imports/tasks/context";

const plain = (text: string) =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\s\p{P}\p{S}]/gu, "");
const NOISE = /20\d{2}年?度?|完成投资|计划投资|工程|项目|建设|开展|完成|实施|推进|达到?|以上|以内|the|of|and/giu;
const core = (text: string) => plain(text).replace(NOISE, "");

/** Phases and numbers tell projects apart: 二期, 2号线. */
function marksOf(text: string): string {
  return (text.normalize("NFKC").match(/[一二三四五六七八九\d]+(?:期|号线|号|标段|路)/gu) ?? []).sort().join();
}

function dice(one: string, other: string): number {
  const pairs = (text: string) =>
    Array.from({ length: Math.max(0, text.length - 1) }, (_, index) => text.slice(index, index + 2));
  const [first, second] = [pairs(one), pairs(other)];
  if (first.length + second.length === 0) return one === other ? 1 : 0;
  const left = [...second];
  let shared = 0;
  for (const pair of first) {
    const at = left.indexOf(pair);
    if (at >= 0) {
      left.splice(at, 1);
      shared += 1;
    }
  }
  return (2 * shared) / (first.length + second.length);
}

function isSubsequence(short: string, long: string): boolean {
  let at = 0;
  for (const one of short) {
    at = long.indexOf(one, at) + 1;
    if (at === 0) return false;
  }
  return true;
}

/** How alike two names are, 0 to 1. */
export function likeness(one: string, other: string): number {
  if (plain(one) === plain(other)) return 1;
  const [a, b] = [core(one), core(other)];
  if (a === "" || b === "") return 0;
  const [marks, others] = [marksOf(one), marksOf(other)];
  if (marks !== others && !(marks === "" || others === "")) return 0;
  // A second phase is another project than the one without a phase.
  if (marks !== others && /[二三四五2-5]期/u.test(`${marks}${others}`)) return 0;
  if (a === b) return 0.97;
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  const share = short.length / long.length;
  if (short.length >= 2 && long.includes(short)) return 0.6 + 0.35 * share;
  if (short.length >= 4 && isSubsequence(short, long)) return 0.55 + 0.35 * share;
  const letters = new Set(short);
  const common = [...letters].filter((letter) => long.includes(letter)).length / letters.size;
  return Math.max(dice(a, b), common >= 0.8 ? 0.5 + 0.1 * share : 0);
}

/** The codes in a cell: MS-10、MS-11. */
export function codesIn(text: string, targets: readonly KnownTarget[]): KnownTarget[] {
  const parts = text.split(/[、，,;；/\s]+/u).map(plain);
  return targets.filter(({ code }) => parts.includes(plain(code)));
}

interface Fit {
  readonly target: KnownTarget;
  readonly score: number;
}

/** The target that fits a name best; an owner that differs needs a name that is nearly the same. */
export function bestTarget(
  names: readonly string[],
  owner: string | null,
  targets: readonly KnownTarget[],
): KnownTarget | null {
  let best: Fit | null = null;
  for (const target of targets) {
    const alike = Math.max(
      0,
      ...names.flatMap((name, index) =>
        [likeness(name, target.metric), likeness(name, target.title)].map((one) => one - index * 0.02),
      ),
    );
    const isOwner = owner !== null && owner === target.owner;
    const least = isOwner ? 0.48 : owner === null ? 0.6 : 0.8;
    const score = alike + (isOwner ? 0.2 : 0);
    if (alike >= least && score > (best?.score ?? 0)) best = { target, score };
  }
  return best?.target ?? null;
}
