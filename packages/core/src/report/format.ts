import type { AgeBand, Count, Language, Metres, Share } from '../model/index.ts';

/** How figures are written for people, in one language: "1.234,5", "12,5 %", "800 m", "1,2 km". */
export interface Format {
  readonly language: Language;
  /** At most so many decimals, none unless asked; no "-0". */
  readonly number: (value: number, decimals?: number) => string;
  /** Nearly all is "> 99 %" and not all, hardly any "< 1 %" and not none. */
  readonly percent: (share: Share, decimals?: number) => string;
  /** Metres under 1.000, else kilometres with one decimal. */
  readonly distance: (metres: Metres) => string;
  /** Unknown, hidden, zero and not applicable each in their own words. */
  readonly count: (count: Count, decimals?: number) => string;
  /** A share that may be missing, as a percentage. */
  readonly countPercent: (count: Count, decimals?: number) => string;
  /** "75 tot en met 79 jaar", "90 jaar en ouder". */
  readonly ages: (band: AgeBand) => string;
}

const locales: Readonly<Record<Language, string>> = { nl: 'nl-BE', en: 'en-GB' };

/** Keeps a figure and its unit on one line. */
const hardSpace = '\u00a0';

const missing: Readonly<Record<Language, Readonly<Record<Exclude<Count['kind'], 'known'>, string>>>> = {
  nl: { unknown: 'onbekend', hidden: 'verborgen', 'not-applicable': 'n.v.t.' },
  en: { unknown: 'unknown', hidden: 'hidden', 'not-applicable': 'n/a' },
};

function formatOf(language: Language): Format {
  const writers = new Map<number, Intl.NumberFormat>();
  const number = (value: number, decimals = 0) => {
    const writer = writers.get(decimals) ?? new Intl.NumberFormat(locales[language], { maximumFractionDigits: decimals });
    writers.set(decimals, writer);
    return writer.format(value).replace(/^-0$/, '0');
  };
  const percentage = (share: number, decimals: number) => `${number(share * 100, decimals)}${language === 'nl' ? hardSpace : ''}%`;
  const percent = (share: number, decimals = 0) => {
    const step = 10 ** (-2 - decimals);
    if (share > 1 - step / 2 && share < 1) return `>${hardSpace}${percentage(1 - step, decimals)}`;
    return share > 0 && share < step / 2 ? `<${hardSpace}${percentage(step, decimals)}` : percentage(share, decimals);
  };
  return {
    language, number, percent,
    distance: (metres) => (Math.round(metres) < 1000 ? `${number(Math.round(metres))}${hardSpace}m` : `${number(metres / 1000, 1)}${hardSpace}km`),
    count: (count, decimals) => (count.kind === 'known' ? number(count.value, decimals) : missing[language][count.kind]),
    countPercent: (count, decimals) => (count.kind === 'known' ? percent(count.value, decimals) : missing[language][count.kind]),
    ages: ({ from, to }) => {
      if (language === 'nl') return to === null ? `${from} jaar en ouder` : `${from} tot en met ${to} jaar`;
      return to === null ? `${from} years and older` : `${from} to ${to} years`;
    },
  };
}

const formats: Readonly<Record<Language, Format>> = { nl: formatOf('nl'), en: formatOf('en') };

export const formatFor = (language: Language): Format => formats[language];
