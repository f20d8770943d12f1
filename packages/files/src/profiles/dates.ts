/** When a file speaks of, as its name or its values tell it. */

/** Year, month and day as a date of the manifest: as much of it as is there and can be. Null when there is no year. */
function dateOf(year: string | undefined, month: string | undefined, day: string | undefined): string | null {
  if (year === undefined) return null;
  if (month === undefined || Number(month) < 1 || Number(month) > 12) return year;
  return day === undefined || Number(day) < 1 || Number(day) > 31 ? `${year}-${month}` : `${year}-${month}-${day}`;
}

/** The last date that a pattern (year, month, day in its groups) finds in one of these names; the first name that has one decides. */
export function dateInName(names: readonly (string | null)[], pattern: string): string | null {
  for (const name of names) {
    const last = [...(name ?? '').matchAll(new RegExp(pattern, 'giu'))].at(-1);
    const date = last === undefined ? null : dateOf(last[1], last[2], last[3]);
    if (date !== null) return date;
  }
  return null;
}

/** A date as files write it, in the order of the manifest: 2024-01-31, 31/01/2024 and 20240131 are one day. */
export function plainDate(value: string): string | null {
  const year = /^(\d{4})(?:[-/]?(\d{2})(?:[-/]?(\d{2}))?)?(?:[T ].*)?$/.exec(value);
  if (year !== null) return dateOf(year[1], year[2], year[3]);
  const day = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})(?: .*)?$/.exec(value);
  return day === null ? null : dateOf(day[3], day[2]!.padStart(2, '0'), day[1]!.padStart(2, '0'));
}

/** The latest date among values; values that are none are passed over. */
export function latestDate(values: readonly string[]): string | null {
  const dates = values.flatMap((value) => plainDate(value) ?? []);
  return dates.reduce<string | null>((latest, date) => (latest === null || date > latest ? date : latest), null);
}
