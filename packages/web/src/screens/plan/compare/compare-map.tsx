import type { PlanReply } from '@woonzorgzones/api/schemas';
import { lazy, Suspense, useEffect, useMemo, useState } from 'react';
import type { CareMap } from '../../../map/care-map.ts';
import { bordering } from '../../../map/four-colours.ts';
import { zoneFillOpacity, zoneFills } from '../../../map/palette.ts';
import { nameOnMap } from '../../../map/name-on-map.ts';
import type { AreaPaint, Scene } from '../../../map/scene.ts';
import type { Camera, CompareWay } from '../../../state/address.ts';
import { useComparison, useMunicipality, type Comparison } from '../../../state/queries.ts';
import { useShownMap } from '../../frame/shown-map.ts';
import { chooseZone, pointAtZone, setCamera, useView } from '../../../state/view.ts';
import { useText } from '../../../text/i18n.ts';
import { useScene } from '../../frame/scene.ts';
import { matchedColours } from './matched-colours.ts';
import './compare.css';

const MapView = lazy(async () => ({ default: (await import('../../../map/map-view.tsx')).MapView }));

const nothingCovered = { width: 0, height: 0 } as const;
const plainGrey: AreaPaint = { color: '#d9d7d0', opacity: 0.6 };

/** The other map of a comparison: beside the plan's own, over it behind a slider, or instead of it with what differs. Both always look at the same place. */
export function CompareMap({ plan, against, way }: { readonly plan: PlanReply; readonly against: string; readonly way: Exclude<CompareWay, 'cijfers'> }) {
  const { t } = useText();
  const camera = useView((view) => view.camera);
  const [first, setFirst] = useState<Camera | null>(null);
  const { scene, layers } = useScene(plan.id, plan.plan.dataset);
  const compared = useComparison(plan.id, against).data;
  const own = useShownMap((shown) => shown.map);
  const [other, setOther] = useState<CareMap | null>(null);
  const [at, setAt] = useState(50);
  const otherScene = useOtherScene(scene, compared, way, useMunicipality(plan.plan.dataset).data?.name);
  // It begins where the plan's own map looks, which keeps clear of its legend.
  if (first === null && own !== null) setFirst(own.camera());

  useEffect(() => {
    if (own === null || other === null) return undefined;
    const [back, forth] = [other.follow(own), own.follow(other)];
    return () => {
      back();
      forth();
    };
  }, [own, other]);

  if (otherScene === null || compared === undefined || first === null) return null;
  const name = compared.name === null ? t('compare.proposal') : compared.version === null ? compared.name : t('compare.plan', { name: compared.name, version: compared.version });
  const ownName = t('compare.own', { name: plan.plan.name, version: plan.version });
  return (
    <>
      <div className="compare-other" style={way === 'schuif' ? { clipPath: `inset(0 0 0 ${at}%)` } : {}}>
        <Suspense>
          <MapView
            scene={otherScene} layers={layers} camera={camera ?? first} covered={nothingCovered}
            title={t(way === 'verschil' ? 'compare.mapDifference' : 'compare.mapOther', { name })}
            onPick={(picked) => { if (picked.block !== null) chooseZone(plan.plan.zoneOfBlock[picked.block] ?? null); }}
            onPoint={(pointed) => pointAtZone(pointed.block === null ? null : (plan.plan.zoneOfBlock[pointed.block] ?? null))}
            onDrag={() => undefined} onCamera={setCamera} onReady={setOther}
          />
        </Suspense>
      </div>
      {way !== 'verschil' && <p className="compare-name" data-side="own">{ownName}</p>}
      <p className="compare-name" data-side={way === 'verschil' ? 'alone' : 'other'}>{way === 'verschil' ? t('compare.difference', { name }) : name}</p>
      {way === 'schuif' && (
        <div className="compare-slider">
          <div className="compare-slider-line" style={{ left: `${at}%` }} />
          <input type="range" min={0} max={100} value={at} aria-label={t('compare.slider', { own: ownName, other: name })} aria-valuetext={t('compare.sliderAt', { share: at })} onChange={({ target }) => setAt(Number(target.value))} />
        </div>
      )}
    </>
  );
}

/** What the other map shows: the other's areas in the colours of the zones they match, or the blocks that would change zone. */
function useOtherScene(scene: Scene | null, compared: Comparison | undefined, way: CompareWay, municipality: string | undefined): Scene | null {
  const { t, format } = useText();
  return useMemo(() => {
    if (scene === null || compared === undefined) return null;
    const { areas: { features }, comparison, moved } = compared;
    const zoneColours = scene.zones.map((_, place) => {
      const paint = scene.areas[place]?.paint;
      return typeof paint === 'object' ? paint.color : zoneFills[place % zoneFills.length]!;
    });
    const drawn = features.filter(({ geometry }) => geometry.coordinates.length > 0);
    const match = comparison.overlap.match.map((area) => (area === -1 ? -1 : drawn.findIndex(({ properties: { id } }) => id === comparison.areas[area])));
    const colours = matchedColours(zoneColours, match, bordering(drawn.map(({ geometry }) => geometry)), zoneFills);
    const quiet: Scene = { ...scene, kernen: null, circles: null, facilities: null, chosenZone: null, found: null, draft: null, movable: null, isPlacing: false, reach: null };
    if (way === 'verschil') {
      const colourOf = new Map(drawn.map(({ properties: { id } }, place) => [id, colours[place]!]));
      return {
        ...quiet,
        base: { ...scene.base, division: compared.areas },
        areas: [
          ...scene.zones.map(({ geometry }) => ({ geometry, paint: plainGrey })),
          ...moved.features.map(({ geometry, properties: { to } }) => ({ geometry, paint: to === null ? 'hatch' as const : { color: colourOf.get(to) ?? zoneFills[0], opacity: 0.9 } })),
        ],
      };
    }
    return {
      ...quiet,
      pointedZone: null,
      base: Object.fromEntries(Object.entries(scene.base).filter(([layer]) => layer !== 'division')),
      zones: drawn.map(({ geometry, properties: { id, name, inhabitants } }) => ({ id, name: nameOnMap(name, municipality), geometry, note: `${format.number(inhabitants)} ${t('map.inhabitants')}` })),
      areas: drawn.map(({ geometry }, place) => ({ geometry, paint: { color: colours[place]!, opacity: zoneFillOpacity } })),
    };
  }, [scene, compared, way, municipality, format, t]);
}
