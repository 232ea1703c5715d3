/** A label on a vertical line: where it would like its centre, how high it is, and who goes first if room lacks. */
export interface EndLabel {
  wanted: number;
  height: number;
  /** Higher stays. */
  priority: number;
}

/**
 * Centres of labels that do not overlap between `top` and `bottom`, as near as possible to the wanted ones, in the same
 * order. `null` for those dropped because there is no room.
 */
export function spreadLabels(labels: readonly EndLabel[], top: number, bottom: number): (number | null)[] {
  const kept = labels
    .map((_, index) => index)
    .sort((a, b) => at(labels, b).priority - at(labels, a).priority);
  let room = bottom - top;
  const placed = kept.filter((index) => {
    const {height} = at(labels, index);
    if (height > room) return false;
    room -= height;
    return true;
  });
  placed.sort((a, b) => at(labels, a).wanted - at(labels, b).wanted || a - b);
  const groups: {indexes: number[]; centre: number; height: number}[] = [];
  for (const index of placed) {
    const {wanted, height} = at(labels, index);
    groups.push(clamp({indexes: [index], centre: wanted, height}, top, bottom));
    for (;;) {
      const last = groups.at(-1);
      const previous = groups.at(-2);
      if (!last || !previous || previous.centre + previous.height / 2 <= last.centre - last.height / 2) break;
      groups.splice(-2, 2, clamp(merge(labels, previous, last), top, bottom));
    }
  }
  const centres: (number | null)[] = labels.map(() => null);
  for (const {indexes, centre, height} of groups) {
    let edge = centre - height / 2;
    for (const index of indexes) {
      const own = at(labels, index).height;
      centres[index] = edge + own / 2;
      edge += own;
    }
  }
  return centres;
}

type Group = {indexes: number[]; centre: number; height: number};

function merge(labels: readonly EndLabel[], first: Group, second: Group): Group {
  const indexes = [...first.indexes, ...second.indexes];
  const height = first.height + second.height;
  let offset = 0;
  let sum = 0;
  for (const index of indexes) {
    const {wanted, height: own} = at(labels, index);
    sum += wanted - (offset + own / 2);
    offset += own;
  }
  return {indexes, height, centre: sum / indexes.length + height / 2};
}

function clamp(group: Group, top: number, bottom: number): Group {
  const half = group.height / 2;
  return {...group, centre: Math.max(top + half, Math.min(bottom - half, group.centre))};
}

function at(labels: readonly EndLabel[], index: number): EndLabel {
  return labels[index] ?? {wanted: 0, height: 0, priority: 0};
}

export interface Box {
  x0: number;
  y0: number;
  x1: number;
  y1: number;
}

export function overlaps(a: Box, b: Box): boolean {
  return a.x0 < b.x1 && b.x0 < a.x1 && a.y0 < b.y1 && b.y0 < a.y1;
}

/** First candidate inside `bounds` that touches none of the boxes taken, or null: the label is dropped. */
export function placeBox<T extends Box>(
  candidates: readonly T[],
  taken: readonly Box[],
  bounds: Box
): T | null {
  const inside = (box: Box) =>
    box.x0 >= bounds.x0 && box.x1 <= bounds.x1 && box.y0 >= bounds.y0 && box.y1 <= bounds.y1;
  return candidates.find((box) => inside(box) && !taken.some((other) => overlaps(box, other))) ?? null;
}
