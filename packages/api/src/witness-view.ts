import { fromLambert2008, indexAreas, toLambert2008, boundsOf } from '@woonzorgzones/core/geo';
import { err, known, ok, type Municipality, type Plan, type RemarkContent, type Result } from '@woonzorgzones/core/model';
import { discloseParts, remarkOpinionWords, remarkThemeWords, type ApiProblem, type ToldRemark } from '@woonzorgzones/core/report';
import { zoneOutlines, zonesAt } from '@woonzorgzones/core/zoning';
import { boundsInDegrees, featureCollection, pointToGeoJson, pointsToGeoJson, shapeToGeoJson } from '@woonzorgzones/files';
import { planFacilities } from './analyses.ts';
import { feature } from './layers/geojson.ts';
import { groundLayer } from './layers/municipality-layers.ts';
import type { PlanGround } from './plan-ground.ts';
import { groundOfPlan } from './plan-delineation.ts';
import type {
  GroundLayer, NewRemark, RemarkLayer, RemarkReply, WitnessAddressLayer, WitnessFacilityLayer, WitnessNucleusLayer, WitnessPlan, WitnessRemark, WitnessZoneLayer,
} from './schemas.ts';
import type { Plain } from './schemas/same-type.ts';
import type { KeptRemark } from './store/witnesses.ts';

type WitnessLayer = Plain<GroundLayer | WitnessAddressLayer | WitnessFacilityLayer | WitnessNucleusLayer | WitnessZoneLayer>;

/** The zones as anybody may know them, and whose they are. */
export function witnessPlanOf({ municipality, plan }: PlanGround): Pick<Plain<WitnessPlan>, 'municipality' | 'zones'> {
  const { name, population, fictitious, boundary, sources } = municipality;
  const inhabitants = new Map<string, number>();
  for (const block of municipality.blocks) {
    const zone = plan.zoneOfBlock[block.id];
    if (zone !== undefined) inhabitants.set(zone, (inhabitants.get(zone) ?? 0) + block.inhabitants);
  }
  const whole = municipality.blocks.reduce((sum, block) => sum + block.inhabitants, 0);
  const counted = plan.zones.map(({ id }) => inhabitants.get(id) ?? 0);
  // People outside every zone are a part as well: the whole of the municipality is public knowledge.
  const outside = whole - counted.reduce((sum, count) => sum + count, 0);
  const { parts } = discloseParts([...counted, outside].map(known), known(whole));
  return {
    municipality: {
      name, year: population.year, fictitious, bounds: boundsInDegrees(boundsOf(boundary)),
      credits: [...new Set(sources.flatMap(({ attribution }) => (attribution === null ? [] : [attribution])))],
    },
    zones: plan.zones.map(({ id, name: zone }, place) => ({ id, name: zone, inhabitants: parts[place]! })),
  };
}

const layers: Readonly<Record<string, (ground: PlanGround) => WitnessLayer>> = {
  ground: ({ municipality }) => groundLayer(municipality),
  zones: ({ municipality, plan }) => {
    const outlines = zoneOutlines(municipality, plan);
    return featureCollection(plan.zones.map(({ id, name }, place) => feature(shapeToGeoJson(outlines[place]!.shape), { id, name })));
  },
  kernen: ({ municipality, plan }) => featureCollection(groundOfPlan(municipality, plan).nuclei.map(({ id, name, x, y }) => feature(pointToGeoJson(x, y), { id, name }))),
  facilities: ({ municipality, plan }) =>
    featureCollection(planFacilities(municipality, plan).map(({ id, name, category, x, y }) => feature(pointToGeoJson(x, y), { id, name, category }))),
  addresses: ({ municipality: { addresses } }) => featureCollection(pointsToGeoJson(addresses.xy)
    .map((point, i) => feature(point, { id: addresses.ids[i]!, street: addresses.streets[i]!, number: addresses.numbers[i]! }))
    .filter(({ properties: { street } }) => street !== '')),
};

/** Every layer a witness may see. */
export const witnessLayerNames: readonly string[] = Object.keys(layers);

/** A layer as a witness may see it; null when there is none of that name. */
export const witnessLayer = (ground: PlanGround, name: string): WitnessLayer | null => (Object.hasOwn(layers, name) ? layers[name]!(ground) : null);

/** What a witness sends, with its pin as it is kept; a pin must lie on the municipality or name a zone of the plan. */
export function remarkContent({ municipality, plan }: PlanGround, { pin, ...said }: NewRemark): Result<RemarkContent, ApiProblem | { readonly code: 'unknown-zone'; readonly zones: readonly string[] }> {
  if (pin.kind === 'zone') {
    const zone = plan.zones.find(({ id }) => id === pin.zone);
    return zone ? ok({ ...said, pin: { kind: 'zone', zone: zone.id, zoneName: zone.name } }) : err({ code: 'unknown-zone', zones: [pin.zone] });
  }
  const [x, y] = toLambert2008('EPSG:4326', Float64Array.of(pin.lon, pin.lat));
  if (x === undefined || y === undefined || indexAreas([municipality.boundary]).locate(x, y) < 0) return err({ code: 'pin-outside' });
  return ok({ ...said, pin: { kind: 'place', x, y } });
}

/** The zone each remark concerns as the plan stands now. */
function zonesOf(municipality: Municipality, plan: Plan, remarks: readonly KeptRemark[]): ReadonlyMap<string, string | null> {
  const placed = remarks.flatMap(({ id, pin }) => (pin.kind === 'place' ? [{ id, x: pin.x, y: pin.y }] : []));
  const zones = zonesAt(municipality, plan, placed);
  const inPlan = new Set(plan.zones.map(({ id }) => id));
  return new Map([
    ...placed.map(({ id }, place) => [id, zones[place] ?? null] as const),
    ...remarks.flatMap(({ id, pin }) => (pin.kind === 'zone' ? [[id, inPlan.has(pin.zone) ? pin.zone : null] as const] : [])),
  ]);
}

export function witnessRemarks({ municipality, plan }: PlanGround, remarks: readonly KeptRemark[]): Plain<WitnessRemark>[] {
  const zones = zonesOf(municipality, plan, remarks);
  return remarks.map(({ id, author, theme, opinion, text, pin, planVersion, createdAt, changedAt, answer, answeredAt, handled }) => ({
    id, author, theme, opinion, text, pin: pin.kind === 'zone' ? { kind: 'zone' as const, zone: pin.zone, name: pin.zoneName } : { kind: 'place' as const, ...lonLat(pin.x, pin.y) },
    zone: zones.get(id) ?? null, planVersion, createdAt, changedAt, answer, answeredAt, handled,
  }));
}

export const plannersRemarks = (ground: PlanGround, remarks: readonly KeptRemark[], linkNames: ReadonlyMap<string, string>): Plain<RemarkReply>[] =>
  witnessRemarks(ground, remarks).map((told, place) => {
    const { link } = remarks[place]!;
    return { ...told, link, linkName: linkNames.get(link) ?? '' };
  });

/** The remarks as they leave the program, with the names people know links and zones by. */
export function toldRemarks({ municipality, plan }: PlanGround, remarks: readonly KeptRemark[], linkNames: ReadonlyMap<string, string>): readonly ToldRemark[] {
  const zones = zonesOf(municipality, plan, remarks);
  const names = new Map(plan.zones.map(({ id, name }) => [id, name]));
  return remarks.map((remark) => ({ ...remark, linkName: linkNames.get(remark.link) ?? '', zoneName: names.get(zones.get(remark.id) ?? '') ?? null }));
}

export const remarkLayer = (remarks: readonly ToldRemark[]): Plain<RemarkLayer> =>
  featureCollection(remarks.map(({ id, createdAt, linkName, author, theme, opinion, text, zoneName, pin, answer, handled }) =>
    feature(pin.kind === 'place' ? pointToGeoJson(pin.x, pin.y) : null, {
      id, datum: createdAt.slice(0, 10), link: linkName, naam: author, thema: remarkThemeWords[theme].nl, mening: remarkOpinionWords[opinion].nl, opmerking: text,
      zone: zoneName ?? (pin.kind === 'zone' ? pin.zoneName : null), antwoord: answer, afgehandeld: handled,
    })));

function lonLat(x: number, y: number): { readonly lon: number; readonly lat: number } {
  const [lon, lat] = fromLambert2008('EPSG:4326', Float64Array.of(x, y));
  return { lon: lon!, lat: lat! };
}
