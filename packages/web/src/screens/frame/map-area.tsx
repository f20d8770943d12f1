import { useEffect, useMemo, useState } from 'react';
import type { CareMap } from '../../map/care-map.ts';
import { creditLine } from '../../map/credits.ts';
import { useMapView } from '../../map/map-code.ts';
import type { Pick } from '../../map/scene.ts';
import { beginStroke, cutAlong, endStroke, fillRing, moveStroke, takeBackStroke, toolHeld, toolsLost, useDrawing } from '../../state/drawing.ts';
import { moveFacility } from '../../state/facility-edits.ts';
import { moveInScenario } from '../../state/reach.ts';
import { dragInTrial } from '../../state/scenario-trial.ts';
import { writeToPlan } from '../../state/plan-edits.ts';
import { usePlan } from '../../state/queries.ts';
import { chooseRemark } from '../../state/remarks.ts';
import { chooseBlock, chooseFacility, chooseZone, pointAtZone, setCamera, setDraft, useView, type Spot } from '../../state/view.ts';
import { useText } from '../../text/i18n.ts';
import { IconButton } from '../../ui/button.tsx';
import { ErrorBoundary } from '../../ui/error-boundary.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Waiting } from '../../ui/progress.tsx';
import { pickForReach, useIsReachOpen } from '../analyse/reach/reach-scene.ts';
import { useOpenScenario, moveInOpenScenario } from '../analyse/scenario/open-scenario.ts';
import { useChosen } from './chosen.ts';
import { Legend } from './legend.tsx';
import { MapCard } from './map-card.tsx';
import { useCovered } from './covered.ts';
import { useScene } from './scene.ts';
import { pictureCame, showMap } from './shown-map.ts';
import { useIsRegisterOpen } from './shown-facilities.ts';
import './map-area.css';

/** The map with what belongs on it: legend, zoom, sources, and a card for what is pointed at or chosen. */
export function MapArea({ isAlone }: { readonly isAlone: boolean }) {
  return <ErrorBoundary instead={() => <NoMap />}><MapOfChosen isAlone={isAlone} /></ErrorBoundary>;
}

function NoMap() {
  const { t } = useText();
  useEffect(pictureCame, []);
  return <div className="map-broken"><Notice tone="warn">{t('map.noWebgl')}</Notice></div>;
}

function MapOfChosen({ isAlone }: { readonly isAlone: boolean }) {
  const { t } = useText();
  const { planId, hash, municipality } = useChosen();
  const plan = usePlan(planId).data;
  const door = useView((view) => view.door);
  const camera = useView((view) => view.camera);
  const { scene, isComplete, legend, layers, shownCategory } = useScene(planId, hash);
  const { legendBox, covered } = useCovered();
  const [map, setMap] = useState<CareMap | null>(null);
  const zoneOfBlock = plan?.plan.zoneOfBlock;
  const isRegister = useIsRegisterOpen();
  const isReach = useIsReachOpen();
  const scenario = useOpenScenario();
  // Its code comes over while the data do; the map starts when both are there, and so draws everything at once.
  const MapView = useMapView();
  const isPlacing = useView((view) => view.placing !== null);
  const zoneOf = useMemo(() => (block: string | null) => (block === null ? null : (zoneOfBlock?.[block] ?? null)), [zoneOfBlock]);

  const pick = (picked: Pick): void => {
    // The pointer draws: what it meets is not picked.
    if (door === 'afbakenen' && useDrawing.getState().tool !== null) return;
    if (isReach) {
      pickForReach(picked);
      return;
    }
    if (isPlacing) {
      setDraft({ lon: picked.lon, lat: picked.lat });
      return;
    }
    if (picked.remark !== null) {
      chooseRemark(picked.remark);
      return;
    }
    chooseFacility(picked.facility);
    if (picked.facility !== null || isRegister) return;
    if (plan !== undefined) chooseZone(zoneOf(picked.block));
    if (door === 'afbakenen') chooseBlock(picked.block);
  };

  const dragged = (facility: string | null, to: Spot, isDone: boolean): void => {
    if (facility === null) {
      if (isDone || scenario !== null) setDraft(to);
    } else if (scenario !== null && planId !== null) {
      dragInTrial(facility, to);
      if (isDone) moveInOpenScenario(planId, scenario, facility, to);
    } else if (isReach) moveInScenario(facility, to);
    else if (!isDone) return;
    else if (planId !== null) writeToPlan(planId, { kind: 'edits', edits: [moveFacility(facility, to)] });
  };

  const about = municipality.data;
  if (about === undefined && scene === null) return municipality.isPending && hash !== null ? <Waiting>{t('map.loading')}</Waiting> : null;
  const name = about?.name ?? t('sitting.firstRows');
  const credits = creditLine((about?.sources ?? []).map(({ attribution }) => attribution));
  return (
    <>
      {scene !== null && (isComplete || map !== null) && (MapView === null ? <Waiting>{t('map.loading')}</Waiting> : (
        <MapView
          scene={scene}
          layers={layers}
          camera={camera}
          covered={covered}
          title={scene.zones.length === 0 ? t('map.title', { name }) : t('map.titleZones', { name, count: scene.zones.length })}
          onPick={pick}
          onPoint={(pointed) => pointAtZone(zoneOf(pointed.block))}
          onDrag={dragged}
          onCamera={setCamera}
          onPicture={pictureCame}
          onReady={(made) => {
            setMap(made);
            showMap(made);
          }}
          gestures={{
            onHeld: toolHeld,
            onFailed: toolsLost,
            onBegin: ({ lon, lat }, radiusMetres, block) => beginStroke(lon, lat, radiusMetres, zoneOf(block)),
            onMove: ({ lon, lat }, radiusMetres) => moveStroke(lon, lat, radiusMetres),
            onEnd: endStroke,
            onTakeBack: takeBackStroke,
            onRing: (ring, block) => fillRing(ring, zoneOf(block)),
            onLine: cutAlong,
          }}
        />
      ))}
      {!isAlone && (
        <>
          <div className="map-zoom">
            <IconButton icon="plus" label={t('map.zoomIn')} onPress={() => map?.zoomBy(1)} />
            <IconButton icon="minus" label={t('map.zoomOut')} onPress={() => map?.zoomBy(-1)} />
            <IconButton icon="fit" label={t('map.fit')} onPress={() => setCamera(null)} />
          </div>
          <MapCard />
        </>
      )}
      {/* The map keeps clear of the legend, also before that is seen. */}
      {about !== undefined && <Legend boxRef={legendBox} classes={legend} shownCategory={shownCategory} counts={about.counts.facilitiesByCategory} hasPlan={plan !== undefined} />}
      {credits !== '' && <p className="map-credits">{t('map.attribution', { sources: credits })}</p>}
    </>
  );
}
