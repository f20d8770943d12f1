import { useView } from '../../state/view.ts';
import { CompareMap } from '../plan/compare/compare-map.tsx';
import { DrawBar } from '../plan/draw/draw-bar.tsx';
import { useChosen } from './chosen.ts';
import { MapArea } from './map-area.tsx';

/** The map, with the tools to draw on it where zones are drawn, and beside or over it the one it is compared with. */
export function MapBox({ isHidden, isAlone }: { readonly isHidden: boolean; readonly isAlone: boolean }) {
  const { plan } = useChosen();
  const isPlanning = useView((view) => view.door === 'afbakenen');
  const against = useView((view) => view.against);
  const way = useView((view) => view.compareWay);
  const compared = isPlanning && plan.data !== undefined && against !== null && way !== 'cijfers' ? { plan: plan.data, against, way } : null;
  return (
    <div className="app-map" hidden={isHidden} data-compare={compared?.way}>
      <div className="app-map-own"><MapArea isAlone={isAlone} />{isPlanning && !isAlone && <DrawBar />}</div>
      {compared !== null && <CompareMap key={`${compared.plan.id} ${compared.against}`} {...compared} />}
    </div>
  );
}
