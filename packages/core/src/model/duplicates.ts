import { readAddressText, streetKey, wordsOf } from './address-text.ts';
import type { Facility } from './facility.ts';
import type { FacilityPair } from './register-changes.ts';
import { likeness } from './text-likeness.ts';

/** Why two facilities may be one. Distances in whole metres, likeness from 0 to 1. */
export type DuplicateReason =
  | { readonly code: 'same-address' }
  | { readonly code: 'near'; readonly metres: number }
  | { readonly code: 'name-alike'; readonly likeness: number };

/** Two facilities of one kind that may be the same one; `one` is the smaller id. A person decides. */
export interface DuplicatePair extends FacilityPair {
  readonly category: Facility['category'];
  /** Whether both come from one file: then they were listed apart on purpose more often than not. */
  readonly withinOneSource: boolean;
  readonly metres: number;
  readonly reasons: readonly DuplicateReason[];
}

/** Limits of the search: choices of this project, held against the pharmacies of Genk and the sample town. */
const limits = {
  /** Beyond this two places of one kind are two, but for what their own places are uncertain by. */
  metresApart: 250,
  /** Two lists put one door this far apart: an address point on the parcel and one on the pavement. */
  metresOneDoor: 25,
  /** Stops on both sides of a street share their name. */
  metresOneStop: 12,
  namesAlike: 0.6,
  /** Within one list two names must all but coincide. */
  namesAlikeInOneSource: 0.85,
} as const;

/** Words that say what kind of place it is, or of what legal form, and so do not tell two of a kind apart. */
const kindWords = new Set([
  'apotheek', 'pharmacie', 'apr', 'wzc', 'woonzorgcentrum', 'rusthuis', 'rvt', 'rob', 'ldc', 'lokaal', 'dienstencentrum', 'dvc', 'dagverzorgingscentrum',
  'kortverblijf', 'assistentiewoningen', 'serviceflats', 'gaw', 'residentie', 'huisarts', 'huisartsenpraktijk', 'dokter', 'dr', 'tandarts', 'praktijk',
  'kinesist', 'kinesitherapie', 'wgc', 'wijkgezondheidscentrum', 'kinderopvang', 'school', 'basisschool', 'halte', 'bv', 'bvba', 'nv', 'vzw', 'cvba', 'de', 'het', 'van',
]);

function nameKey(name: string): string {
  const words = wordsOf(name);
  const telling = words.filter((word) => !kindWords.has(word));
  return [...(telling.length > 0 ? telling : words)].sort().join(' ');
}

interface Candidate {
  readonly facility: Facility;
  readonly name: string;
  /** Street and number without spelling; null where the address does not give both. */
  readonly address: string | null;
}

function candidateOf(facility: Facility): Candidate {
  const { street, number } = readAddressText(facility.address ?? '');
  return { facility, name: nameKey(facility.name), address: number === null ? null : `${streetKey(street)} ${number}` };
}

/**
 * Facilities that may be one: of the same category, and at one address, at one door or near each other under names alike.
 * Pairs in `apart` have been judged and are left out. Sorted by the ids. About linear: only neighbours are compared.
 */
export function findDuplicates(facilities: readonly Facility[], apart: readonly FacilityPair[] = []): readonly DuplicatePair[] {
  const judged = new Set(apart.map(({ one, other }) => JSON.stringify([one, other])));
  const sorted = facilities.map(candidateOf).sort((a, b) => (a.facility.id < b.facility.id ? -1 : 1));
  const cells = Map.groupBy(sorted.keys(), (index) => cellOf(sorted[index]!.facility));
  const pairs: DuplicatePair[] = [];
  for (const [index, candidate] of sorted.entries()) {
    for (const near of neighbours(candidate.facility)) {
      for (const other of cells.get(near) ?? []) {
        const pair = other > index ? pairOf(candidate, sorted[other]!) : null;
        if (pair !== null && !judged.has(JSON.stringify([pair.one, pair.other]))) pairs.push(pair);
      }
    }
  }
  return pairs.sort((a, b) => byText(a.one, b.one) || byText(a.other, b.other));
}

function pairOf(a: Candidate, b: Candidate): DuplicatePair | null {
  const { id: one, category, source } = a.facility;
  const metres = Math.hypot(a.facility.x - b.facility.x, a.facility.y - b.facility.y);
  const withinOneSource = source === b.facility.source;
  const reasons = reasonsFor(a, b, metres, withinOneSource);
  return reasons.length === 0 ? null : { one, other: b.facility.id, category, withinOneSource, metres: Math.round(metres), reasons };
}

function reasonsFor(a: Candidate, b: Candidate, metres: number, withinOneSource: boolean): readonly DuplicateReason[] {
  const uncertain = (a.facility.position.metres ?? 0) + (b.facility.position.metres ?? 0);
  if (metres > limits.metresApart + Math.min(uncertain, limits.metresApart)) return [];
  const alike = likeness(a.name, b.name);
  const near: DuplicateReason = { code: 'near', metres: Math.round(metres) };
  const named: readonly DuplicateReason[] = alike >= limits.namesAlike ? [{ code: 'name-alike', likeness: Math.round(alike * 100) / 100 }] : [];
  if (a.facility.category === 'halte') return !withinOneSource && metres <= limits.metresOneStop ? [near, ...named] : [];
  const sameAddress: readonly DuplicateReason[] = a.address !== null && a.address === b.address ? [{ code: 'same-address' }] : [];
  if (withinOneSource) return alike >= limits.namesAlikeInOneSource ? [...sameAddress, near, ...named] : [];
  if (sameAddress.length > 0 || metres <= limits.metresOneDoor || named.length > 0) return [...sameAddress, near, ...named];
  return [];
}

const cellMetres = 2 * limits.metresApart;

const cellKey = (category: string, column: number, row: number): string => `${category} ${column} ${row}`;

const cellOf = ({ category, x, y }: Facility): string => cellKey(category, Math.floor(x / cellMetres), Math.floor(y / cellMetres));

function neighbours({ category, x, y }: Facility): readonly string[] {
  const [column, row] = [Math.floor(x / cellMetres), Math.floor(y / cellMetres)];
  return [-1, 0, 1].flatMap((east) => [-1, 0, 1].map((north) => cellKey(category, column + east, row + north)));
}

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
