import type { Map as MapLibreMap } from 'maplibre-gl';
import { TerraDraw, TerraDrawFreehandLineStringMode, TerraDrawFreehandMode, TerraDrawRectangleMode, type PointerMode, type TerraDrawMouseEvent } from 'terra-draw';
import { TerraDrawMapLibreGLAdapter } from 'terra-draw-maplibre-gl-adapter';
import { palette } from '../palette.ts';
import type { DrawGestures, HeldTool } from '../scene.ts';
import { StrokeMode, type PointerPlace } from './stroke-mode.ts';
import './gestures.css';

const modeOf = { stroke: 'stroke', rectangle: 'rectangle', lasso: 'freehand', line: 'freehand-linestring' } as const;

/** The world is 512 pixels wide at zoom 0. */
const equatorMetres = 40_075_016.686;
const metresPerPixel = (map: MapLibreMap, lat: number): number => (equatorMetres * Math.cos((lat * Math.PI) / 180)) / (512 * 2 ** map.getZoom());

/** What a pointer does on the map while zones are drawn: mouse, pen and finger alike. */
export interface Gestures {
  /** Takes up a tool, or with null puts it down. */
  hold(tool: HeldTool | null): void;
  destroy(): void;
}

/** A ring that shows what the brush will take. */
function brushRing(map: MapLibreMap) {
  const ring = document.createElement('div');
  ring.className = 'brush-ring';
  ring.hidden = true;
  map.getCanvasContainer().append(ring);
  const hide = (): void => {
    ring.hidden = true;
  };
  map.on('mouseout', hide);
  return {
    show({ x, y }: PointerPlace, radius: number): void {
      ring.hidden = radius === 0;
      ring.style.width = ring.style.height = `${2 * radius}px`;
      ring.style.transform = `translate(${x - radius}px, ${y - radius}px)`;
    },
    hide,
    remove: () => ring.remove(),
  };
}

/**
 * Lets a drag begin where the pointer went down: Terra Draw tells of it only once the pointer has moved on, and from there.
 * Only one finger draws, or the first button: to Terra Draw every button does, and of two fingers the first.
 */
function drawsFromPress(map: MapLibreMap, onNoStroke: () => void) {
  const canvas = map.getCanvas();
  let pressed: Pick<TerraDrawMouseEvent, 'lng' | 'lat' | 'containerX' | 'containerY'> | null = null;
  const press = ({ clientX, clientY, pointerId, isPrimary, button }: PointerEvent): void => {
    pressed = null;
    if (!isPrimary) onNoStroke();
    if (!isPrimary || button !== 0) return;
    // A stroke that is let go over the tools, the legend or the panel ends there: Terra Draw hears of the map alone.
    canvas.setPointerCapture(pointerId);
    const { left, top } = canvas.getBoundingClientRect();
    const [containerX, containerY] = [clientX - left, clientY - top];
    const { lng, lat } = map.unproject([containerX, containerY]);
    pressed = { lng, lat, containerX, containerY };
  };
  canvas.addEventListener('pointerdown', press);
  // A palm, a message or a swipe of the system: the finger is no longer ours.
  canvas.addEventListener('pointercancel', onNoStroke);
  return {
    of: (mode: PointerMode): PointerMode => {
      const [begin, click] = [mode.onDragStart.bind(mode), mode.onClick.bind(mode)];
      mode.onDragStart = (event, setMapDraggability) => {
        if (pressed !== null) begin({ ...event, ...pressed }, setMapDraggability);
      };
      mode.onClick = (event) => {
        if (pressed !== null) click(event);
      };
      return mode;
    },
    remove(): void {
      canvas.removeEventListener('pointerdown', press);
      canvas.removeEventListener('pointercancel', onNoStroke);
    },
  };
}

function blockAt(map: MapLibreMap, x: number, y: number): string | null {
  const id: unknown = map.queryRenderedFeatures([x, y], { layers: ['block-surface'] })[0]?.properties['id'];
  return typeof id === 'string' ? id : null;
}

export function startGestures(map: MapLibreMap, events: DrawGestures): Gestures {
  const ring = brushRing(map);
  const presses = drawsFromPress(map, () => {
    if (!draw.enabled) return;
    events.onTakeBack();
    draw.clear();
  });
  let held: HeldTool | null = null;
  const radiusOf = (): number => (held?.kind === 'stroke' ? held.radiusPixels : 0);
  const fill = { fillColor: palette.accent, fillOpacity: 0.15, outlineColor: palette.accent, outlineWidth: 2 } as const;
  const draw = new TerraDraw({
    adapter: new TerraDrawMapLibreGLAdapter({ map, minPixelDragDistance: 1, minPixelDragDistanceDrawing: 1 }),
    modes: [
      new StrokeMode({
        onBegin: ({ lon, lat, x, y }) => events.onBegin({ lon, lat }, (held?.kind === 'stroke' ? (held.graspPixels ?? held.radiusPixels) : 0) * metresPerPixel(map, lat), blockAt(map, x, y)),
        onMove: ({ lon, lat }) => events.onMove({ lon, lat }, radiusOf() * metresPerPixel(map, lat)),
        onEnd: () => events.onEnd(),
        onHover: (place) => ring.show(place, radiusOf()),
      }),
      new TerraDrawRectangleMode({ drawInteraction: 'click-move-or-drag', styles: fill }),
      new TerraDrawFreehandMode({ drawInteraction: 'click-move-or-drag', styles: fill, minDistance: 4 }),
      new TerraDrawFreehandLineStringMode({ drawInteraction: 'click-move-or-drag', minDistance: 4, styles: { lineStringColor: palette.accent, lineStringWidth: 3 } }),
    ].map(presses.of),
  });
  draw.on('finish', (id) => {
    const geometry = draw.getSnapshotFeature(id)?.geometry;
    draw.clear();
    if (geometry?.type === 'Polygon') {
      const ring = geometry.coordinates[0]!;
      const begun = map.project([ring[0]![0]!, ring[0]![1]!]);
      events.onRing(ring.flat(), blockAt(map, begun.x, begun.y));
    } else if (geometry?.type === 'LineString') events.onLine(geometry.coordinates.flat());
  });
  return {
    hold(tool) {
      held = tool;
      ring.hide();
      if (tool === null) {
        if (draw.enabled) draw.stop();
        // Put down in the middle of a drag, Terra Draw does not hear the end of it, at which it would let the map be dragged again.
        map.dragPan.enable();
        return;
      }
      if (!draw.enabled) draw.start();
      if (draw.getMode() !== modeOf[tool.kind]) draw.setMode(modeOf[tool.kind]);
    },
    destroy() {
      if (draw.enabled) draw.stop();
      ring.remove();
      presses.remove();
    },
  };
}
