import type { Language } from '../model/language.ts';
import type { Persons } from '../model/units.ts';
import type {
  BarrierCriterion, CompactnessCriterion, ContiguityCriterion, CriterionVerdict, InhabitantsCriterion, Nucleus, NucleusCriterion, OwnServicesCriterion, PlanCriteria, WijkCriterion, ZoneCriteria,
} from '../zoning/index.ts';
import { formatFor, type Format } from './format.ts';

/** What a zone is judged by, in the order in which it is told. */
export type CriterionName = 'inhabitants' | 'contiguity' | 'barriers' | 'compactness' | 'wijken' | 'nuclei' | 'ownServices';

export interface CriterionSentence {
  readonly criterion: CriterionName;
  readonly verdict: CriterionVerdict;
  readonly sentence: string;
}

type Both = Readonly<Record<Language, string>>;

/** What each criterion says about a zone: "Zuid heeft 5.430 inwoners, 570 te weinig." `kernName` gives the name of a kern by its id. */
export function criterionSentences(zoneName: string, criteria: ZoneCriteria, kernName: (id: string) => string, language: Language): readonly CriterionSentence[] {
  const { inhabitants, contiguity, barriers, compactness, wijken, nuclei, ownServices } = criteria;
  const said: readonly (readonly [CriterionName, CriterionVerdict, Both])[] = [
    ['inhabitants', inhabitants.verdict, inhabitantsSaid(zoneName, inhabitants)],
    ['contiguity', contiguity.verdict, contiguitySaid(zoneName, contiguity)],
    ['barriers', barriers.verdict, barriersSaid(zoneName, barriers)],
    ['compactness', compactness.verdict, compactnessSaid(zoneName, compactness)],
    ['wijken', wijken.verdict, wijkenSaid(zoneName, wijken)],
    ['nuclei', nuclei.verdict, nucleiSaid(zoneName, nuclei, kernName)],
    ['ownServices', ownServices.verdict, ownServicesSaid(zoneName, ownServices)],
  ];
  return said.map(([criterion, verdict, both]) => ({ criterion, verdict, sentence: both[language] }));
}

/** How a whole plan stands: how many zones meet everything, and what is not in a zone yet. */
export function planSentences({ zones, zonesMet, unassignedBlocks, unassignedInhabitants, splitWijken }: PlanCriteria, language: Language): readonly string[] {
  const said: Both[] = [zones.length === 0
    ? { nl: 'Er zijn nog geen zones.', en: 'There are no zones yet.' }
    : {
      nl: `${nl.number(zonesMet)} van de ${nl.number(zones.length)} zones ${zonesMet === 1 ? 'voldoet' : 'voldoen'} aan alle criteria.`,
      en: `${en.number(zonesMet)} of ${en.number(zones.length)} zones ${zonesMet === 1 ? 'meets' : 'meet'} all criteria.`,
    }];
  if (unassignedBlocks.length > 0) {
    const blocks = several(unassignedBlocks.length, 'bouwblok is', 'bouwblokken zijn', 'block is', 'blocks are');
    said.push({
      nl: `${blocks.nl} nog niet toegewezen (${people(unassignedInhabitants).nl}).`,
      en: `${blocks.en} not assigned yet (${people(unassignedInhabitants).en}).`,
    });
  }
  if (splitWijken > 0) {
    const wijken = several(splitWijken, 'wijk ligt', 'wijken liggen', 'neighbourhood lies', 'neighbourhoods lie');
    said.push({ nl: `${wijken.nl} in meer dan één zone.`, en: `${wijken.en} in more than one zone.` });
  }
  return said.map((both) => both[language]);
}

/** Why a kern counts as one: "Zwartberg telt 8.271 inwoners, op het dichtst 4.931 per km². …" */
export function nucleusSentence({ name, inhabitants, topPerKm2, radiusMetres, dailyFacilities, origin, saddleShare }: Nucleus, language: Language): string {
  const around: Both = { nl: `, gemiddeld ${nl.distance(radiusMetres)} van het midden`, en: `, ${en.distance(radiusMetres)} from its middle on average` };
  const daily: Both = dailyFacilities === null ? { nl: '', en: '' } : dailyFacilities === 0
    ? { nl: ' Er is geen dagelijkse voorziening: een woonkern zonder centrum.', en: ' There is no daily facility: a residential kern without a centre.' }
    : { nl: ` ${several(dailyFacilities, 'dagelijkse voorziening', 'dagelijkse voorzieningen', '', '').nl} rond het midden.`, en: ` ${several(dailyFacilities, '', '', 'daily facility', 'daily facilities').en} around its middle.` };
  const why: Both = origin === 'added' ? { nl: ' Met de hand toegevoegd.', en: ' Added by hand.' }
    : origin === 'moved' ? { nl: ' Met de hand verplaatst.', en: ' Moved by hand.' }
      : saddleShare === 0 ? { nl: ' Geen bebouwing verbindt haar met een dichtere kern.', en: ' No settlement joins it to a denser kern.' }
        : { nl: ` Op de weg naar een dichtere kern zakt dat tot ${nl.percent(saddleShare)}.`, en: ` On the way to a denser kern that falls to ${en.percent(saddleShare)}.` };
  return {
    nl: `${name} telt ${people(inhabitants).nl}${around.nl}, op het dichtst ${nl.number(topPerKm2)} per km².${why.nl}${daily.nl}`,
    en: `${name} has ${people(inhabitants).en}${around.en}, ${en.number(topPerKm2)} per km² at its densest.${why.en}${daily.en}`,
  }[language];
}

function inhabitantsSaid(zone: string, { inhabitants, least, most }: InhabitantsCriterion): Both {
  const said = people(inhabitants);
  if (inhabitants < least) return { nl: `${zone} heeft ${said.nl}, ${nl.number(least - inhabitants)} te weinig.`, en: `${zone} has ${said.en}, ${en.number(least - inhabitants)} too few.` };
  if (inhabitants > most) return { nl: `${zone} heeft ${said.nl}, ${nl.number(inhabitants - most)} te veel.`, en: `${zone} has ${said.en}, ${en.number(inhabitants - most)} too many.` };
  return { nl: `${zone} heeft ${said.nl}.`, en: `${zone} has ${said.en}.` };
}

function contiguitySaid(zone: string, { pieces, strayBlocks, strayInhabitants }: ContiguityCriterion): Both {
  if (pieces === 0) return { nl: `${zone} heeft nog geen bouwblokken.`, en: `${zone} has no blocks yet.` };
  if (pieces === 1) return { nl: `${zone} is één geheel.`, en: `${zone} is in one piece.` };
  const blocks = several(strayBlocks.length, 'bouwblok ligt', 'bouwblokken liggen', 'block lies', 'blocks lie');
  return {
    nl: `${zone} ligt in ${nl.number(pieces)} stukken. ${blocks.nl} los van het grootste stuk (${people(strayInhabitants).nl}).`,
    en: `${zone} is in ${en.number(pieces)} pieces. ${blocks.en} apart from the largest piece (${people(strayInhabitants).en}).`,
  };
}

function barriersSaid(zone: string, { verdict, insideMetres, withinBlocksMetres, names, severedInhabitants, severedShare }: BarrierCriterion): Both {
  if (verdict === 'not-judged') return nobodyIn(zone);
  if (insideMetres === 0) return { nl: `Er loopt geen barrière door ${zone}.`, en: `No barrier runs through ${zone}.` };
  const through: Both = {
    nl: `Door ${zone} loopt ${nl.distance(insideMetres)} barrière (${listed(names).nl})`,
    en: `${en.distance(insideMetres)} of barrier runs through ${zone} (${listed(names).en})`,
  };
  const severed = several(severedInhabitants, 'inwoner woont', 'inwoners wonen', 'inhabitant lives', 'inhabitants live');
  const apart: Both = severedInhabitants === 0
    ? { nl: ', maar ze snijdt geen bouwblokken af.', en: ', but it cuts off no blocks.' }
    : { nl: `: ${severed.nl} aan de overkant (${nl.percent(severedShare)}).`, en: `: ${severed.en} on the other side (${en.percent(severedShare)}).` };
  // Under a metre is rounding of where a border runs.
  const within: Both = withinBlocksMetres < 1 ? { nl: '', en: '' } : {
    nl: ` ${nl.distance(withinBlocksMetres)} daarvan loopt midden door bouwblokken: daar helpt alleen splitsen.`,
    en: ` ${en.distance(withinBlocksMetres)} of it runs through single blocks: only splitting them helps.`,
  };
  return { nl: through.nl + apart.nl + within.nl, en: through.en + apart.en + within.en };
}

function compactnessSaid(zone: string, { verdict, elongation, leastElongation, radiusMetres }: CompactnessCriterion): Both {
  if (verdict === 'not-judged') return nobodyIn(zone);
  const away: Both = { nl: `gemiddeld ${nl.distance(radiusMetres)} van hun midden`, en: `${en.distance(radiusMetres)} from their middle on average` };
  if (verdict === 'met') return { nl: `${zone} is niet langgerekt; de inwoners wonen ${away.nl}.`, en: `${zone} is not elongated; its inhabitants live ${away.en}.` };
  if (elongation === 0) return { nl: `${zone} is langgerekt: alle inwoners wonen op één lijn.`, en: `${zone} is elongated: all inhabitants live on one line.` };
  return {
    nl: `${zone} is langgerekt: de bewoning is ${nl.number(1 / elongation, 1)} keer zo lang als breed, en ${nl.number(1 / leastElongation, 1)} keer is de grens.`,
    en: `${zone} is elongated: settlement is ${en.number(1 / elongation, 1)} times as long as wide, and ${en.number(1 / leastElongation, 1)} times is the limit.`,
  };
}

function wijkenSaid(zone: string, { verdict, split }: WijkCriterion): Both {
  if (verdict === 'not-judged') return { nl: 'Er is geen wijkindeling om aan te toetsen.', en: 'There is no division into neighbourhoods to judge by.' };
  if (split.length === 0) return { nl: `${zone} snijdt geen wijken door.`, en: `${zone} cuts through no neighbourhoods.` };
  const count = several(split.length, 'wijk', 'wijken', 'neighbourhood', 'neighbourhoods');
  const each = (format: Format, elsewhere: string): string[] => split.map(({ name, inside, elsewhere: beyond }) => `${name} (${format.number(inside)} in ${zone}, ${format.number(beyond)} ${elsewhere})`);
  return {
    nl: `${zone} deelt ${count.nl} met andere zones: ${listed(each(nl, 'elders')).nl}.`,
    en: `${zone} shares ${count.en} with other zones: ${listed(each(en, 'elsewhere')).en}.`,
  };
}

function nucleiSaid(zone: string, { verdict, nuclei, mostKernen }: NucleusCriterion, kernName: (id: string) => string): Both {
  if (verdict === 'not-judged') return { nl: 'Er zijn geen kernen gevonden.', en: 'No kernen were found.' };
  if (nuclei.length === 0) return { nl: `In ${zone} ligt geen kern.`, en: `There is no kern in ${zone}.` };
  const names = listed(nuclei.map(kernName));
  const count = several(nuclei.length, 'kern', 'kernen', 'kern', 'kernen');
  const limit: Both = mostKernen !== null && nuclei.length > mostKernen
    ? { nl: ` Dat zijn er meer dan ${nl.number(mostKernen)}.`, en: ` That is more than ${en.number(mostKernen)}.` }
    : { nl: '', en: '' };
  return {
    nl: `In ${zone} ${nuclei.length === 1 ? 'ligt' : 'liggen'} ${count.nl}: ${names.nl}.${limit.nl}`,
    en: `There ${nuclei.length === 1 ? 'is' : 'are'} ${count.en} in ${zone}: ${names.en}.${limit.en}`,
  };
}

function ownServicesSaid(zone: string, { ownShare }: OwnServicesCriterion): Both {
  if (ownShare === null) {
    return {
      nl: `Van ${zone} zijn geen wegen naar een school, winkel of lokaal dienstencentrum bekend.`,
      en: `No ways from ${zone} to a school, shop or local service centre are known.`,
    };
  }
  return {
    nl: `Van de wegen naar de dichtste school, winkel en lokaal dienstencentrum blijft ${nl.percent(ownShare)} in ${zone}. Daarvoor is geen norm.`,
    en: `Of the ways to the nearest school, shop and local service centre, ${en.percent(ownShare)} stays in ${zone}. There is no norm for it.`,
  };
}

const nl = formatFor('nl');
const en = formatFor('en');

const nobodyIn = (zone: string): Both => ({ nl: `In ${zone} woont niemand.`, en: `Nobody lives in ${zone}.` });

/** "1 inwoner", "5.430 inwoners". */
const people = (count: Persons): Both => several(count, 'inwoner', 'inwoners', 'inhabitant', 'inhabitants');

/** A number with the words that follow it, one form for 1 and another for the rest. */
const several = (count: number, one: string, more: string, oneEn: string, moreEn: string): Both => ({
  nl: `${nl.number(count)} ${count === 1 ? one : more}`,
  en: `${en.number(count)} ${count === 1 ? oneEn : moreEn}`,
});

const lists: Readonly<Record<Language, Intl.ListFormat>> = { nl: new Intl.ListFormat('nl-BE'), en: new Intl.ListFormat('en-GB') };
const listed = (items: readonly string[]): Both => ({ nl: lists.nl.format(items), en: lists.en.format(items) });
