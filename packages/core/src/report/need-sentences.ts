import type { Language, LocalNeedRule } from '../model/index.ts';
import type { AreaVulnerability, HousingReservation, LocalLine, LocalNeed } from '../needs/index.ts';
import { formatFor } from './format.ts';
import { statusLabel } from './gap-sentences.ts';

type Worded = Readonly<Record<Language, string>>;

const units: Readonly<Record<LocalNeedRule['unit'], Worded>> = { personen: { nl: 'personen', en: 'persons' }, woningen: { nl: 'woningen', en: 'dwellings' } };

/** "12 tot 18 personen, wellicht 15 (eigen norm)": an estimate is never one bare figure. */
export function estimateSentence({ estimate: { low, middle, high }, unit, status }: LocalNeed, language: Language): string {
  const { count } = formatFor(language);
  if (middle.count.kind !== 'known') return count(middle.count);
  const mark = status === 'confirmed' ? '' : ` (${statusLabel(status, language)})`;
  return {
    nl: `${count(low.count)} tot ${count(high.count)} ${units[unit].nl}, midden ${count(middle.count)}${mark}`,
    en: `${count(low.count)} to ${count(high.count)} ${units[unit].en}, middle ${count(middle.count)}${mark}`,
  }[language];
}

/** The working of a local need, line by line, as one would do it on paper. */
export function localNeedSentences({ derivation, unit }: LocalNeed, rule: LocalNeedRule, language: Language): readonly string[] {
  if (derivation === null) return [];
  const { number, ages } = formatFor(language);
  const { factor, lines, year } = derivation;
  const together = (level: 'low' | 'middle' | 'high') => number(lines.reduce((sum, line) => sum + (line.weighted * line[level]) / line.per, 0), 1);
  const who = (line: LocalLine): Worded => ({
    nl: `${number(line.persons)} personen (${ages(line)})${line.weighted === line.persons ? '' : `, gewogen ${number(line.weighted, 1)},`}`,
    en: `${number(line.persons)} persons (${ages(line)})${line.weighted === line.persons ? '' : `, weighted ${number(line.weighted, 1)},`}`,
  });
  const rates = ({ low, middle, high, per }: LocalLine): Worded => ({
    nl: `${number(low, 2)} / ${number(middle, 2)} / ${number(high, 2)} per ${number(per)}`,
    en: `${number(low, 2)} / ${number(middle, 2)} / ${number(high, 2)} per ${number(per)}`,
  });
  const source = [rule.source.title, rule.source.place, rule.source.year].filter((part) => part !== null).join(', ');
  return [
    ...lines.map((line) => `${who(line)[language]} × ${rates(line)[language]}`),
    {
      nl: `Samen in ${year} laag ${together('low')}, midden ${together('middle')}, hoog ${together('high')} ${units[unit].nl}.`,
      en: `Together in ${year} low ${together('low')}, middle ${together('middle')}, high ${together('high')} ${units[unit].en}.`,
    }[language],
    ...(factor === 1 ? [] : [{
      nl: `De kwetsbaarheid maakt dit ${number(factor, 2)} keer zo groot als de basisnorm.`, en: `Vulnerability makes this ${number(factor, 2)} times the base norm.`,
    }[language]]),
    { nl: `Bron: ${source} (${statusLabel(rule.status, 'nl')}).`, en: `Source: ${source} (${statusLabel(rule.status, 'en')}).` }[language],
  ];
}

/** How vulnerable the people of an area are by each indicator, what it weighs, and of how many nothing is known. */
export function vulnerabilitySentences({ indicators }: AreaVulnerability, language: Language): readonly string[] {
  const { count, number } = formatFor(language);
  return indicators.map(({ name, unit, weight, value, withoutValue }) => {
    const figure = `${count(value.count, 1)}${unit === 'percent' && value.count.kind === 'known' ? (language === 'nl' ? '\u00a0%' : '%') : ''}`;
    const silent = withoutValue === 0 ? { nl: '', en: '' } : {
      nl: ` Voor ${number(withoutValue)} inwoners is er geen cijfer; voor hen geldt de basisnorm.`, en: ` For ${number(withoutValue)} inhabitants there is no figure; the base norm holds for them.`,
    };
    return { nl: `${name}: ${figure} (${value.year}), gewicht ${number(weight, 2)}.${silent.nl}`, en: `${name}: ${figure} (${value.year}), weight ${number(weight, 2)}.${silent.en}` }[language];
  });
}

/** Why a figure about dwellings is missing, and what to do about it. */
export function housingReservationSentence(reservation: HousingReservation, language: Language): string {
  const { number } = formatFor(language);
  switch (reservation.code) {
    case 'no-dwellings-file': return {
      nl: 'Geen bestand zegt welke woningen er zijn. Voeg een tabel met woningen toe bij Gegevens.', en: 'No file says which dwellings there are. Add a table of dwellings at Gegevens.',
    }[language];
    case 'no-reserve-file': return {
      nl: 'Geen bestand noemt kavels of geplande projecten. Voeg een tabel met de woningreserve toe bij Gegevens.', en: 'No file names plots or planned projects. Add a table of the housing reserve at Gegevens.',
    }[language];
    case 'no-suitability-rules': return {
      nl: 'De normen hebben geen regels voor de geschiktheid van woningen.', en: 'The norms have no rules for the suitability of dwellings.',
    }[language];
    case 'suitability-unknown': return {
      nl: `Van ${number(reservation.dwellings)} woningen ontbreekt een gegeven dat beslist of ze geschikt zijn; dat blijft onbekend.`,
      en: `Of ${number(reservation.dwellings)} dwellings a fact is missing that decides whether they are fit; that stays unknown.`,
    }[language];
  }
}
