import { useMemo } from 'react';
import { zoneFills, zoneFillOpacity } from '../../map/palette.ts';
import { bordering, colourAreas } from '../../map/four-colours.ts';
import { labelPoint } from '../../map/label-point.ts';
import { nameOnMap } from '../../map/name-on-map.ts';
import type { AreaPaint, Scene } from '../../map/scene.ts';
import { categoryIds, type CategoryId } from '@woonzorgzones/core/model';
import { layerPath, useAnalysis, useBlockHousing, useCircles, useFacilities, useKernen, useRegister, useMunicipality, useZoneShapes } from '../../state/queries.ts';
import { useReach } from '../../state/reach.ts';
import { housingLayers, type LayerId } from '../../state/address.ts';
import { usePlanBlocks } from '../../state/plan-blocks.ts';
import { useRemarkView } from '../../state/remarks.ts';
import { useView } from '../../state/view.ts';
import { useText } from '../../text/i18n.ts';
import { colourZones, type Colouring } from '../measures/colouring.ts';
import { colourHousing } from '../measures/housing-colouring.ts';
import { useGapMeasure, useShownMeasure } from '../measures/current-measure.ts';
import { legendOf, type ClassLegend } from './class-legend.ts';
import { useReachLegend, useReachScene } from '../analyse/reach/reach-scene.ts';
import { useRemarkPins } from '../plan/remarks/remark-pins.ts';
import { useDrawScene } from '../plan/draw/draw-scene.ts';
import { useShownZones } from '../plan/draw/use-table.ts';
import { useOpenScenario } from '../analyse/scenario/open-scenario.ts';
import { useBehindGap, useShownAnalysis } from '../analyse/shown-analysis.ts';
import { passesFilter, useIsRegisterOpen, useShownFacilities } from './shown-facilities.ts';

/** From here on buildings are drawn; there are tens of thousands, so only then are they fetched. */
const buildingsFromZoom = 14;
/** From here on homes are drawn as points (their layer starts half a level later), so only then are they fetched. */
const homesFromZoom = 14;

/** Care and housing on top of daily services where symbols touch. */
const orderOf = Object.fromEntries(categoryIds.map((id, place) => [id, -place])) as Readonly<Record<string, number>>;

/** Before the first municipality is there: Flanders, for the places of files that are looked at. */
const emptyScene: Scene = {
  bounds: [2.53, 50.67, 5.93, 51.51], base: {}, blocks: null, zones: [], areas: [], kernen: null, circles: null, facilities: null,
  chosenZone: null, pointedZone: null, chosenBlock: null, found: null, remarks: [], chosenRemark: null, draft: null, isPlacing: false, movable: null, preview: null, gapHomes: null, reach: null,
};

interface ShownScene {
  readonly scene: Scene | null;
  /** Whether what the map begins with has come, or has failed to: where zones are drawn, what is reckoned from them follows. */
  readonly isComplete: boolean;
  readonly legend: ClassLegend | null;
  readonly layers: ReadonlySet<LayerId>;
  /** The one kind of facility of a presentation; null elsewhere. */
  readonly shownCategory: CategoryId | null;
}

/** Everything the map of this door shows, and the legend of its colours. */
export function useScene(plan: string | null, municipality: string | null): ShownScene {
  const text = useText();
  const door = useView((view) => view.door);
  const chosenZone = useView((view) => view.zone);
  const pointedZone = useView((view) => view.pointedZone);
  const chosenBlock = useView((view) => view.block);
  const found = useView((view) => view.found);
  const chosenLayers = useView((view) => view.layers);
  const against = useView((view) => view.against);
  const division = against?.startsWith('division:') === true ? against.slice('division:'.length) : null;
  const about = useMunicipality(municipality).data;
  const queries = {
    blocks: usePlanBlocks(plan, municipality), facilities: useFacilities(plan === null ? municipality : null), register: useRegister(plan), shapes: useZoneShapes(plan),
    kernen: useKernen(plan), circles: useCircles(chosenLayers.has('cirkels') ? plan : null), analysis: useAnalysis(plan),
  };
  const blocks = queries.blocks.data;
  const shownZones = useShownZones(door === 'afbakenen' ? plan : null);
  const shownFacilities = useShownFacilities();
  const isRegister = useIsRegisterOpen();
  const filter = useView((view) => view.registerFilter);
  const draft = useView((view) => view.draft);
  const isPlacing = useView((view) => view.placing !== null);
  const chosenFacility = useView((view) => view.facility);
  const preview = useView((view) => view.preview);
  const shapes = door === 'afbakenen' ? shownZones.now : queries.shapes.data;
  const settled = door === 'afbakenen' ? shownZones.settled : queries.shapes.data;
  const tried = useShownAnalysis().analysis;
  const analysis = door === 'leemten' ? (tried ?? undefined) : queries.analysis.data;
  const scenario = useOpenScenario();
  const gapHomes = useBehindGap();
  const gapMeasure = useGapMeasure();
  const shownMeasure = useShownMeasure(plan);
  const { t, format } = text;

  const remarks = useRemarkPins(door === 'afbakenen' ? plan : null);
  const chosenRemark = useRemarkView((view) => view.chosen);
  const reach = useReachScene();
  const reachLegend = useReachLegend();
  const measure = reach !== null ? null : door === 'leemten' ? gapMeasure : door === 'presenteren' ? shownMeasure : null;
  const asked = door === 'leemten' ? 'short' : 'met';
  const colouring = useMemo<Colouring | null>(
    () => (measure === null || analysis === undefined ? null : colourZones(analysis, measure, asked, format)),
    [measure, analysis, asked, format],
  );

  const housingLayer = door === 'leemten' && reach === null ? (housingLayers.find((layer) => chosenLayers.has(layer)) ?? null) : null;
  const housing = useBlockHousing(housingLayer === null ? null : plan).data;
  const dwellings = useMemo(
    () => (housingLayer === null || housing === undefined || blocks === undefined || analysis === undefined ? null : colourHousing(text, blocks, housing, housingLayer, analysis.municipality.housing.dwellings.year)),
    [text, blocks, housing, housingLayer, analysis],
  );

  // By how the last stroke left them: colours and places of names stand still under the brush.
  const colours = useMemo(() => {
    const features = settled?.features ?? [];
    const found = colourAreas(bordering(features.map(({ geometry }) => geometry)));
    return new Map(features.map(({ properties: { id } }, place) => [id, found[place]!]));
  }, [settled]);
  const labels = useMemo(() => new Map((settled?.features ?? []).flatMap(({ geometry, properties: { id } }) => (geometry.coordinates.length === 0 ? [] : [[id, labelPoint(geometry)] as const]))), [settled]);

  const municipalityName = about?.name;
  const zones = useMemo(() => (shapes?.features ?? []).map(({ geometry, properties: { id, name, inhabitants, locked } }) => ({
    id, name: nameOnMap(name, municipalityName), geometry, isLocked: locked, ...(labels.has(id) ? { label: labels.get(id)! } : {}),
    note: colouring?.notes.get(id) ?? `${format.number(inhabitants)} ${t('map.inhabitants')}`,
  })), [shapes, labels, colouring, municipalityName, format, t]);

  const areas = useMemo(() => dwellings?.areas ?? (shapes?.features ?? []).flatMap(({ geometry, properties: { id } }) => {
    if (door === 'gegevens' || reach !== null) return [];
    const plain: AreaPaint = { color: zoneFills[(colours.get(id) ?? 0) % zoneFills.length]!, opacity: zoneFillOpacity };
    const paint = colouring === null ? plain : (colouring.paints.get(id) ?? null);
    return paint === null ? [] : [{ geometry, paint }];
  }), [shapes, colours, colouring, door, reach, dwellings]);

  const drawing = useDrawScene(plan, blocks, colours);

  // What is tried out in Bereik stands where it was put, to be taken up again there.
  const triedOut = useReach((view) => view.scenario.moved);
  const moved = reach === null ? null : triedOut;
  const facilities = useMemo(() => shownFacilities && {
    type: 'FeatureCollection' as const,
    features: shownFacilities.filter((facility) => !isRegister || passesFilter(filter, facility)).map(({ id, name, category, isClosed, ...today }) => {
      const { lon, lat } = moved?.[id] ?? today;
      return {
        type: 'Feature' as const, geometry: { type: 'Point' as const, coordinates: [lon, lat] }, properties: { id, name, category, isClosed, order: orderOf[category] ?? 0 },
      };
    }),
  }, [shownFacilities, isRegister, filter, moved]);

  const seesHomes = useView(({ camera }) => camera !== null && camera.zoom >= homesFromZoom);
  const seesBuildings = useView(({ camera }) => camera !== null && camera.zoom >= buildingsFromZoom);
  const base = useMemo<Scene['base']>(() => {
    if (about === undefined) return {};
    const compared = division !== null && door === 'afbakenen' ? [['division', layerPath(about.hash, `division:${division}`)] as const] : [];
    const homes = seesHomes ? [['addresses', layerPath(about.hash, 'addresses')] as const] : [];
    const buildings = seesBuildings ? [['buildings', layerPath(about.hash, 'buildings')] as const] : [];
    return Object.fromEntries([['ground', layerPath(about.hash, 'ground')] as const, ...compared, ...homes, ...buildings]);
  }, [about, division, door, seesHomes, seesBuildings]);

  const layers = useMemo<ReadonlySet<LayerId>>(() => {
    if (isRegister) return new Set([...chosenLayers, ...categoryIds]);
    if (preview !== null) return new Set<LayerId>();
    if (reach !== null) return new Set<LayerId>(['barrieres', ...reach.categories]);
    if (measure === null) return chosenLayers;
    // A presentation shows its own kind of facility and no other; the table of gaps adds it to what was chosen.
    if (door === 'leemten') return new Set([...chosenLayers, measure.category]);
    return new Set<LayerId>(['zones', 'barrieres', measure.category]);
  }, [chosenLayers, measure, door, isRegister, preview, reach]);

  const gapLegend = measure === null || colouring === null || analysis === undefined ? null : legendOf(text, measure, asked, colouring, analysis);
  const legend = reachLegend ?? dwellings?.legend ?? gapLegend;
  const shownCategory = door === 'presenteren' ? (measure?.category ?? null) : null;
  if (about === undefined) {
    return preview === null
      ? { scene: null, isComplete: false, legend, layers, shownCategory }
      : { scene: { ...emptyScene, preview }, isComplete: true, legend, layers, shownCategory };
  }
  return {
    scene: {
      bounds: about.bounds, base, blocks: blocks ?? null, zones, areas,
      kernen: queries.kernen.data ?? null, circles: queries.circles.data ?? null, facilities, chosenZone, pointedZone, chosenBlock, found, remarks, chosenRemark,
      ...(drawing === undefined ? {} : { drawing }),
      draft, isPlacing, movable: reach !== null || scenario !== null || (isRegister && plan !== null) ? chosenFacility : null, preview, gapHomes, reach,
    },
    isComplete: (door === 'afbakenen' ? [queries.blocks, queries.shapes] : Object.values(queries)).every(({ isLoading }) => !isLoading),
    legend,
    layers,
    shownCategory,
  };
}
