const prefixes = "(?:da|[YZEPTGMkhdcmunpfazy])?";
const atoms =
  "(?:mol|\\[(?:iU|IU|pH|degF|arb'U|lb_av|oz_av|ft_i|in_i|drp|ppm|pt_us|gal_br|st_av)\\]|m\\[Hg\\]|m\\[H2O\\]|Cel|osm|Osm|kat|cal|bar|IU|eq|Hz|Pa|ar|min|wk|mo|deg|[mgslLJNWVChdaUKtu])";
const part = `(?:${prefixes}${atoms}(?:[+-]?\\d+)?|10[*^]-?\\d+|%|\\d+|\\{[^{}\\s]*\\})`;
const ucum = new RegExp(`^/?${part}(?:[./]${part})*$`);

/** Whether a unit is written as UCUM writes units, so that it may stand in a `unit` attribute. */
export function isUcum(unit: string): boolean {
  return unit !== "1" && unit.length <= 64 && ucum.test(unit);
}
