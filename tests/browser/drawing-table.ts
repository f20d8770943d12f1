import { containsPoint, pointInside, type MultiPolygon } from '@woonzorgzones/core/geo';
import type { RunningApp, Visit } from './running-app.ts';

interface PlanNow {
  readonly version: number;
  readonly undoLabel: { readonly nl: string } | null;
  readonly plan: {
    readonly dataset: string;
    readonly zones: readonly { readonly id: string; readonly name: string; readonly locked: boolean }[];
    readonly zoneOfBlock: Readonly<Record<string, string>>;
    readonly splits?: readonly { readonly block: string; readonly parts: number }[];
  };
}

interface BlockAt {
  readonly id: string;
  readonly name: string;
  readonly inhabitants: number;
  readonly shape: MultiPolygon;
  /** A place inside. */
  readonly lon: number;
  readonly lat: number;
}

export interface Camera {
  readonly zoom: number;
  readonly lon: number;
  readonly lat: number;
}

/** A plan of the test's own on the sample town: empty, or with its stadsdelen as zones. */
export async function newPlan(app: RunningApp, name: string, from: 'empty' | 'division'): Promise<string> {
  const { plan: { dataset } } = await app.get<PlanNow>(`/plans/${app.plan}`);
  const { divisions } = await app.get<{ readonly divisions: readonly { readonly id: string }[] }>(`/municipalities/${dataset}`);
  return (await app.post<{ readonly id: string }>('/plans', { dataset, name, from: from === 'empty' ? 'empty' : `division:${divisions[0]!.id}` })).id;
}

export const planNow = (app: RunningApp, id: string) => app.get<PlanNow>(`/plans/${id}`);

export async function blocksOfPlan(app: RunningApp, id: string): Promise<readonly BlockAt[]> {
  interface Layer {
    readonly features: readonly { readonly properties: { readonly id: string; readonly name: string; readonly inhabitants: number }; readonly geometry: { readonly coordinates: readonly (readonly (readonly [number, number][])[])[] } }[];
  }
  const { features } = await app.get<Layer>(`/plans/${id}/blocks.geojson`);
  return features.map(({ properties, geometry }) => {
    const shape: MultiPolygon = geometry.coordinates.map((polygon) => polygon.map((ring) => Float64Array.from(ring.flat())));
    const [lon, lat] = pointInside(shape);
    return { ...properties, shape, lon, lat };
  });
}

/** Whether a place lies in a block. */
export const liesIn = ({ shape }: BlockAt, lon: number, lat: number): boolean => containsPoint(shape, lon, lat);

/** At least so long is a side whose middle lies well away from its ends. */
const graspableDegrees = 0.001;

/** Sides that two blocks share, by their middle: where a border can be taken hold of. */
export function sharedSides(blocks: readonly BlockAt[]): readonly { readonly lon: number; readonly lat: number; readonly between: readonly [BlockAt, BlockAt] }[] {
  const sideOf = new Map<string, BlockAt>();
  return blocks.flatMap((block) => block.shape.flat().flatMap((ring) => Array.from({ length: ring.length / 2 - 1 }, (_, i) => {
    const [ax, ay, bx, by] = [ring[2 * i]!, ring[2 * i + 1]!, ring[2 * i + 2]!, ring[2 * i + 3]!];
    sideOf.set(`${ax}/${ay} ${bx}/${by}`, block);
    const other = sideOf.get(`${bx}/${by} ${ax}/${ay}`);
    return other !== undefined && Math.hypot(bx - ax, by - ay) > graspableDegrees ? [{ lon: (ax + bx) / 2, lat: (ay + by) / 2, between: [block, other] as const }] : [];
  }).flat()));
}

const mercator = (lon: number, lat: number): readonly [x: number, y: number] =>
  [(lon + 180) / 360, (1 - Math.asinh(Math.tan((lat * Math.PI) / 180)) / Math.PI) / 2];

/** A visit to the drawing table of a plan, with a pointer that goes by places on the earth. */
export async function atTable(app: RunningApp, visit: Visit, id: string, camera: Camera, zone: string | null) {
  const { page } = visit;
  await visit.open(`/?deur=afbakenen&plan=${id}${zone === null ? '' : `&zone=${zone}`}&lagen=zones.bouwblokken&kaart=${camera.zoom}/${camera.lat}/${camera.lon}`);
  const box = (await page.locator('.map-view').boundingBox())!;
  const [middleX, middleY] = mercator(camera.lon, camera.lat);
  const world = 512 * 2 ** camera.zoom;
  const pixel = (lon: number, lat: number): readonly [number, number] => {
    const [x, y] = mercator(lon, lat);
    return [box.x + box.width / 2 + (x - middleX) * world, box.y + box.height / 2 + (y - middleY) * world];
  };
  return {
    pixel,
    /** Takes up a tool by its letter, and waits until the table is laid. */
    async take(key: string): Promise<void> {
      await page.keyboard.press(key);
      await page.locator('.draw-options').waitFor();
      await page.getByText('De tekentafel wordt klaargelegd').waitFor({ state: 'detached' });
    },
    /** One stroke through these places, with the button held. */
    async drag(places: readonly (readonly [lon: number, lat: number])[], during?: () => Promise<void>): Promise<void> {
      await page.mouse.move(...pixel(...places[0]!));
      await page.mouse.down();
      for (const place of places) await page.mouse.move(...pixel(...place), { steps: 3 });
      await during?.();
      await page.mouse.up();
    },
    async click(lon: number, lat: number): Promise<void> {
      await page.mouse.click(...pixel(lon, lat));
      // Two clicks within 300 ms are one double click to the map.
      await page.waitForTimeout(350);
    },
    async saved(version: number): Promise<void> {
      await page.getByText(/Bewaard \d\d:\d\d/).waitFor();
      for (let tries = 0; (await planNow(app, id)).version < version; tries += 1) {
        if (tries > 200) throw new Error(`Plan ${id} does not come to version ${version}`);
        await page.waitForTimeout(100);
      }
    },
  };
}
