/** A `##` section of `docs/benchmarks.md`. */
export interface Section {
  title: string;
  body: string;
}

/**
 * The document with these sections: one of the same title is replaced where it stands, the others are added at the end, and what was
 * not measured this time stays. The words before the first section are `preface`, when it is given.
 */
export function replaceSections(document: string, sections: readonly Section[], preface?: string): string {
  const [found = "", ...parts] = document.split(/^## /m);
  const kept = parts.map((part) => {
    const [title = "", ...lines] = part.split("\n");
    return {title, body: lines.join("\n").trim()};
  });
  for (const section of sections) {
    const rank = kept.findIndex(({title}) => sameMeasure(title, section.title));
    if (rank < 0) kept.push(section);
    else kept[rank] = section;
  }
  const text = kept.map(({title, body}) => `## ${title}\n\n${body.trim()}\n`);
  return `${[(preface ?? found).trim(), ...text].join("\n\n").replaceAll("\n\n\n", "\n\n").trim()}\n`;
}

/** What is in brackets, such as the size of a file, may change from one run to the next. */
function sameMeasure(first: string, second: string): boolean {
  const bare = (title: string) => title.replace(/ \(.*/, "").trim();
  return bare(first) === bare(second);
}
