export interface HexagonCell {
  code: string;
  /** Centre in steps; odd rows are shifted by half a step. */
  x: number;
  row: number;
}

interface Place {
  code: string;
  x: number;
  y: number;
}

const rowHeight = Math.sqrt(3) / 2;

/** Gives each place its own cell of a hexagonal grid; the sum of squared moves is the smallest possible. */
export function assignHexagons(places: readonly Place[]): HexagonCell[] {
  if (places.length === 0) return [];
  const xs = places.map(({x}) => x);
  const ys = places.map(({y}) => y);
  const [left, top] = [Math.min(...xs), Math.min(...ys)];
  const [wide, high] = [Math.max(...xs) - left || 1, Math.max(...ys) - top || 1];
  // 1.6 cells per place leave room for the outline of the territory to show.
  const step = Math.sqrt((wide * high) / (places.length * 1.15 * rowHeight)) || 1;
  const targets = places.map(({x, y}) => ({x: (x - left) / step, y: (y - top) / step}));
  const cells: {x: number; y: number; row: number}[] = [];
  for (let row = -1; row * rowHeight <= high / step + 1; row++) {
    const shift = row % 2 === 0 ? 0 : 0.5;
    for (let column = -1; column <= wide / step + 1; column++)
      cells.push({x: column + shift, y: row * rowHeight, row});
  }
  const cost = targets.map((target) =>
    cells.map((cell) => (cell.x - target.x) ** 2 + (cell.y - target.y) ** 2)
  );
  return assign(cost).map((index, place) => ({
    code: places[place]?.code ?? "",
    x: cells[index]?.x ?? 0,
    row: cells[index]?.row ?? 0
  }));
}

/** Hungarian method (shortest augmenting paths): column given to each row, total cost minimal; rows ≤ columns. */
function assign(cost: readonly (readonly number[])[]): number[] {
  const rows = cost.length;
  const columns = cost[0]?.length ?? 0;
  const rowPotential = new Float64Array(rows + 1);
  const potential = new Float64Array(columns + 1);
  const owner = new Int32Array(columns + 1);
  const path = new Int32Array(columns + 1);
  for (let row = 1; row <= rows; row++) {
    owner[0] = row;
    let column = 0;
    const slack = new Float64Array(columns + 1).fill(Number.POSITIVE_INFINITY);
    const used = new Uint8Array(columns + 1);
    do {
      used[column] = 1;
      const current = owner[column] ?? 0;
      let delta = Number.POSITIVE_INFINITY;
      let next = 0;
      for (let j = 1; j <= columns; j++) {
        if (used[j]) continue;
        const reduced =
          (cost[current - 1]?.[j - 1] ?? 0) - (rowPotential[current] ?? 0) - (potential[j] ?? 0);
        if (reduced < (slack[j] ?? 0)) {
          slack[j] = reduced;
          path[j] = column;
        }
        if ((slack[j] ?? 0) < delta) {
          delta = slack[j] ?? 0;
          next = j;
        }
      }
      for (let j = 0; j <= columns; j++) {
        if (used[j]) {
          const held = owner[j] ?? 0;
          rowPotential[held] = (rowPotential[held] ?? 0) + delta;
          potential[j] = (potential[j] ?? 0) - delta;
        } else slack[j] = (slack[j] ?? 0) - delta;
      }
      column = next;
    } while (owner[column] !== 0);
    do {
      const previous = path[column] ?? 0;
      owner[column] = owner[previous] ?? 0;
      column = previous;
    } while (column !== 0);
  }
  const result = new Array<number>(rows).fill(0);
  for (let j = 1; j <= columns; j++) if (owner[j]) result[(owner[j] ?? 1) - 1] = j - 1;
  return result;
}
