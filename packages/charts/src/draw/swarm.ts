export interface SwarmDot {
  x: number;
  radius: number;
  /** Placed first, on the middle line. */
  first: boolean;
}

/** Vertical offsets of dots on one line so that none covers another: nearest free place to the middle, in order of x. */
export function swarm(dots: readonly SwarmDot[]): number[] {
  const offsets = dots.map(() => 0);
  const placed: {x: number; y: number; radius: number}[] = [];
  const order = dots.map((_, index) => index).sort((a, b) => rank(dots, a) - rank(dots, b) || a - b);
  for (const index of order) {
    const dot = dots[index];
    if (!dot) continue;
    const near = placed.filter((other) => Math.abs(other.x - dot.x) < other.radius + dot.radius);
    const candidates = [0];
    for (const other of near) {
      const gap = other.radius + dot.radius + 0.01;
      const reach = Math.sqrt(Math.max(0, gap * gap - (other.x - dot.x) ** 2));
      candidates.push(other.y + reach, other.y - reach);
    }
    candidates.sort((a, b) => Math.abs(a) - Math.abs(b) || a - b);
    const free = (y: number) =>
      near.every((other) => (other.x - dot.x) ** 2 + (other.y - y) ** 2 >= (other.radius + dot.radius) ** 2);
    const y = candidates.find(free) ?? 0;
    offsets[index] = y;
    placed.push({x: dot.x, y, radius: dot.radius});
  }
  return offsets;
}

function rank(dots: readonly SwarmDot[], index: number): number {
  const dot = dots[index];
  return dot?.first ? Number.NEGATIVE_INFINITY : (dot?.x ?? 0);
}
