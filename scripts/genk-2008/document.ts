import type { Proposal, ZoneAnalysis } from '../../packages/core/src/needs/index.ts';
import { formatFor, gapSentence, proposalEffects, proposalReason, proposalSentenceOf, scenarioLines } from '../../packages/core/src/report/index.ts';
import type { SamplePlan } from './sample-plan.ts';

/** A recommendation of the deck: where, in its words, and which of the engine's answers speak of the same. */
interface Point {
  readonly quote: string;
  readonly answers: (of: ZoneLook) => readonly string[];
  /** Said where nothing answers. */
  readonly whyNot: string;
  /** Said where something answers, but not all of it. */
  readonly partly?: string;
}

/** One zone, with shorthand for what is said of it. */
interface ZoneLook {
  readonly zone: ZoneAnalysis;
  readonly proposals: readonly Proposal[];
  /** Those of the other zones. */
  readonly elsewhere: readonly Proposal[];
  readonly gaps: (kind: 'amount' | 'distance' | 'function' | 'housing', norm: string) => readonly string[];
  readonly level: readonly string[];
}

/** The zones of the deck, each by a kern that lies in it. */
interface DeckZone {
  readonly name: string;
  readonly kern: string;
  readonly points: readonly Point[];
}

const told = (proposals: readonly Proposal[]): readonly string[] =>
  proposals.map((proposal) => [proposalSentenceOf(proposal, 'nl'), proposalReason(proposal, 'nl'), ...proposalEffects(proposal, 'nl')].join(' '));

const housing: Point = {
  quote: 'Behoefte aan bijkomend aanbod aanleunwonen en verzorgd wonen',
  answers: ({ proposals }) => told(proposals.filter(({ facts }) => (facts.rule === 'new-housing' || facts.rule === 'reorganise') && ['aanleunwonen', 'verzorgd-wonen'].includes(facts.form))),
  whyNot: 'De lokale behoefte aan deze woonvormen is in deze zone kleiner dan wat er staat.',
  partly: 'De verhoudingen per leeftijd zijn eigen aannames, zoals de normenset zegt; de richting komt overeen, het aantal is geen uitspraak over Genk.',
};

const advice: Point = {
  quote: 'Kan dienstencentrum mee adviesverlening en zorgcoördinatie opnemen?',
  answers: ({ proposals }) => told(proposals.filter(({ facts }) => (facts.rule === 'take-function' || facts.rule === 'share-centre') && facts.function === 'coordinatiepunt')),
  whyNot: 'In de voorbeeldstad is er in deze zone al een coördinatiepunt.',
};

const deckZones: readonly DeckZone[] = [
  {
    name: 'Centrum', kern: 'Genk', points: [
      { quote: 'Centrumfunctie verder uitbouwen', answers: () => [], whyNot: 'Een keuze van beleid: geen norm zegt wat een centrum voor de rest van de stad moet zijn.' },
      {
        quote: 'Openbaar vervoer van en naar centrum cruciaal', answers: ({ proposals }) => told(proposals.filter(({ rule }) => rule === 'transport')),
        whyNot: 'In deze zone woont bijna niemand van 75 jaar en ouder te ver om te lopen.', partly: 'De engine ziet wie een rit nodig heeft, niet welke lijn naar het centrum rijdt: haltes zonder dienstregeling zeggen dat niet.',
      },
      { quote: 'Pilotproject zorg op vraag', answers: () => [], whyNot: 'Hoe zorg aan huis georganiseerd wordt, staat in geen bestand.' },
      {
        quote: 'Geen nieuwe woonvormen voor zwaar zorgbehoevenden',
        answers: ({ proposals, zone }) => (proposals.some(({ facts }) => facts.rule === 'enlarge' && facts.category === 'wzc') ? [] : [`Er is geen voorstel om hier plaatsen in een woonzorgcentrum bij te maken: ${filled(zone)}.`]),
        whyNot: 'De norm vraagt in deze zone meer plaatsen dan er zijn.',
      },
      {
        quote: 'Reorganisatie bestaand aanbod richting nieuwe woonvormen', answers: ({ proposals }) => told(proposals.filter(({ rule }) => rule === 'reorganise')),
        whyNot: 'Het bestaande aanbod is in deze zone niet groter dan wat de norm er vraagt.',
      },
      {
        quote: 'Bret en Gelieren: voldoende aansluiting bij centrum, maar ook voldoende aanbod aan basisvoorzieningen', answers: ({ level, proposals }) => [...level, ...told(proposals.filter(({ rule }) => rule === 'small-kern'))],
        whyNot: 'Deze kernen liggen in een andere zone.',
      },
    ],
  },
  {
    name: 'Midden', kern: 'Termien', points: [
      { ...housing, quote: 'Behoefte aan bijkomend aanbod aanleunwonen en verzorgd wonen, maar slechts beperkte woningreserve' },
      { quote: 'Algemeen voorzieningenniveau verhogen', answers: ({ level }) => level, whyNot: 'In geen enkele kern van deze zone ontbreekt een dagelijkse dienst.' },
      { ...advice, quote: 'Adviesverlening en zorgcoördinatie uitbouwen' },
    ],
  },
  { name: 'West', kern: 'Boxbergheide', points: [housing, advice] },
  {
    name: 'Oost', kern: 'Oud-Waterschei', points: [
      housing, advice,
      {
        quote: 'Specifiek voor Oost: dezelfde functie ook voor noord?', answers: ({ zone, elsewhere }) => told(elsewhere.filter(({ facts }) => facts.rule === 'share-centre' && facts.facility.zone === zone.zone)),
        whyNot: 'In de voorbeeldstad kan een gebouw in Noord zelf de functie opnemen; de regel vraagt het dan niet aan de buren.',
      },
    ],
  },
  {
    name: 'Noord', kern: 'Zwartberg', points: [
      {
        quote: 'Kan rusthuis meer werken vanuit principes van verzorgd wonen?', answers: ({ proposals }) => told(proposals.filter(({ rule }) => rule === 'reorganise')),
        whyNot: 'Het rusthuis telt hier minder plaatsen dan de norm vraagt: de regel reorganiseert alleen wat er te veel is. Dat een rusthuis ook zonder overschot anders kan werken, weet de engine niet.',
      },
      {
        quote: 'Kan rusthuis zorg in wijk aanbieden?',
        answers: ({ proposals, zone }) => [
          ...told(proposals.filter(({ facts }) => (facts.rule === 'take-function' || facts.rule === 'share-centre') && facts.function === 'zorgkruispunt')),
          ...zone.functions.functions.filter(({ function: one, state }) => one === 'zorgkruispunt' && state === 'present').map(() => 'Het gegeven rusthuis is er al zorgkruispunt: in de voorbeeldstad is dat zo verzonnen.'),
        ],
        whyNot: 'Geen gebouw in deze zone kan volgens de regels zorgkruispunt worden.',
      },
      {
        quote: 'Bijkomende woongelegenheden aanleunwonen welkom, maar knelpunt is beperkte woningreserve',
        answers: ({ proposals }) => told(proposals.filter(({ facts }) => facts.rule === 'new-housing' && facts.form === 'aanleunwonen')), whyNot: 'Er is in deze zone geen tekort aan aanleunwoningen, of geen ruimte.',
      },
      {
        quote: 'Tekort aan opvang voor kinderen', answers: ({ gaps, proposals }) => [...gaps('amount', 'kinderopvang'), ...told(proposals.filter(({ facts }) => facts.rule === 'enlarge' && facts.category === 'kinderopvang'))],
        whyNot: 'Er is in deze zone genoeg opvang volgens de norm.',
      },
    ],
  },
  {
    name: 'Zuid', kern: 'Kolderbos', points: [
      { quote: 'Voorzieningen uitbouwen in beide kernen (Sledderlo en Kolderbos)', answers: ({ level, proposals }) => [...level, ...told(proposals.filter(({ rule }) => rule === 'small-kern'))], whyNot: 'In geen enkele kern van deze zone ontbreekt een dagelijkse dienst.' },
      {
        quote: 'Kan dienstencentrum Kolderbos mee taken opnemen voor Sledderlo (adviesverlening en zorgcoördinatie)',
        answers: ({ proposals }) => told(proposals.filter(({ facts }) => (facts.rule === 'share-centre' || facts.rule === 'take-function') && facts.facility.name === 'De Hazelaar')), whyNot: 'Het dienstencentrum van Kolderbos ligt in een andere zone.',
      },
    ],
  },
];

const format = formatFor('nl');

function filled({ needs }: ZoneAnalysis): string {
  const need = needs.find(({ category }) => category === 'wzc')!;
  return `nodig ${format.count(need.required.count, 1)}, aanwezig ${format.count(need.present.count)}`;
}

/** Plain spaces, so that the page reads in any editor. */
export const plain = (text: string): string => text.replaceAll(/[\u00a0\u202f]/g, ' ');

/** docs/genk-2008.md: the engine's proposals on the sample town beside the deck's recommendations, point by point. */
export function genk2008Document({ analysis, norms, sheets, proposals, after }: SamplePlan): string {
  const normOf = new Map(norms.norms.map((norm) => [norm.id, norm]));
  const lines: string[] = [
    '# Genk 2008 nagespeeld', '',
    'De presentatie van OCMW Genk van 17 juni 2008 ("Gebiedsgericht werken") geeft per woonzorgzone enkele aanbevelingen. Hier staan ze naast wat de engine op de voorbeeldstad voorstelt. De voorbeeldstad bouwt Genk na uit gepubliceerde cijfers, maar haar mensen, adressen, straten en de meeste voorzieningen zijn verzonnen: dat een voorstel overeenkomt of afwijkt, toont hoe de regels werken en zegt niets over Genk zelf.', '',
    'Deze bladzijde wordt geschreven door `node scripts/build-genk-2008.ts`; een test houdt ze gelijk aan de engine. De zones zijn de zes die de engine zelf tekent, elk naast de zone van de presentatie waarmee ze een kern deelt.', '',
  ];
  const tally = { yes: 0, no: 0, total: 0 };
  const body: string[] = [];
  for (const { name, kern, points } of deckZones) {
    const id = sheets.find((sheet) => sheet.name === kern)?.zone;
    const zone = analysis.zones.find((one) => one.zone === id);
    if (zone === undefined) throw new Error(`Got no zone with kern ${kern}.`);
    const own = sheets.filter((sheet) => sheet.zone === zone.zone);
    const look: ZoneLook = {
      zone, proposals: proposals.filter((proposal) => proposal.zone === zone.zone), elsewhere: proposals.filter((proposal) => proposal.zone !== zone.zone),
      gaps: (kind, norm) => analysis.gaps.filter((gap) => gap.zone === zone.zone && gap.kind === kind && gap.norm === norm).map((gap) => gapSentence(gap, zone.name, normOf.get(gap.norm), 'nl')),
      level: own.filter(({ level, of }) => level < of).map((sheet) => `${sheet.name}: ${sheet.level} van ${sheet.of} dagelijkse diensten dichtbij.`),
    };
    body.push(`## ${name}`, '', `Zone van de engine: ${zone.name}, ${format.count(zone.inhabitants.count)} inwoners, ${format.count(zone.from75.count)} 75-plussers; kernen ${own.map((sheet) => sheet.name).join(', ')}.`, '', '| aanbeveling 2008 | voorgesteld | wat de engine zegt |', '|---|---|---|');
    for (const { quote, answers, whyNot, partly } of points) {
      const said = answers(look);
      tally.total++;
      if (said.length > 0) tally.yes++;
      else tally.no++;
      body.push(`| ${quote} | ${said.length === 0 ? 'nee' : partly === undefined ? 'ja' : 'deels'} | ${[...(said.length === 0 ? [whyNot] : said), ...(said.length > 0 && partly !== undefined ? [partly] : [])].join('<br>')} |`);
    }
    body.push('');
  }
  lines.push(`Van de ${tally.total} aanbevelingen vindt de engine er ${tally.yes} geheel of gedeeltelijk terug; ${tally.no} niet, met waarom.`, '', ...body);

  const site = proposals.find(({ rule }) => rule === 'new-site');
  lines.push(
    '## Twee vragen van 2008', '',
    '**Waar komt het vijfde lokaal dienstencentrum?** De vier bestaande blijven; de vijfde komt waar ze de meeste mensen binnen 1.500 m brengt ("spreiding ifv maximale bereikbaarheid").', '',
    site === undefined ? 'De engine vindt geen plaats.' : [proposalSentenceOf(site, 'nl'), ...proposalEffects(site, 'nl')].join(' '), '',
    '**Wat kost het sluiten van Genk west?** De presentatie overweegt het wijkcentrum van de sociale dienst in west te sluiten.', '',
    ...scenarioLines(after([{ kind: 'close', facility: 'V007' }]), norms, 'nl', 'planner').slice(1).map((line) => `- ${line}`), '',
    'Een norm voor wijkcentra van de sociale dienst is er niet: geen enkele leemte verandert, alleen de wegen.', '',
    '## Algemene aanbevelingen', '',
    '| aanbeveling 2008 | in de engine |', '|---|---|',
    '| In kleine kernen: voorzieningen uitbouwen of verhuizen aanmoedigen? | Beide wegen, met wat elke weg aan meters voor alle mensen samen kost; de keuze blijft aan het beleid. |',
    '| Kan zorg op vraag aan huis georganiseerd worden? | Niet: hoe zorg georganiseerd is, staat in geen bestand. Gezinszorg telt wel waar mensen wonen, niet waar het kantoor staat. |',
    '| Eén-loket voor advies wonen, zorg, dienstverlening | Als functie coördinatiepunt, per zone aanwezig, elders of ontbrekend. |',
    '| Clustering van functies | De engine zegt of één gebouw de drie functies heeft of dat ze verspreid zijn. |',
    '| Voldoende aanbod aan primaire voorzieningen | Het niveau van dagelijkse diensten per kern. |',
    '| Goed bereikbaar en toegankelijk openbaar vervoer | Haltes binnen 300 m en ritten waar lopen niet gaat; dienstregelingen staan niet in de voorbeeldstad. |',
    '| Zorgvriendelijke woonomgeving (wandelroutes met zitbanken) | Alleen als een bestand zitbanken en drempels geeft; de voorbeeldstad geeft ze niet. |', '',
  );
  return plain(lines.join('\n'));
}
