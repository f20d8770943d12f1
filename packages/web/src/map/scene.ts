import type { BlockLayer } from '@woonzorgzones/api/schemas';
import type { CategoryId } from '@woonzorgzones/core/model';
import type { Spot } from '../state/view.ts';

type Geometry<T extends string, C> = { readonly type: T; readonly coordinates: C };
export type AreaGeometry = Geometry<'MultiPolygon', readonly (readonly (readonly (readonly number[])[])[])[]>;
type PointGeometry = Geometry<'Point', readonly number[]>;

interface Feature<G, P> {
  readonly type: 'Feature';
  readonly geometry: G;
  readonly properties: P;
}
interface Layer<G, P> {
  readonly type: 'FeatureCollection';
  readonly features: readonly Feature<G, P>[];
}

/** A zone as the map draws it: its name, and the line under the name. */
export interface ZoneShape {
  readonly id: string;
  readonly name: string;
  readonly note: string;
  readonly geometry: AreaGeometry;
  /** Drawn with a border of its own. */
  readonly isLocked?: boolean;
  /** Where the name stands; absent, where it fits best. */
  readonly label?: readonly [lon: number, lat: number];
}

/** What is held while zones are drawn. `graspPixels`: how near to a border one takes hold of it. */
export type HeldTool =
  | { readonly kind: 'stroke'; readonly radiusPixels: number; readonly graspPixels: number | null }
  | { readonly kind: 'rectangle' | 'lasso' | 'line' };

/** What the map tells of drawing; radii in metres on the ground, rings and lines as [lon, lat, …]. */
export interface DrawGestures {
  /** The tool is in hand: from now on the pointer draws. */
  readonly onHeld: () => void;
  /** What a tool is made of could not be loaded. */
  readonly onFailed: () => void;
  readonly onBegin: (spot: Spot, radiusMetres: number, block: string | null) => void;
  readonly onMove: (spot: Spot, radiusMetres: number) => void;
  readonly onEnd: () => void;
  /** A second finger came down, or the system took the first one: what was drawn so far was no stroke. */
  readonly onTakeBack: () => void;
  /** `block`: the one under the point where the ring begins. */
  readonly onRing: (ring: readonly number[], block: string | null) => void;
  readonly onLine: (line: readonly number[]) => void;
}

/** What lies over the zones while they are drawn: parts that hang loose, and blocks that a proposal would move. */
export interface DrawScene {
  readonly held: HeldTool | null;
  readonly strays: readonly AreaGeometry[];
  readonly shifted: readonly PaintedArea[];
}

/** How an area is filled: a colour, or a pattern for what is not known ('hatch') and what is not told ('dots'). */
export type AreaPaint = { readonly color: string; readonly opacity: number } | 'hatch' | 'dots';

export interface PaintedArea {
  readonly geometry: AreaGeometry;
  readonly paint: AreaPaint;
}

interface FacilityPoint {
  readonly id: string;
  readonly name: string;
  readonly category: CategoryId;
  /** Drawn last, so on top, where symbols touch. */
  readonly order: number;
  /** Closed by the year of the data: drawn faded. */
  readonly isClosed: boolean;
}

/** A remark of a witness where it was pinned, under the number it has in the list. */
export interface RemarkPoint extends Spot {
  readonly id: string;
  readonly number: string;
  readonly isHandled: boolean;
}

/** Everything the map shows; layers of the basemap by address, so that the map's worker fetches and parses them, or themselves where only this page may ask for them. */
export interface Scene {
  /** [west, south, east, north]. */
  readonly bounds: readonly number[];
  readonly base: Readonly<Partial<Record<'ground' | 'buildings' | 'addresses' | 'division', string | object>>>;
  readonly blocks: BlockLayer | null;
  readonly zones: readonly ZoneShape[];
  readonly areas: readonly PaintedArea[];
  readonly kernen: Layer<PointGeometry, { readonly id: string; readonly name: string }> | null;
  readonly circles: Layer<AreaGeometry, { readonly id: string }> | null;
  readonly facilities: Layer<PointGeometry, FacilityPoint> | null;
  readonly chosenZone: string | null;
  readonly pointedZone: string | null;
  readonly chosenBlock: string | null;
  readonly found: Spot | null;
  /** Absent where nothing is drawn. */
  readonly drawing?: DrawScene;
  readonly remarks: readonly RemarkPoint[];
  readonly chosenRemark: string | null;
  /** Where what is being placed would come; it can be dragged. */
  readonly draft: Spot | null;
  /** Whether a click gives a place and picks nothing. */
  readonly isPlacing: boolean;
  /** The facility that may be dragged to another place. */
  readonly movable: string | null;
  /** Places of the first rows of a file that is being looked at. */
  readonly preview: readonly Spot[] | null;
  /** The homes behind the gap that is open, for the planner's screen alone; null while none is. */
  readonly gapHomes: readonly Spot[] | null;
  /** Reach as the worker drew it; null while it is not shown. */
  readonly reach: ReachScene | null;
}

/** GeoJSON of what reach draws; null for what is not asked. */
export interface ReachScene {
  readonly homes: object | null;
  readonly area: object | null;
  readonly route: object | null;
  readonly paths: object | null;
  readonly closed: object | null;
  /** Places that were found, stay or may be chosen, each with a `kind` and a `label`. */
  readonly sites: object | null;
}

/** The box in the lower left corner of the map that something lies over, in pixels. */
export interface Covered {
  readonly width: number;
  readonly height: number;
}

/** What lies under the pointer, and where that is. */
export interface Pick extends Spot {
  readonly block: string | null;
  readonly facility: string | null;
  readonly remark: string | null;
  /** A home that shows its reach, and a crossing. */
  readonly address: string | null;
  readonly crossing: string | null;
}
