/** Numbers of the formats that Excel brings itself and that show a date or a time (ECMA-376, 18.8.30). */
const builtInDates = (id: number) => (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);

/** Whether a number format shows a date or a time: it has a letter for one outside quoted text and colours. */
export function showsDate(id: number, code: string | undefined): boolean {
  if (code === undefined) return builtInDates(id);
  const bare = code.split(';')[0]!.replace(/"[^"]*"|\\.|_.|\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '');
  return /[ymdhs]/i.test(bare) && !/general|standaard/i.test(bare);
}

const dayMilliseconds = 86_400_000;

/** Days from which Excel counts: it believes that 1900 was a leap year, so its day 60 does not exist. */
function startOf(serial: number, isSince1904: boolean): number {
  if (isSince1904) return Date.UTC(1904, 0, 1);
  return serial < 60 ? Date.UTC(1899, 11, 31) : Date.UTC(1899, 11, 30);
}

/** Ten thousand years after which nothing in a municipality is dated. */
const lastSerial = 2_958_465;

/** A day number of a sheet as a date, with the time where it has one; null when there is no such day. */
export function dateText(serial: number, isSince1904: boolean): string | null {
  if (!Number.isFinite(serial) || serial < 0 || serial > lastSerial) return null;
  const seconds = Math.round((serial % 1) * 86_400);
  const iso = new Date(startOf(serial, isSince1904) + Math.floor(serial) * dayMilliseconds + seconds * 1000).toISOString();
  const time = seconds === 0 ? '' : iso.slice(11, seconds % 60 === 0 ? 16 : 19);
  if (serial < 1 && time !== '') return time;
  return time === '' ? iso.slice(0, 10) : `${iso.slice(0, 10)}T${time}`;
}

/** A number of a sheet, which stands there with up to 17 digits: as short as it can be and still the same number. */
export function numberText(text: string): string {
  const given = text.trim();
  if (/^-?\d+$/.test(given)) return given;
  const value = Number(given);
  return given !== '' && Number.isFinite(value) ? String(value) : given;
}
