/** Communes of the perimeter in the generated world; three of them begin with a zero. */
export const communes = ["77284", "77005", "77008", "01004", "01053", "01283"] as const;

/** Legal units and establishments of the generated world: what the slices of Sirene keep. */
export const sirens = ["012345678", "552100554", "775670417", "380129866", "098765432", "443061841"] as const;
export const sirets = sirens.flatMap((siren) => [`${siren}00012`, `${siren}00020`]);
