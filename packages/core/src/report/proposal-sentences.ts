import type { Language } from '../model/language.ts';
import type { DelineationCertificates, IslandBridge, PlanComparison, ZoneMove, ZoneProposal } from '../zoning/index.ts';
import { formatFor } from './format.ts';
import { wishWords } from './wish-words.ts';

type Both = Readonly<Record<Language, string>>;

const nl = formatFor('nl');
const en = formatFor('en');
const lists: Readonly<Record<Language, Intl.ListFormat>> = { nl: new Intl.ListFormat('nl-BE'), en: new Intl.ListFormat('en-GB') };

/** Whether a proposal meets the bounds, and whether a better one can exist. */
export function proposalSentence({ zones, outOfBounds, proof, problems }: Pick<ZoneProposal, 'zones' | 'outOfBounds' | 'proof' | 'problems'>, language: Language): string {
  const met: Both = outOfBounds > 0
    ? { nl: `Voldoet niet: ${nl.number(outOfBounds)} inwoners buiten de grenzen.`, en: `Does not meet the criteria: ${en.number(outOfBounds)} inhabitants out of bounds.` }
    : problems.length > 0
      ? { nl: 'Binnen de inwonersgrenzen, met opmerkingen.', en: 'Within the bounds, with remarks.' }
      : { nl: 'Alle zones binnen de inwonersgrenzen en in één stuk.', en: 'All zones within bounds and in one piece.' };
  const count: Both = { nl: `${nl.number(zones.length)} zones`, en: `${en.number(zones.length)} zones` };
  const certain: Readonly<Record<typeof proof, Both>> = {
    best: { nl: ` Bewezen: met ${count.nl} en deze wensen bestaat er geen betere indeling.`, en: ` Proven: with ${count.en} and these wishes no better division exists.` },
    'none-within-bounds': { nl: ` Bewezen: geen enkele indeling in ${count.nl} blijft binnen de grenzen.`, en: ` Proven: no division into ${count.en} stays within bounds.` },
    'not-proven': { nl: ' Niet bewezen dat er geen betere is.', en: ' Not proven that there is no better one.' },
  };
  return met[language] + certain[proof][language];
}

const cellsTold = 8;

/** What is certain by counting alone, and what is not proven. */
export function certificateSentences(certificates: DelineationCertificates, language: Language): readonly string[] {
  const { counts, cells, uncrossed, crossingZones, blocksAboveMost, blocksFillingZone, blocksBreaking, blocksWithoutInhabitants, borderMetres, borderMetresAtLeast, pairs } = certificates;
  const said: Both[] = [];
  const say = (dutch: string, english: string): void => {
    said.push({ nl: dutch, en: english });
  };
  if (counts.fewest <= counts.most) {
    say(`Met deze inwonersgrenzen kunnen er ${rangeNl(counts.fewest, counts.most)} zones zijn, niet minder en niet meer.`, `With these bounds there can be ${rangeEn(counts.fewest, counts.most)} zones, no fewer and no more.`);
  } else {
    say('Geen enkel aantal zones past bij deze inwonersgrenzen.', 'No number of zones fits these bounds.');
  }
  if (cells.length > 1) {
    for (const { name, inhabitants, barriers, fewest, most } of cells.slice(0, cellsTold)) {
      const around = barriers.slice(0, 3);
      const nlPlace = around.length === 0 ? `Het deel rond ${name}` : `Het gebied rond ${name} (begrensd door ${lists.nl.format(around)})`;
      const enPlace = around.length === 0 ? `The part around ${name}` : `The area around ${name} (bounded by ${lists.en.format(around)})`;
      if (fewest > most) {
        say(`${nlPlace} telt ${nl.number(inhabitants)} inwoners: daar past geen heel aantal zones in, een oversteek over een barrière is onvermijdelijk.`,
          `${enPlace} holds ${en.number(inhabitants)} inhabitants: no whole number of zones fits in it, a crossing of a barrier cannot be avoided.`);
      } else say(`${nlPlace} telt ${nl.number(inhabitants)} inwoners: ${rangeNl(fewest, most)} ${most === 1 ? 'zone' : 'zones'}.`, `${enPlace} holds ${en.number(inhabitants)} inhabitants: ${rangeEn(fewest, most)} ${most === 1 ? 'zone' : 'zones'}.`);
    }
    if (uncrossed !== null) {
      say(`Zonder één barrière te kruisen kan het alleen met ${rangeNl(uncrossed.fewest, uncrossed.most)} zones.`, `Crossing no barrier at all takes ${rangeEn(uncrossed.fewest, uncrossed.most)} zones.`);
    } else if (crossingZones > 0) {
      say(`Minstens ${nl.number(crossingZones)} ${crossingZones === 1 ? 'zone kruist' : 'zones kruisen'} een barrière, hoe men ook indeelt.`, `At least ${en.number(crossingZones)} ${crossingZones === 1 ? 'zone crosses' : 'zones cross'} a barrier, whatever the division.`);
    }
  }
  if (blocksAboveMost.length > 0) say(`Te groot voor één zone: ${some(blocksAboveMost, 'nl')}.`, `Too large for one zone: ${some(blocksAboveMost, 'en')}.`);
  if (blocksFillingZone.length > 0) say(`Vult alleen al een zone: ${some(blocksFillingZone, 'nl')}.`, `Fills a zone by itself: ${some(blocksFillingZone, 'en')}.`);
  if (blocksBreaking.length > 0) say(`Zonder deze blokken valt de gemeente uiteen: ${some(blocksBreaking, 'nl')}.`, `Without these blocks the municipality falls apart: ${some(blocksBreaking, 'en')}.`);
  if (blocksWithoutInhabitants > 0) {
    say(`${nl.number(blocksWithoutInhabitants)} ${blocksWithoutInhabitants === 1 ? 'blok' : 'blokken'} zonder inwoners ${blocksWithoutInhabitants === 1 ? 'gaat' : 'gaan'} mee met een zone ernaast.`,
      `${en.number(blocksWithoutInhabitants)} ${blocksWithoutInhabitants === 1 ? 'block' : 'blocks'} without inhabitants ${blocksWithoutInhabitants === 1 ? 'goes' : 'go'} with a zone beside.`);
  }
  say(`De grenzen tussen zones zijn samen ${nl.distance(borderMetres)}; zones met deze oppervlakten kunnen niet onder ${nl.distance(borderMetresAtLeast)}.`,
    `The borders between zones are ${en.distance(borderMetres)} in all; zones of these surfaces cannot do with less than ${en.distance(borderMetresAtLeast)}.`);
  const all = pairs.best + pairs.better + pairs.notProven;
  if (all > 0 && pairs.best === all) say('Bewezen: geen enkel paar buurzones kan onderling beter verdeeld worden.', 'Proven: no pair of neighbouring zones can be divided better between them.');
  else if (all > 0) {
    say(`Van ${nl.number(all)} paren buurzones: ${nl.number(pairs.best)} bewezen niet beter te verdelen, ${nl.number(pairs.better)} wel, ${nl.number(pairs.notProven)} niet bewezen.`,
      `Of ${en.number(all)} pairs of neighbouring zones: ${en.number(pairs.best)} proven not to be divided better, ${en.number(pairs.better)} that can be, ${en.number(pairs.notProven)} not proven.`);
  }
  return said.map((both) => both[language]);
}

/** "Eiland ligt 1.200 m van Kade: daarover is verbonden wat uiteen ligt." */
export function bridgeSentence({ from, to, gapMetres }: IslandBridge, language: Language): string {
  return {
    nl: `${from.name} en ${to.name} liggen ${nl.distance(gapMetres)} uiteen; daar zijn de losse delen van de gemeente verbonden.`,
    en: `${from.name} and ${to.name} lie ${en.distance(gapMetres)} apart; there the separate parts of the municipality were joined.`,
  }[language];
}

const wishesTold = 2;

/** What one block in another zone would change: "Geef Kolderbos 3 (312 inwoners) aan Zuid: Oost telt dan 8.120, Zuid 6.210 inwoners; …" */
export function moveSentence({ blocks, inhabitants, from, to, fromAfter, toAfter, outOfBounds, better, worse }: ZoneMove, language: Language): string {
  const format = { nl, en }[language];
  const what = blocks.map(({ name }) => name).slice(0, 3).join(', ') + (blocks.length > 3 ? ` … (+${blocks.length - 3})` : '');
  const gains = better.slice(0, wishesTold).map((wish) => wishWords[wish].better[language]);
  const losses = worse.slice(0, wishesTold).map((wish) => wishWords[wish].worse[language]);
  const list = lists[language];
  const bounds: Both = outOfBounds < 0
    ? { nl: `${nl.number(-outOfBounds)} inwoners minder buiten de grenzen`, en: `${en.number(-outOfBounds)} fewer inhabitants out of bounds` }
    : { nl: '', en: '' };
  const effects = [...(outOfBounds < 0 ? [bounds[language]] : []), ...gains];
  const against: Both = losses.length === 0 ? { nl: '', en: '' } : { nl: `, maar ${list.format(losses)}`, en: `, but ${list.format(losses)}` };
  return {
    nl: `Geef ${what} (${format.number(inhabitants)} inwoners) aan ${to.name}: ${from.name} telt dan ${format.number(fromAfter)} en ${to.name} ${format.number(toAfter)} inwoners; ${list.format(effects)}${against.nl}.`,
    en: `Give ${what} (${format.number(inhabitants)} inhabitants) to ${to.name}: ${from.name} then has ${format.number(fromAfter)} and ${to.name} ${format.number(toAfter)} inhabitants; ${list.format(effects)}${against.en}.`,
  }[language];
}

/** No single move betters the plan at this zone. */
export const noMoveSentence = (zone: string, language: Language): string => ({
  nl: `Geen enkel bouwblok verplaatsen maakt de indeling bij ${zone} beter.`,
  en: `Moving no single block betters the division at ${zone}.`,
}[language]);

/** How a plan lies over an existing division: who would change area, how alike the two are, what is split. */
export function comparisonSentences({ overlap, splitAreas, areas, areaNames, leftOut }: PlanComparison, language: Language): readonly string[] {
  const names = splitAreas.map((id) => areaNames[areas.indexOf(id)]!);
  const said: Both[] = [{
    nl: `${nl.number(overlap.moved)} inwoners (${nl.percent(overlap.movedShare)}) wonen buiten het gebied waarmee hun zone het meest overeenkomt.`,
    en: `${en.number(overlap.moved)} inhabitants (${en.percent(overlap.movedShare)}) live outside the area that their zone matches best.`,
  }, {
    nl: `Gelijkenis: aangepaste Rand-index ${nl.number(overlap.adjustedRand, 2)}, V-maat ${nl.number(overlap.vMeasure, 2)} (1 is gelijk); afstand ${nl.number(overlap.variationOfInformation, 2)} (0 is gelijk).`,
    en: `Likeness: adjusted Rand index ${en.number(overlap.adjustedRand, 2)}, V-measure ${en.number(overlap.vMeasure, 2)} (1 is the same); distance ${en.number(overlap.variationOfInformation, 2)} (0 is the same).`,
  }, names.length === 0
    ? { nl: 'Geen enkel gebied ligt in meer dan één zone.', en: 'No area lies in more than one zone.' }
    : { nl: `${nl.number(names.length)} van ${nl.number(areas.length)} gebieden liggen in meer dan één zone: ${some(names, 'nl')}.`, en: `${en.number(names.length)} of ${en.number(areas.length)} areas lie in more than one zone: ${some(names, 'en')}.` }];
  if (leftOut > 0) said.push({ nl: `${nl.number(leftOut)} inwoners liggen in geen zone of geen gebied en zijn niet vergeleken.`, en: `${en.number(leftOut)} inhabitants lie in no zone or no area and were not compared.` });
  return said.map((both) => both[language]);
}

const rangeNl = (fewest: number, most: number): string => (fewest === most ? nl.number(fewest) : `${nl.number(fewest)} tot ${nl.number(most)}`);
const rangeEn = (fewest: number, most: number): string => (fewest === most ? en.number(fewest) : `${en.number(fewest)} to ${en.number(most)}`);

const mostNamed = 6;
const some = (names: readonly string[], language: Language): string =>
  lists[language].format(names.length <= mostNamed ? names : [...names.slice(0, mostNamed), { nl: `nog ${names.length - mostNamed}`, en: `${names.length - mostNamed} more` }[language]]);
