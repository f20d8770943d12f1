import { create } from 'zustand';
import { firstPlace, fromQuery, toQuery, type Camera, type CellFigure, type CompareWay, type DataPart, type Door, type GapPage, type LayerId, type Place, type PresentPage, type ReachPlace } from './address.ts';

/** How much of the screen the one panel takes: folded away, beside the map, or widened to the table. */
type PanelWidth = 'folded' | 'normal' | 'wide';

/** A spot on the map in WGS84. */
export interface Spot {
  readonly lon: number;
  readonly lat: number;
}

/** What a click on the map gives a place to: a facility that is being added, or one that is there. */
export type Placing = { readonly kind: 'new' } | { readonly kind: 'facility'; readonly id: string };

/** Which facilities of the register are shown, in the table and on the map alike; null is all. */
export interface RegisterFilter {
  readonly category: string | null;
  readonly zone: string | null;
  readonly source: string | null;
}

interface View extends Place {
  readonly panel: PanelWidth;
  /** The block picked on the map or in the table, to be moved to another zone. */
  readonly block: string | null;
  /** The facility whose card is open on the map. */
  readonly facility: string | null;
  /** The zone the pointer or the focus is on, in map, strip or table alike. */
  readonly pointedZone: string | null;
  /** A spot found by the address search, shown until the next search. */
  readonly found: { readonly label: string; readonly lon: number; readonly lat: number } | null;
  readonly placing: Placing | null;
  /** Where what is being placed would come. */
  readonly draft: Spot | null;
  readonly registerFilter: RegisterFilter;
  /** Places of the first rows of a file that is being looked at. */
  readonly preview: readonly Spot[] | null;
  readonly helpOpen: boolean;
  /** Whether the list of blocks, the twin of the brush, is open. */
  readonly blockListOpen: boolean;
  /** Whether single letters are commands; a visitor who dictates or shakes turns them off (WCAG 2.1.4). */
  readonly letterKeys: boolean;
}

const letterKeysKept = 'woonzorgzones.lettertoetsen';

const everyFacility: RegisterFilter = { category: null, zone: null, source: null };
/** What is under way on the data door, and ends when another screen is opened. */
const nothingUnderWay = { placing: null, draft: null, preview: null } as const;

export const useView = create<View>()(() => ({
  ...firstPlace, ...nothingUnderWay, panel: 'normal', block: null, facility: null, pointedZone: null, found: null,
  registerFilter: everyFacility, helpOpen: false, blockListOpen: false, letterKeys: true,
}));

const place = ({ door, municipality, plan, zone, norm, gapPage, figure, reach, kern, scenario, against, compareWay, presentPage, chapter, measure, part, sitting, layers, year, camera }: View): Place =>
  ({ door, municipality, plan, zone, norm, gapPage, figure, reach, kern, scenario, against, compareWay, presentPage, chapter, measure, part, sitting, layers, year, camera });

const widePages: readonly GapPage[] = ['matrix', 'normen'];

const panelAtFirst = (door: Door, { part, gapPage }: Pick<Place, 'part' | 'gapPage'>): PanelWidth =>
  ((door === 'leemten' && widePages.includes(gapPage)) || (door === 'gegevens' && part !== 'overzicht') ? 'wide' : 'normal');

/** A step a visitor would want to come back from. */
function go(step: Partial<View>): void {
  useView.setState(step);
  const query = `?${toQuery(place(useView.getState()))}`;
  if (query !== location.search) history.pushState(null, '', query);
}

/** A change that belongs to the link but is no step of its own. */
function adjust(change: Partial<View>): void {
  useView.setState(change);
  history.replaceState(null, '', `?${toQuery(place(useView.getState()))}`);
}

export const openDoor = (door: Door): void => go({ ...nothingUnderWay, door, panel: panelAtFirst(door, useView.getState()), block: null, pointedZone: null });
export const openPart = (part: DataPart): void => go({ ...nothingUnderWay, door: 'gegevens', part, panel: panelAtFirst('gegevens', { ...useView.getState(), part }) });
export const openSitting = (sitting: string | null): void => go({ ...nothingUnderWay, door: 'gegevens', part: 'inlezen', panel: 'wide', sitting });
export const openMunicipality = (municipality: string, door: Door): void =>
  go({ door, municipality, plan: null, zone: null, chapter: null, norm: null, kern: null, scenario: null, year: null, block: null, facility: null, against: null, camera: null, found: null, ...nothingUnderWay, registerFilter: everyFacility, part: 'overzicht', panel: panelAtFirst(door, firstPlace) });
export const openPlan = (plan: string, municipality: string, door: Door): void =>
  go({ door, municipality, plan, zone: null, chapter: null, norm: null, kern: null, scenario: null, year: null, block: null, facility: null, against: null, camera: null, found: null, ...nothingUnderWay, registerFilter: everyFacility, panel: panelAtFirst(door, useView.getState()) });
/** Fills in a plan where the address named none. */
export const takePlan = (plan: string, municipality: string): void => adjust({ plan, municipality });
export const chooseZone = (zone: string | null): void => go({ zone, block: null });
export const chooseNorm = (norm: string | null, zone: string | null): void => go({ norm, zone });
export const openGapPage = (gapPage: GapPage): void => go({ gapPage, panel: panelAtFirst('leemten', { ...useView.getState(), gapPage }) });
export const openZoneSheet = (zone: string): void => go({ zone, gapPage: 'zone', panel: 'normal', block: null });
export const openKernSheet = (kern: string): void => go({ kern, gapPage: 'kern', panel: 'normal' });
export const openReach = (change: Partial<ReachPlace>): void => go({ gapPage: 'bereik', reach: { ...useView.getState().reach, ...change }, panel: 'normal' });
export const askReachFor = (change: Partial<ReachPlace>): void => adjust({ reach: { ...useView.getState().reach, ...change } });
export const showFigure = (figure: CellFigure): void => adjust({ figure });
export const chooseScenario = (scenario: string | null): void => go({ scenario });
export const chooseYear = (year: number | null): void => go({ year });
export const openPresentPage = (presentPage: PresentPage): void => go({ presentPage, panel: 'normal' });
/** A chapter belongs to the link, and is no step of its own: a story is walked through. */
export const openChapter = (chapter: string | null): void => adjust({ chapter });
export const chooseMeasure = (measure: string): void => go({ measure });
export const chooseBlock = (block: string | null): void => useView.setState({ block });
export const chooseFacility = (facility: string | null): void => useView.setState({ facility });
/** Starts giving something a place, at its present spot where it has one; null ends it. */
export const startPlacing = (placing: Placing | null, draft: Spot | null = null): void => useView.setState({ placing, draft });
export const setDraft = (draft: Spot): void => useView.setState({ draft });
export const filterRegister = (change: Partial<RegisterFilter>): void => useView.setState(({ registerFilter }) => ({ registerFilter: { ...registerFilter, ...change } }));
export const showPreview = (preview: readonly Spot[] | null): void => useView.setState({ preview });
/** Lays something beside the plan, or with null takes it away. */
export const compareWith = (against: string | null): void => go({ against, ...(against === null ? { compareWay: firstPlace.compareWay } : {}) });
export const compareBy = (compareWay: CompareWay): void => go({ compareWay });
export const pointAtZone = (zone: string | null): void => useView.setState({ pointedZone: zone });
export const setPanel = (panel: PanelWidth): void => useView.setState({ panel });
export const showFound = (found: View['found']): void => useView.setState({ found });
export const setBlockListOpen = (blockListOpen: boolean): void => useView.setState({ blockListOpen });
export const setHelpOpen = (helpOpen: boolean): void => useView.setState({ helpOpen });
export function setLetterKeys(letterKeys: boolean): void {
  localStorage.setItem(letterKeysKept, letterKeys ? 'aan' : 'uit');
  useView.setState({ letterKeys });
}
/** Near enough to see the houses around a spot. */
const streetZoom = 16;
export const zoomTo = ({ lon, lat }: Spot): void => setCamera({ zoom: streetZoom, lat, lon });
export const setCamera = (camera: Camera | null): void => adjust({ camera });

export function showLayers(ids: readonly LayerId[], shown: boolean): void {
  const layers = new Set(useView.getState().layers);
  for (const id of ids) {
    if (shown) layers.add(id);
    else layers.delete(id);
  }
  adjust({ layers });
}

/** Takes the place from the address bar, now and whenever the visitor goes back or forth. */
export function followAddressBar(): void {
  const read = (): void => {
    const linked = fromQuery(location.search);
    useView.setState({ ...linked, ...nothingUnderWay, panel: panelAtFirst(linked.door, linked), block: null, pointedZone: null });
  };
  read();
  useView.setState({ letterKeys: localStorage.getItem(letterKeysKept) !== 'uit' });
  addEventListener('popstate', read);
}
