const millisecondsADay = 86_400_000;

/** A day of a life: whole days since 1970-01-01, as days are added and compared. */
export type Day = number;

/** The day of a date such as `1951-03-09`. */
export function dayOfDate(date: string): Day {
  return Date.parse(`${date}T00:00:00Z`) / millisecondsADay;
}

/** `1951-03-09` */
export function dateOfDay(day: Day): string {
  return new Date(day * millisecondsADay).toISOString().slice(0, 10);
}

/** `1951-03-09T10:25`, so many minutes after midnight. */
export function minuteOfDay(day: Day, minutes: number): string {
  return new Date(day * millisecondsADay + minutes * 60_000).toISOString().slice(0, 16);
}

/** The day so many years, of 365.25 days, after another. */
export function yearsAfter(day: Day, years: number): Day {
  return day + Math.round(years * 365.25);
}
