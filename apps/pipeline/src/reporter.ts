/** What a command says while it works: one line that moves on a terminal, plain lines otherwise, nothing under --json. */
export interface Reporter {
  /** A step that began; the previous one is closed. */
  step: (text: string) => void;
  /** Progress inside the step, from 0 to 1 or as words. */
  progress: (text: string) => void;
  /** A line that stays. */
  line: (text: string) => void;
  warn: (text: string) => void;
  end: () => void;
}

export interface Output {
  isTTY?: boolean;
  columns?: number;
  write: (text: string) => unknown;
}

/** Reports to `output` (stderr, so that stdout carries results only). */
export function createReporter(output: Output, {now = Date.now, quiet = false} = {}): Reporter {
  let current: {text: string; since: number} | null = null;
  const live = output.isTTY === true;
  const width = () => (output.columns ?? 80) - 1;
  const show = (text: string) => live && output.write(`\r\x1b[2K${text.slice(0, width())}`);
  const close = () => {
    if (!current) return;
    const seconds = ((now() - current.since) / 1000).toFixed(1).replace(".", ",");
    output.write(`${live ? "\r\x1b[2K" : ""}  ${current.text} (${seconds}\u00a0s)\n`);
    current = null;
  };
  if (quiet) {
    const nothing = () => undefined;
    return {step: nothing, progress: nothing, line: nothing, warn: nothing, end: nothing};
  }
  return {
    step(text) {
      close();
      current = {text, since: now()};
      show(`  ${text}…`);
    },
    progress(text) {
      if (current) show(`  ${current.text} : ${text}`);
    },
    line(text) {
      close();
      output.write(`${text}\n`);
    },
    warn(text) {
      close();
      output.write(`  attention : ${text}\n`);
    },
    end: close
  };
}
