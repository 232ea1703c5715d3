/** SIREN of La Poste: its establishments follow another rule (sum of the digits a multiple of 5). */
const laPoste = "356000000";

/** Nine digits whose Luhn key is right. */
export function isSiren(text: string): boolean {
  return /^\d{9}$/.test(text) && luhn(text);
}

/** Fourteen digits whose Luhn key is right, or an establishment of La Poste. */
export function isSiret(text: string): boolean {
  if (!/^\d{14}$/.test(text)) return false;
  return (
    luhn(text) || (text.startsWith(laPoste) && [...text].reduce((sum, d) => sum + Number(d), 0) % 5 === 0)
  );
}

function luhn(text: string): boolean {
  const sum = [...text].reverse().reduce((total, digit, i) => {
    const value = Number(digit) * (i % 2 === 0 ? 1 : 2);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}
