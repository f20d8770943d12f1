import type { NormStatus } from '../model/norm-source.ts';
import type { OwnProfile, SlopeLimit } from '../model/own-profile.ts';
import { err, ok, type Result } from '../model/result.ts';
import { roadClasses, type RoadClass } from './street-input.ts';

export const travelModes = ['foot', 'wheelchair', 'bike', 'car'] as const;

export type TravelMode = (typeof travelModes)[number];

/** A figure of a profile, with where it comes from. */
export interface SourcedFigure {
  readonly value: number;
  readonly status: NormStatus;
  readonly source: string;
}

/** How somebody moves: by which streets and how fast. Data, so that a municipality can set its own. */
export interface TravelProfile {
  readonly id: string;
  readonly mode: TravelMode;
  readonly label: { readonly nl: string; readonly en: string };
  /** Metres per second, on every street; where speed goes by class of road, on the walk between street and door. */
  readonly speed: SourcedFigure;
  /** Steepest slopes, least rise first; empty for who takes any slope. */
  readonly slopes: readonly SlopeLimit[];
  readonly slopeSource: string | null;
  /** What is no way: a wheelchair takes neither, unless said otherwise. */
  readonly avoids: { readonly steps: boolean; readonly highKerbs: boolean };
  /**
   * Speed by class of road in km/h, for who is measured in time: a car, held to a lower posted maximum, or a bicycle, which is
   * pushed over footways. Null for who goes at `speed` everywhere.
   */
  readonly speedByClass: { readonly kmh: Readonly<Partial<Record<RoadClass, number>>>; readonly status: NormStatus; readonly source: string } | null;
}

/** Somebody on foot, where only the distance is asked: a pace of 1 m/s, which is nobody's. */
export const anyWalker: TravelProfile = {
  id: 'te-voet', mode: 'foot', label: { nl: 'Te voet', en: 'On foot' }, speed: { value: 1, status: 'own', source: '' }, slopes: [], slopeSource: null, avoids: { steps: false, highKerbs: false }, speedByClass: null,
};

const ownSource = 'Eigen waarde van de gemeente';

/** The profiles as a municipality has them: where it says something itself that counts, and is marked as its own. */
export function withOwnProfiles(profiles: readonly TravelProfile[], own: readonly OwnProfile[] = []): readonly TravelProfile[] {
  return profiles.map((profile) => {
    const said = own.find((one) => one.profile === profile.id);
    if (said === undefined) return profile;
    return {
      ...profile, label: { nl: `${profile.label.nl} (eigen)`, en: `${profile.label.en} (own)` },
      speed: { value: said.metresPerSecond, status: 'own', source: ownSource },
      slopes: said.slopes, slopeSource: said.slopes.length === 0 ? null : ownSource,
      avoids: { steps: said.avoidsSteps, highKerbs: said.avoidsHighKerbs },
    };
  });
}

export interface ProfileProblem {
  readonly code: 'profile-not-an-object' | 'profile-field-missing' | 'profile-field-wrong' | 'profile-id-twice';
  /** Id of the profile, or its position, and the field. */
  readonly profile: string;
  readonly field: string;
}

type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value);
const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';
const isPositive = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value) && value > 0;
const isStatus = (value: unknown): value is NormStatus => value === 'confirmed' || value === 'unconfirmed' || value === 'own';

/** Carries the field that is wrong to `parseProfiles`; never leaves this file. */
class WrongField extends Error {
  readonly code: ProfileProblem['code'];
  readonly field: string;
  constructor(code: ProfileProblem['code'], field: string) {
    super(field);
    this.code = code;
    this.field = field;
  }
}

function need<T>(value: unknown, is: (value: unknown) => value is T, field: string): T {
  if (value === undefined) throw new WrongField('profile-field-missing', field);
  if (!is(value)) throw new WrongField('profile-field-wrong', field);
  return value;
}

/**
 * Travel profiles from a parsed `data/walking/profiles.json`. A speed that is missing, 0 or negative, a slope table that does
 * not rise, or an id used twice is refused with the field that is wrong; nothing is filled in.
 */
export function parseProfiles(content: unknown): Result<readonly TravelProfile[], ProfileProblem> {
  if (!isFields(content) || !Array.isArray(content['profiles'])) return err({ code: 'profile-not-an-object', profile: '', field: 'profiles' });
  const profiles: TravelProfile[] = [];
  const ids = new Set<string>();
  for (const [position, raw] of (content['profiles'] as readonly unknown[]).entries()) {
    const named = isFields(raw) && isText(raw['id']) ? raw['id'] : String(position + 1);
    try {
      const profile = parseProfile(need(raw, isFields, 'profile'));
      if (ids.has(profile.id)) return err({ code: 'profile-id-twice', profile: profile.id, field: 'id' });
      ids.add(profile.id);
      profiles.push(profile);
    } catch (error) {
      if (error instanceof WrongField) return err({ code: error.code, profile: named, field: error.field });
      throw error;
    }
  }
  return ok(profiles);
}

function parseProfile(raw: Fields): TravelProfile {
  const label = need(raw['label'], isFields, 'label');
  const speed = need(raw['speed'], isFields, 'speed');
  const slopes = raw['slopes'] === undefined ? [] : parseSlopes(raw['slopes']);
  const speedByClass = raw['speedByClass'] === undefined ? null : parseSpeedByClass(need(raw['speedByClass'], isFields, 'speedByClass'));
  const mode = need(raw['mode'], (value): value is TravelMode => travelModes.includes(value as TravelMode), 'mode');
  if (mode === 'car' && speedByClass === null) throw new WrongField('profile-field-missing', 'speedByClass');
  if ((mode === 'foot' || mode === 'wheelchair') && speedByClass !== null) throw new WrongField('profile-field-wrong', 'speedByClass');
  return {
    id: need(raw['id'], isText, 'id'),
    mode,
    label: { nl: need(label['nl'], isText, 'label.nl'), en: need(label['en'], isText, 'label.en') },
    speed: {
      value: need(speed['metresPerSecond'], isPositive, 'speed.metresPerSecond'),
      status: need(speed['status'], isStatus, 'speed.status'),
      source: need(speed['source'], isText, 'speed.source'),
    },
    slopes,
    slopeSource: slopes.length === 0 ? null : need(raw['slopeSource'], isText, 'slopeSource'),
    avoids: { steps: mode === 'wheelchair', highKerbs: mode === 'wheelchair' },
    speedByClass,
  };
}

function parseSlopes(raw: unknown): readonly SlopeLimit[] {
  const rows = need(raw, (value): value is readonly unknown[] => Array.isArray(value), 'slopes');
  const limits = rows.map((row): SlopeLimit => {
    const fields = need(row, isFields, 'slopes');
    const rise = fields['riseMetres'];
    if (rise !== null && !isPositive(rise)) throw new WrongField('profile-field-wrong', 'slopes.riseMetres');
    return { riseMetres: rise, percent: need(fields['percent'], isPositive, 'slopes.percent') };
  });
  const rises = limits.map((limit) => limit.riseMetres ?? Infinity);
  if (rises.some((rise, i) => i > 0 && rise <= rises[i - 1]!) || rises.at(-1) !== Infinity) throw new WrongField('profile-field-wrong', 'slopes.riseMetres');
  return limits;
}

function parseSpeedByClass(raw: Fields): NonNullable<TravelProfile['speedByClass']> {
  const kmh = need(raw['kmh'], isFields, 'speedByClass.kmh');
  for (const [road, value] of Object.entries(kmh)) {
    if (!roadClasses.includes(road as RoadClass) || !isPositive(value)) throw new WrongField('profile-field-wrong', `speedByClass.kmh.${road}`);
  }
  return {
    kmh,
    status: need(raw['status'], isStatus, 'speedByClass.status'),
    source: need(raw['source'], isText, 'speedByClass.source'),
  };
}
