// The official codes of departments.

/** The first two digits of a division code: provinces, autonomous regions, municipalities, special regions. */
const PROVINCES = new Set(
  "11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82".split(" "),
);

/** An administrative division code (GB/T 2260): six digits that begin with those of a province. It has no check digit. */
export function isDivisionCode(code: string): boolean {
  return /^\d{6}$/.test(code) && PROVINCES.has(code.slice(0, 2));
}

/** Without I, O, S, V and Z, which look like digits or other letters. */
const CREDIT_CHARACTERS = "0123456789ABCDEFGHJKLMNPQRTUWXY";

/** The 18th character of a credit code, from the first 17: the weights are 3ⁿ modulo 31. */
function creditCheckCharacter(first: string): string {
  let [sum, weight] = [0, 1];
  for (const character of first) {
    sum += CREDIT_CHARACTERS.indexOf(character) * weight;
    weight = (weight * 3) % 31;
  }
  return CREDIT_CHARACTERS.charAt((31 - (sum % 31)) % 31);
}

/**
 * A unified social credit code (GB 32100): registering authority and category, six digits of the division, nine
 * characters of the organisation, and a check character. Upper case.
 */
export function isCreditCode(code: string): boolean {
  return (
    /^[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}$/.test(code) &&
    creditCheckCharacter(code.slice(0, 17)) === code.charAt(17)
  );
}
