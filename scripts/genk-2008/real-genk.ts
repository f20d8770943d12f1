import { facilitiesOf, terms, type Count, type Municipality, type NormSet, type Plan } from '../../packages/core/src/model/index.ts';
import { analysePlan, groundOfYear, prepareAnalysis, proposalsOf, type AnalysisGround, type Need, type PlanAnalysis, type Proposal } from '../../packages/core/src/needs/index.ts';
import { amountDecimals, formatFor, reservationSentence, unitLabel } from '../../packages/core/src/report/index.ts';
import { delineationGround, settingsOfPlan } from '../../packages/core/src/zoning/index.ts';
import { plain } from './document.ts';

/** The real Genk as its open files give it, in the zones the engine draws, with everything the engine says of it. */
export interface RealGenk {
  readonly norms: NormSet;
  readonly ground: AnalysisGround;
  readonly plan: Plan;
  readonly analysis: PlanAnalysis;
  readonly proposals: readonly Proposal[];
}

export function realGenk(municipality: Municipality, plan: Plan, norms: NormSet): RealGenk {
  const ground = prepareAnalysis(municipality, norms, facilitiesOf(municipality, plan));
  const proposals = proposalsOf(ground, plan, delineationGround(municipality, settingsOfPlan(municipality, plan), plan));
  if (proposals === null) throw new Error('Got a stopped search when nobody stopped it.');
  return { norms, ground, plan, analysis: analysePlan(ground, plan), proposals };
}

const { count, countPercent, number } = formatFor('nl');
const told = (value: Count): string => count(value, value.kind === 'known' ? amountDecimals(value.value) : 0);

/** Norms of the programmatie, by what they are five years and one year ahead. */
const programmatie = ['wzc', 'dagverzorging', 'ldc', 'gezinszorg'] as const;

/** What the engine says of the real Genk, with its figures, and what it cannot say. */
export function realGenkSection({ norms, ground, plan, analysis, proposals }: RealGenk): string {
  const { municipality, zones, provenance: { referenceYear } } = analysis;
  const earlier = groundOfYear(ground, referenceYear - 5);
  if (!earlier.ok) throw new Error(earlier.error.code);
  const before = analysePlan(earlier.value, plan);
  const labelOf = (norm: string): string => norms.norms.find(({ id }) => id === norm)!.label.nl;
  const needIn = (of: PlanAnalysis, norm: string): Need => of.municipality.needs.find((need) => need.norm === norm)!;
  const row = ({ norm, unit, required, present, missing, reservations }: Need, year: number): string =>
    `| ${labelOf(norm)} | ${year} | ${told(required.count)}${required.count.kind === 'known' ? ` ${unitLabel(unit, required.count.value, 'nl')}` : ''} | ${told(present.count)} | ${told(missing.count)} | ${reservations.map((one) => reservationSentence(one, 'nl')).join(' ')} |`;
  const coverageOf = (norm: string) => municipality.coverage.find((coverage) => coverage.norm === norm)!;
  const near = coverageOf('apotheek-1200m'), nearOld = coverageOf('apotheek-500m-75plus');
  const unknown = municipality.coverage.filter(({ persons }) => persons.count.kind === 'unknown').length;
  const rules = new Map<string, number>();
  for (const { rule } of proposals) rules.set(rule, (rules.get(rule) ?? 0) + 1);
  return plain([
    '## Op het echte Genk', '',
    `Met open bestanden van Genk (wijken, kernen, adressen van 2013, leeftijden van de hele stad, apotheken, scholen en een lijst van zorgvoorzieningen uit openbare pagina's) zegt de engine dit, met de normen “${norms.name}” (versie ${norms.version}). Het beeld is dat van ${referenceYear}: ${told(municipality.inhabitants.count)} inwoners, van wie ${told(municipality.from75.count)} van 75 en ouder. De ${number(zones.length)} ${terms.CareZone.nl[1]} tekent de engine zelf: ${zones.map(({ name, inhabitants }) => `${name} (${told(inhabitants.count)})`).join(', ')}.`, '',
    '### Wat te zeggen is', '',
    `Wat de programmatie vraagt, in het beeld van ${referenceYear - 5} (leeftijden van ${referenceYear}) en in dat van ${referenceYear}. Leeftijden na ${referenceYear} staan niet in de bestanden: wat een norm vijf jaar later vraagt, blijft dan onbekend. De lijst van voorzieningen is niet volledig: een tekort is hoogstens zo groot.`, '',
    '| norm | beeld van | nodig | aanwezig volgens de lijst | tekort tegenover de lijst | waarom niet |', '|---|---|---|---|---|---|',
    ...programmatie.flatMap((norm) => [row(needIn(before, norm), referenceYear - 5), row(needIn(analysis, norm), referenceYear)]), '',
    `Wie een apotheek dichtbij heeft, hemelsbreed maal ${number(analysis.provenance.distances.detourFactor, 2)} (er zijn geen straten in de bestanden): binnen 1,2 km ${countPercent(near.share)} van de inwoners, binnen 500 m ${countPercent(nearOld.share)} van de 75-plussers.`, '',
    'Lokale behoefte van de hele stad, laag, midden en hoog; de verhoudingen per leeftijd hebben de status die de normenset noemt:', '',
    '| behoefte | laag | midden | hoog |', '|---|---|---|---|',
    ...municipality.localNeeds.map(({ rule, unit, estimate: { low, middle, high } }) =>
      `| ${norms.local!.find(({ id }) => id === rule)!.label.nl} (${unit}) | ${count(low.count)} | ${count(middle.count)} | ${count(high.count)} |`), '',
    `De regels geven ${number(proposals.length)} voorstellen (${[...rules].sort(([a], [b]) => (a < b ? -1 : 1)).map(([rule, times]) => `${rule}: ${number(times)}`).join(', ')}). Ze rusten op wat de lijst toevallig noemt: ze tonen wat de engine met meer gegevens zou doen en zijn geen advies aan Genk.`, '',
    '### Wat niet te zeggen is, bij gebrek aan gegevens', '',
    '- wie waar hoe oud is: inwoners per sector naar leeftijd ontbreken, dus elke verdeling over zones is gemodelleerd, en elke zone is even oud;',
    `- wat er is: de lijst van zorgvoorzieningen is niet volledig. Van ${number(unknown)} van de ${number(municipality.coverage.length)} afstandsnormen is onbekend wie eraan voldoet, omdat geen bestand die voorzieningen geeft; dat is niet nul;`,
    '- welke functie een gebouw heeft: geen bestand noemt een coördinatiepunt of zorgkruispunt. Alleen dat een dienstencentrum een activiteitscentrum is, volgt uit zijn soort;',
    '- hoe ver men loopt: zonder straten zijn afstanden geen wandelingen, en een plaats zoeken voor een nieuw centrum kan niet;',
    '- waar nog gebouwd kan worden en welke woningen geschikt zijn: er is geen bestand van woningen of woningreserve;',
    '- de zones van 2008 zelf: hun grenzen zijn niet gepubliceerd.', '',
  ].join('\n'));
}
