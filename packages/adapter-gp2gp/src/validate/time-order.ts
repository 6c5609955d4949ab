/** The digits of an HL7 `TS`, and its zone. */
const form = /^(?<digits>\d{4,14})(?:\.\d+)?(?<zone>[+-]\d{1,4})?$/u;

/**
 * True where a time is later than another for certain: as far as both are precise, and to the day only where they stand
 * in different zones.
 */
export function isLater(time: string | undefined, than: string | undefined): boolean {
  const left = form.exec(time ?? "")?.groups;
  const right = form.exec(than ?? "")?.groups;
  if (left?.["digits"] === undefined || right?.["digits"] === undefined) return false;
  const most = left["zone"] === right["zone"] ? 14 : 8;
  const length = Math.min(left["digits"].length, right["digits"].length, most);
  return left["digits"].slice(0, length) > right["digits"].slice(0, length);
}
