import { categories, type Language, type NormSet } from '../model/index.ts';
import type { AreaAnalysis, CategorySupply, PlanAnalysis } from '../needs/index.ts';
import { reservationSentence } from './gap-sentences.ts';
import { housingReservationSentence } from './need-sentences.ts';

/**
 * What cannot be told, or departs from what was asked, and why: of the whole municipality first, then of single zones where they
 * differ, then the facilities that count in no zone. One line for each reason, with the norms it holds for. For the planner's
 * own screen: it names small numbers of persons.
 */
export function untoldLines(analysis: PlanAnalysis, norms: NormSet, language: Language): readonly string[] {
  const labels = new Map([...norms.norms, ...(norms.local ?? [])].map(({ id, label }) => [id, label[language]]));
  const whole = reasonsIn(analysis.municipality, language);
  const said = new Set(whole.map(({ norm, code }) => `${norm} ${code}`));
  const zones = analysis.zones.map((zone) => ({ name: zone.name, reasons: reasonsIn(zone, language).filter(({ norm, code }) => !said.has(`${norm} ${code}`)) }));
  const housing = analysis.municipality.housing.reservations.map((reservation) => housingReservationSentence(reservation, language));
  return [
    ...byReason(whole, labels),
    ...housing,
    ...zones.flatMap(({ name, reasons }) => byReason(reasons, labels).map((line) => `${name}: ${line}`)),
    ...outsideLines(analysis, language),
  ];
}

interface Reason {
  readonly norm: string;
  readonly code: string;
  readonly sentence: string;
}

const reasonsIn = ({ needs, coverage, localNeeds }: AreaAnalysis, language: Language): readonly Reason[] =>
  [...needs, ...coverage, ...localNeeds.map(({ rule, reservations }) => ({ norm: rule, reservations }))].flatMap(({ norm, reservations }) =>
    reservations.map((reservation) => ({ norm, code: reservation.code, sentence: reservationSentence(reservation, language) })));

/** "Er is geen leeftijdstabel voor 2020. (Woonzorgcentrum: plaatsen; Lokaal dienstencentrum: centra)": each reason once. */
function byReason(reasons: readonly Reason[], labels: ReadonlyMap<string, string>): readonly string[] {
  const normsOf = new Map<string, string[]>();
  for (const { sentence, norm } of reasons) normsOf.set(sentence, [...(normsOf.get(sentence) ?? []), labels.get(norm) ?? norm]);
  return [...normsOf].map(([sentence, norms]) => `${sentence} (${norms.join('; ')})`);
}

/** Facilities in no block, and those in blocks that are in no zone. */
function outsideLines({ facilitiesOutside, unassigned }: PlanAnalysis, language: Language): readonly string[] {
  const listed = (supplies: readonly CategorySupply[]): string => supplies
    .flatMap(({ category, facilities: { count } }) => (count.kind === 'known' && count.value > 0 ? [`${categories[category][language].toLowerCase()} (${count.value})`] : [])).join(', ');
  const [beyond, left] = [listed(facilitiesOutside), listed(unassigned.facilities)];
  return [
    ...(beyond === '' ? [] : [{
      nl: `Buiten elk bouwblok, en dus buiten elke zone: ${beyond}. Ze tellen in geen som mee, wel voor wie ze kan bereiken.`,
      en: `Outside every block, and so outside every zone: ${beyond}. They are in no sum, but count for whoever can reach them.`,
    }[language]]),
    ...(left === '' ? [] : [{
      nl: `In bouwblokken die nog in geen zone liggen: ${left}. Ze tellen voor de gemeente mee, voor geen zone.`,
      en: `In blocks that are in no zone yet: ${left}. They count for the municipality, for no zone.`,
    }[language]]),
  ];
}
