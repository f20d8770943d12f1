import { roles, type GeometryKind, type RoleId } from '../manifest.ts';
import type { LayerPeek } from '../read/peek.ts';
import { guessMapping } from './guess-mapping.ts';

/** What a file that no profile describes probably is. */
export interface GuessedRole {
  readonly role: RoleId;
  readonly sure: number;
}

function canHold(wanted: GeometryKind, found: GeometryKind): boolean {
  if (wanted === 'points-or-polygons') return found === 'points' || found === 'polygons' || found === 'none';
  return wanted === found || (wanted === 'points' && found === 'none');
}

/** Where nothing but its place speaks for a role. */
const placeOnly = 0.2;
/** Named places without a column for their kind are most often facilities of one kind, which a person then chooses. */
const oneKind = 0.6;

/** How surely a layer plays a role: as surely as the weakest of the fields it needs, a place included. */
function sureness(layer: LayerPeek, role: RoleId): number {
  const { geometry, required } = roles[role];
  // An extract of OpenStreetMap is known by its format, not by its columns.
  if (role === 'openstreetmap' || !canHold(geometry, layer.geometry)) return 0;
  const guesses = new Map(guessMapping(layer, role).map(({ field, sure }) => [field, sure]));
  const sureOf = (field: string) => guesses.get(field) ?? 0;
  const isOneKind = role === 'facilities' && sureOf('category') === 0;
  const needed = [...required.map((field) => (isOneKind && field === 'category' ? oneKind : sureOf(field)))];
  if (role === 'ages') needed.push(Math.max(sureOf('age'), Math.min(sureOf('ageFrom'), sureOf('ageTo'))));
  if (geometry !== 'none' && layer.geometry === 'none') {
    const placed = Math.max(Math.min(sureOf('x'), sureOf('y')), Math.min(sureOf('lat'), sureOf('lon')));
    // A facility can be found by its address.
    needed.push(role === 'facilities' ? Math.max(placed, sureOf('address')) : placed);
  }
  // Shapes without a word could be the border, water or green alike; points with a name could be crossings or anything else.
  return required.length === 0 ? Math.min(placeOnly, ...needed) : Math.min(...needed);
}

const worthSaying = 0.15;

/** What a file probably is, surest first: by the shape of its geometry and by the columns that can be found in it. */
export function guessRole(layer: LayerPeek): readonly GuessedRole[] {
  return (Object.keys(roles) as RoleId[])
    .map((role) => ({ role, sure: sureness(layer, role) }))
    .filter(({ sure }) => sure >= worthSaying)
    .sort((a, b) => b.sure - a.sure);
}
