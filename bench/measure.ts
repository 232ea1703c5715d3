/** One line of the benchmark: what was timed, how long, and on how much. */
export interface Timing {
  name: string;
  seconds: number;
  /** "1 175 719 lignes, 525 Mo". */
  size: string;
}

/** Times an action once, in seconds; the caller repeats it when noise matters. */
export async function time<T>(action: () => Promise<T>): Promise<{seconds: number; result: T}> {
  const started = performance.now();
  const result = await action();
  return {seconds: (performance.now() - started) / 1000, result};
}

/** Median of repeated timings: this machine is shared and noisy. */
export async function timeMedian(times: number, action: () => Promise<unknown>): Promise<number> {
  const seconds: number[] = [];
  for (let index = 0; index < times; index += 1) seconds.push((await time(action)).seconds);
  return seconds.sort((a, b) => a - b)[Math.floor(times / 2)]!;
}
