import type { WitnessPlan, WitnessRemark } from '@woonzorgzones/api/schemas';
import { categoryIds, isCategoryId } from '@woonzorgzones/core/model';
import { useMemo } from 'react';
import { bordering, colourAreas } from '../../map/four-colours.ts';
import { zoneFillOpacity, zoneFills } from '../../map/palette.ts';
import { nameOnMap } from '../../map/name-on-map.ts';
import type { Scene } from '../../map/scene.ts';
import { firstLayers, type LayerId } from '../../state/address.ts';
import type { Spot } from '../../state/view.ts';
import { useWitnessFacilities, useWitnessGround, useWitnessKernen, useWitnessZones } from '../../state/witness.ts';
import { useText } from '../../text/i18n.ts';

/** What a witness sees: the zones with their kernen, the barriers, care, housing and welfare, and the remarks. */
export const witnessLayers: ReadonlySet<LayerId> = new Set<LayerId>([...firstLayers, 'opmerkingen']);

/** Care and housing on top of daily services where symbols touch. */
const orderOf = Object.fromEntries(categoryIds.map((id, place) => [id, -place])) as Readonly<Record<string, number>>;

interface WitnessSceneInput {
  readonly token: string;
  readonly plan: WitnessPlan;
  readonly remarks: readonly WitnessRemark[];
  readonly chosenRemark: string | null;
  readonly chosenZone: string | null;
  readonly draft: Spot | null;
}

/** The scene of the witness's map; null until its zones and its ground have come. */
export function useWitnessScene({ token, plan, remarks, chosenRemark, chosenZone, draft }: WitnessSceneInput): Scene | null {
  const { t, format } = useText();
  const shapes = useWitnessZones(token).data;
  const kernen = useWitnessKernen(token).data;
  const found = useWitnessFacilities(token).data;
  const ground = useWitnessGround(token);
  const base = useMemo<Scene['base']>(() => (ground.data === undefined ? {} : { ground: ground.data }), [ground.data]);
  const counts = useMemo(() => new Map(plan.zones.map(({ id, inhabitants }) => [id, inhabitants])), [plan]);
  const zones = useMemo(() => (shapes?.features ?? []).map(({ geometry, properties: { id, name } }) => {
    const count = counts.get(id);
    return { id, name: nameOnMap(name, plan.municipality.name), geometry, note: count === undefined ? '' : t('witness.zoneInhabitants', { count: format.count(count) }) };
  }), [shapes, counts, plan, t, format]);
  const areas = useMemo(() => {
    const all = shapes?.features ?? [];
    const colours = colourAreas(bordering(all.map(({ geometry }) => geometry)));
    return all.map(({ geometry }, place) => ({ geometry, paint: { color: zoneFills[(colours[place] ?? 0) % zoneFills.length]!, opacity: zoneFillOpacity } }));
  }, [shapes]);
  const facilities = useMemo(() => found === undefined ? null : {
    type: 'FeatureCollection' as const,
    features: found.features.flatMap(({ geometry, properties: { id, name, category } }) => (isCategoryId(category)
      ? [{ type: 'Feature' as const, geometry, properties: { id, name, category, isClosed: false, order: orderOf[category] ?? 0 } }]
      : [])),
  }, [found]);
  const pins = useMemo(() => remarks.flatMap(({ id, pin, handled }, place) =>
    (pin.kind === 'place' ? [{ id, lon: pin.lon, lat: pin.lat, number: String(place + 1), isHandled: handled }] : [])), [remarks]);
  if (shapes === undefined || ground.isPending) return null;
  return {
    bounds: plan.municipality.bounds, base, blocks: null, zones, areas, kernen: kernen ?? null, circles: null, facilities, chosenZone, pointedZone: null, chosenBlock: null,
    found: null, remarks: pins, chosenRemark, draft, isPlacing: true, movable: null, preview: null, gapHomes: null, reach: null,
  };
}
