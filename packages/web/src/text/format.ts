import type { Count, Language } from '@woonzorgzones/core/model';

const localeOf: Readonly<Record<Language, string>> = { nl: 'nl-BE', en: 'en-GB' };
/** A narrow no-break space keeps a figure and its unit on one line. */
const nbsp = ' ';

export interface Format {
  readonly language: Language;
  /** "1.234,5": as many decimals as asked, none unless said. */
  number(value: number, decimals?: number): string;
  /** A share of 0 to 1 as "12,5 %". */
  percent(share: number, decimals?: number): string;
  /** Metres under 1.000, else kilometres with one decimal. */
  distance(metres: number): string;
  bytes(bytes: number): string;
  time(date: Date): string;
  date(iso: string): string;
  /** Missing, hidden and not applicable each in their own sign; never an empty cell. */
  count(count: Count, decimals?: number): string;
  countPercent(count: Count): string;
  list(words: readonly string[]): string;
}

function makeFormat(language: Language): Format {
  const locale = localeOf[language];
  const numbers = new Map<number, Intl.NumberFormat>();
  const number = (value: number, decimals = 0): string => {
    let made = numbers.get(decimals);
    if (made === undefined) {
      made = new Intl.NumberFormat(locale, { maximumFractionDigits: decimals, minimumFractionDigits: 0 });
      numbers.set(decimals, made);
    }
    const text = made.format(value);
    return text === '-0' ? '0' : text;
  };
  const percent = (share: number, decimals = 0): string => `${number(share * 100, decimals)}${language === 'nl' ? nbsp : ''}%`;
  const time = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', hour12: false });
  const date = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
  const words = new Intl.ListFormat(locale, { type: 'conjunction' });
  const missing = { hidden: '<' + nbsp + '5', unknown: '?', 'not-applicable': '–' } as const;
  return {
    language,
    number,
    percent,
    distance: (metres) => (metres < 1000 ? `${number(Math.round(metres))}${nbsp}m` : `${number(metres / 1000, 1)}${nbsp}km`),
    bytes: (bytes) => (bytes < 1e6 ? `${number(Math.max(1, bytes / 1e3))}${nbsp}kB` : `${number(bytes / 1e6, 1)}${nbsp}MB`),
    time: (at) => time.format(at),
    date: (iso) => (/^\d{4}$/.test(iso) ? iso : date.format(new Date(iso))),
    count: (count, decimals = 0) => (count.kind === 'known' ? number(count.value, decimals) : missing[count.kind]),
    countPercent: (count) => (count.kind === 'known' ? percent(count.value) : missing[count.kind]),
    list: (all) => words.format(all),
  };
}

const formats: Readonly<Record<Language, Format>> = { nl: makeFormat('nl'), en: makeFormat('en') };

export const formatFor = (language: Language): Format => formats[language];
