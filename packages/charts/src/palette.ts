/** Light values of the variables of `theme.css` (a test holds them equal), for files that leave the site. */
export const palette = {
  "--fig-surface": "#ffffff",
  "--fig-text": "#1b2530",
  "--fig-muted": "#55606c",
  "--fig-grid": "#e9ecef",
  "--fig-rule": "#7c8792",
  "--fig-accent": "#0b5fa5",
  "--fig-accent-soft": "#d9e8f5",
  "--fig-contrary": "#b3501b",
  "--fig-grey-1": "#2f3a45",
  "--fig-grey-2": "#65717d",
  "--fig-grey-3": "#8a949e",
  "--fig-warn": "#8a4b00",
  "--fig-warn-soft": "#fdf1dc",
  "--fig-class-1": "#e4eff8",
  "--fig-class-2": "#b4d3ec",
  "--fig-class-3": "#73addb",
  "--fig-class-4": "#2878ba",
  "--fig-class-5": "#08406f",
  "--fig-low-2": "#b3501b",
  "--fig-low-1": "#eeb48f",
  "--fig-middle": "#f0f1f2",
  "--fig-high-1": "#9cc5e6",
  "--fig-high-2": "#0b5fa5",
  "--fig-ink": "#14202b",
  "--fig-ink-inverse": "#ffffff",
  "--fig-axe-innovation": "#b05a00",
  "--fig-axe-transition": "#2e7d4f",
  "--fig-axe-competences": "#7a4b94",
  "--fig-axe-foncier": "#8a5a44"
} as const;

export type Colour = keyof typeof palette;

/** CSS reference to a colour of the theme: `paint("accent")` → "var(--fig-accent)". */
export function paint(name: Colour extends `--fig-${infer N}` ? N : never): string {
  return `var(--fig-${name})`;
}

const axeColours: Readonly<Record<string, string>> = {
  innovation: paint("axe-innovation"),
  transition: paint("axe-transition"),
  competences: paint("axe-competences"),
  foncier: paint("axe-foncier"),
  programme: paint("accent")
};

/** Colour of an axis (`Axe`), the same on every page; grey for what has none. */
export function axeColour(axe: string): string {
  return Object.hasOwn(axeColours, axe) ? (axeColours[axe] ?? paint("grey-2")) : paint("grey-2");
}

/** The same markup with the light values in place of the variables, for a stand-alone file. */
export function inlineColours(markup: string): string {
  return markup.replace(/var\((--fig-[a-z0-9-]+)\)/g, (whole, name: string) =>
    Object.hasOwn(palette, name) ? palette[name as Colour] : whole
  );
}
