import { lazy, Suspense, useState } from 'react';
import type { CareMap } from '../../map/care-map.ts';
import { creditLine } from '../../map/credits.ts';
import type { Scene } from '../../map/scene.ts';
import type { Camera } from '../../state/address.ts';
import type { Spot } from '../../state/view.ts';
import { useText } from '../../text/i18n.ts';
import { IconButton } from '../../ui/button.tsx';
import { ErrorBoundary } from '../../ui/error-boundary.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Waiting } from '../../ui/progress.tsx';
import { witnessLayers } from './witness-scene.ts';

const MapView = lazy(async () => ({ default: (await import('../../map/map-view.tsx')).MapView }));
const nothingOver = { width: 0, height: 0 } as const;

interface WitnessMapProps {
  readonly scene: Scene | null;
  readonly title: string;
  readonly credits: readonly string[];
  readonly camera: Camera | null;
  readonly onCamera: (camera: Camera | null) => void;
  readonly onPin: (spot: Spot) => void;
  readonly onRemark: (id: string) => void;
}

/** The map of the witness: a tap pins, a tap on a pin chooses its remark. */
export function WitnessMap({ scene, title, credits, camera, onCamera, onPin, onRemark }: WitnessMapProps) {
  const { t } = useText();
  const [map, setMap] = useState<CareMap | null>(null);
  return (
    <div className="witness-map">
      <ErrorBoundary instead={() => <Notice tone="warn">{t('map.noWebgl')}</Notice>}>
        {scene === null ? <Waiting>{t('map.loading')}</Waiting> : (
          <Suspense fallback={<Waiting>{t('map.loading')}</Waiting>}>
            <MapView
              scene={scene} layers={witnessLayers} camera={camera} covered={nothingOver} title={title}
              onPick={({ remark, lon, lat }) => (remark === null ? onPin({ lon, lat }) : onRemark(remark))}
              onPoint={() => undefined} onDrag={(_, to) => onPin(to)} onCamera={onCamera} onReady={setMap}
            />
          </Suspense>
        )}
      </ErrorBoundary>
      <div className="map-zoom">
        <IconButton icon="plus" label={t('map.zoomIn')} onPress={() => map?.zoomBy(1)} />
        <IconButton icon="minus" label={t('map.zoomOut')} onPress={() => map?.zoomBy(-1)} />
        <IconButton icon="fit" label={t('map.fit')} onPress={() => onCamera(null)} />
      </div>
      {credits.length > 0 && <p className="map-credits">{t('map.attribution', { sources: creditLine(credits) })}</p>}
    </div>
  );
}
