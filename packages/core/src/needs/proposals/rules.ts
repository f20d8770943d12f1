import type { NormSource } from '../../model/index.ts';
import type { ProposalRule } from './proposal.ts';

const deck = (place: string): NormSource => ({ title: 'OCMW Genk, Stadsateliers: Gebiedsgericht werken, 17 juni 2008', url: null, place, year: 2008 });

/** The rules in the order in which they are tried: what is there first, then what is new, then ways and moving. */
export const proposalRuleTable: readonly ProposalRule[] = [
  { id: 'take-function', source: deck('West en Oost'), quote: 'Kan dienstencentrum mee adviesverlening en zorgcoördinatie opnemen?' },
  { id: 'share-centre', source: deck('Zuid; Oost'), quote: 'Kan dienstencentrum Kolderbos mee taken opnemen voor Sledderlo (adviesverlening en zorgcoördinatie)' },
  { id: 'enlarge', source: deck('Midden; Noord'), quote: 'Algemeen voorzieningenniveau verhogen; tekort aan opvang voor kinderen' },
  { id: 'reorganise', source: deck('Centrum; Noord'), quote: 'Reorganisatie bestaand aanbod richting nieuwe woonvormen; kan rusthuis meer werken vanuit principes van verzorgd wonen?' },
  { id: 'new-site', source: deck('Operationele uitbouw DC'), quote: 'Naar een invulling van de programmatienorm: 5 DC; spreiding ifv maximale bereikbaarheid' },
  { id: 'new-housing', source: deck('Midden; West en Oost; Noord'), quote: 'Behoefte aan bijkomend aanbod aanleunwonen en verzorgd wonen, maar slechts beperkte woningreserve' },
  { id: 'transport', source: deck('Algemene aanbevelingen; Centrum'), quote: 'Goed bereikbaar en toegankelijk openbaar vervoer; openbaar vervoer van en naar centrum cruciaal' },
  { id: 'small-kern', source: deck('Algemene aanbevelingen'), quote: 'In kleine kernen: voorzieningen uitbouwen of verhuizen aanmoedigen?' },
];
