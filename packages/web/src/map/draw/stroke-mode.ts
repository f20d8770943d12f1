import { TerraDrawExtend, type TerraDrawAdapterStyling, type TerraDrawMouseEvent } from 'terra-draw';
import { palette } from '../palette.ts';

/** Where the pointer is, in WGS84 and in pixels of the map. */
export interface PointerPlace {
  readonly lon: number;
  readonly lat: number;
  readonly x: number;
  readonly y: number;
}

export interface StrokeEvents {
  readonly onBegin: (place: PointerPlace) => void;
  readonly onMove: (place: PointerPlace) => void;
  readonly onEnd: () => void;
  /** The pointer moves without drawing. */
  readonly onHover: (place: PointerPlace) => void;
}

const placeOf = ({ lng, lat, containerX, containerY }: TerraDrawMouseEvent): PointerPlace => ({ lon: lng, lat, x: containerX, y: containerY });

/** A pointer that draws no shape of its own: it passes over blocks (brush, single blocks) or pulls a border. A click is a stroke of one place. */
export class StrokeMode extends TerraDrawExtend.TerraDrawBaseDrawMode {
  mode = 'stroke';
  private readonly events: StrokeEvents;
  private isDown = false;

  constructor(events: StrokeEvents) {
    super({}, true);
    this.events = events;
    this.updateOptions({});
  }

  start(): void {
    this.setStarted();
    this.setCursor('crosshair');
  }

  stop(): void {
    this.cleanUp();
    this.setStopped();
    this.setCursor('unset');
  }

  cleanUp(): void {
    this.isDown = false;
  }

  onClick(event: TerraDrawMouseEvent): void {
    if (event.isContextMenu) return;
    this.events.onBegin(placeOf(event));
    this.events.onEnd();
  }

  onMouseMove(event: TerraDrawMouseEvent): void {
    this.events.onHover(placeOf(event));
  }

  onDragStart(event: TerraDrawMouseEvent, setMapDraggability: (enabled: boolean) => void): void {
    setMapDraggability(false);
    this.isDown = true;
    this.events.onHover(placeOf(event));
    this.events.onBegin(placeOf(event));
  }

  onDrag(event: TerraDrawMouseEvent): void {
    if (!this.isDown) return;
    this.events.onHover(placeOf(event));
    this.events.onMove(placeOf(event));
  }

  onDragEnd(event: TerraDrawMouseEvent, setMapDraggability: (enabled: boolean) => void): void {
    setMapDraggability(true);
    if (!this.isDown) return;
    this.isDown = false;
    this.events.onMove(placeOf(event));
    this.events.onEnd();
  }

  /** It draws nothing; Terra Draw asks for a style all the same. */
  styleFeature(): TerraDrawAdapterStyling {
    const color = palette.accent;
    return {
      pointColor: color, pointWidth: 0, pointOutlineColor: color, pointOutlineWidth: 0, polygonFillColor: color, polygonFillOpacity: 0,
      polygonOutlineColor: color, polygonOutlineWidth: 0, lineStringWidth: 0, lineStringColor: color, zIndex: 0,
    };
  }
}
