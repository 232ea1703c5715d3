export interface Circle {
  x: number;
  y: number;
  radius: number;
}

const pulled = 60;
const free = 400;

/**
 * Centres near the given ones such that no circle covers another (1 px apart) nor leaves [0, width]. Each round pulls
 * every circle home and pushes apart the pairs that touch; the last rounds only push. Deterministic.
 */
export function separateCircles(circles: readonly Circle[], width: number): {x: number; y: number}[] {
  const places = circles.map(({x, y}) => ({x, y}));
  for (let round = 0; round < pulled + free; round++) {
    if (round < pulled)
      for (const [index, place] of places.entries()) {
        const home = circles[index] ?? place;
        place.x += (home.x - place.x) * 0.15;
        place.y += (home.y - place.y) * 0.15;
      }
    const touched = pushApart(circles, places);
    const outside = keepInside(circles, places, width);
    if (!touched && !outside && round >= pulled) break;
  }
  return places;
}

function keepInside(circles: readonly Circle[], places: {x: number; y: number}[], width: number): boolean {
  let moved = false;
  for (const [index, place] of places.entries()) {
    const rim = (circles[index]?.radius ?? 0) + 1;
    const inside = Math.max(rim, Math.min(width - rim, place.x));
    if (inside !== place.x) moved = true;
    place.x = inside;
  }
  return moved;
}

function pushApart(circles: readonly Circle[], places: {x: number; y: number}[]): boolean {
  let touched = false;
  for (let i = 0; i < places.length; i++) {
    const a = places[i];
    const radiusA = circles[i]?.radius ?? 0;
    if (!a) continue;
    for (let j = i + 1; j < places.length; j++) {
      const b = places[j];
      const radiusB = circles[j]?.radius ?? 0;
      if (!b) continue;
      const wanted = radiusA + radiusB + 1;
      const dx = b.x - a.x;
      // Exactly side by side, they could never pass over or under one another.
      const dy = b.y - a.y || ((i + j) % 2 === 0 ? 0.05 : -0.05);
      if (Math.abs(dx) >= wanted || Math.abs(dy) >= wanted) continue;
      const distance = Math.hypot(dx, dy);
      if (distance >= wanted - 0.01) continue;
      touched = true;
      const shift = (wanted - distance) / distance;
      // The smaller circle moves more.
      const share = radiusA / (radiusA + radiusB || 1);
      a.x -= dx * shift * (1 - share);
      a.y -= dy * shift * (1 - share);
      b.x += dx * shift * share;
      b.y += dy * shift * share;
    }
  }
  return touched;
}
