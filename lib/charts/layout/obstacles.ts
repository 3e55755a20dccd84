// Where a label may not be: over lines, other labels and signs.
import type { Box } from "./figure-layout";

export interface Segment {
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
}

export interface Obstacles {
  readonly segments: readonly Segment[];
  readonly boxes: readonly Box[];
}

function boxesMeet(one: Box, other: Box): boolean {
  return (
    one.left < other.left + other.width &&
    other.left < one.left + one.width &&
    one.top < other.top + other.height &&
    other.top < one.top + one.height
  );
}

/** Whether any part of the segment is inside the box (Liang–Barsky). */
export function segmentMeets({ x1, y1, x2, y2 }: Segment, box: Box): boolean {
  let [from, to] = [0, 1];
  const [dx, dy] = [x2 - x1, y2 - y1];
  const sides: readonly (readonly [number, number])[] = [
    [-dx, x1 - box.left],
    [dx, box.left + box.width - x1],
    [-dy, y1 - box.top],
    [dy, box.top + box.height - y1],
  ];
  for (const [slope, room] of sides) {
    if (slope === 0 && room < 0) return false;
    if (slope < 0) from = Math.max(from, room / slope);
    if (slope > 0) to = Math.min(to, room / slope);
  }
  return from <= to;
}

export function isFree(box: Box, { segments, boxes }: Obstacles): boolean {
  return !boxes.some((other) => boxesMeet(box, other)) && !segments.some((segment) => segmentMeets(segment, box));
}

export function isInside(box: Box, frame: Box): boolean {
  return (
    box.left >= frame.left &&
    box.left + box.width <= frame.left + frame.width &&
    box.top >= frame.top &&
    box.top + box.height <= frame.top + frame.height
  );
}
