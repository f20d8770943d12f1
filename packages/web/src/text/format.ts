import type { AgeBand, Count, Language } from '@woonzorgzones/core/model';
import { amountDecimals, formatFor as reportFormatFor } from '@woonzorgzones/core/report';
import { metres, share } from '@woonzorgzones/core/model';

const localeOf: Readonly<Record<Language, string>> = { nl: 'nl-BE', en: 'en-GB' };
/** Keeps a figure and its unit on one line. */
const nbsp = '\u00a0';

/** Figures as the reports write them, and what only a screen needs: clock, dates, bytes, and short signs for cells. */
export interface Format {
  readonly language: Language;
  /** "1.234,5": as many decimals as asked, none unless said. */
  number(value: number, decimals?: number): string;
  /** What a division costs: always two decimals, so that costs beside each other compare ("2,70" and "2,66"). */
  cost(value: number): string;
  /** A quantity that may be a fraction of few, with the decimals its size asks for. */
  amount(value: number): string;
  /** A share of 0 to 1. */
  percent(value: number, decimals?: number): string;
  /** Metres under 1.000, else kilometres with one decimal. */
  distance(value: number): string;
  /** "75 jaar en ouder". */
  ages(band: AgeBand): string;
  bytes(bytes: number): string;
  time(date: Date): string;
  date(iso: string): string;
  /** "3 mrt, 14:02". */
  moment(date: Date): string;
  /** Missing, hidden and not applicable each in their own sign; never an empty cell. */
  count(count: Count): string;
  countAmount(count: Count): string;
  countPercent(count: Count): string;
  list(words: readonly string[]): string;
}

const signs = { hidden: `<${nbsp}5`, unknown: '?', 'not-applicable': '–' } as const;

function makeFormat(language: Language): Format {
  const report = reportFormatFor(language);
  const locale = localeOf[language];
  const time = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', hour12: false });
  const date = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
  const moment = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit', hour12: false });
  const cost = new Intl.NumberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  const words = new Intl.ListFormat(locale, { type: 'conjunction' });
  const amount = (value: number): string => report.number(value, amountDecimals(value));
  const percent = (value: number, decimals?: number): string => report.percent(share(value), decimals);
  const cell = (write: (value: number) => string) => (count: Count): string => (count.kind === 'known' ? write(count.value) : signs[count.kind]);
  return {
    language,
    number: report.number,
    cost: (value) => cost.format(value),
    amount,
    percent,
    distance: (value) => report.distance(metres(value)),
    ages: report.ages,
    bytes: (bytes) => (bytes < 1e6 ? `${report.number(Math.max(1, bytes / 1e3))}${nbsp}kB` : `${report.number(bytes / 1e6, 1)}${nbsp}MB`),
    time: (at) => time.format(at),
    moment: (at) => moment.format(at),
    date: (iso) => (/^\d{4}$/.test(iso) ? iso : date.format(new Date(iso))),
    count: cell(report.number),
    countAmount: cell(amount),
    countPercent: cell(percent),
    list: (all) => words.format(all),
  };
}

const formats: Readonly<Record<Language, Format>> = { nl: makeFormat('nl'), en: makeFormat('en') };

export const formatFor = (language: Language): Format => formats[language];
