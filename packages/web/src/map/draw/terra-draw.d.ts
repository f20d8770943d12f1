/** The part of Terra Draw that is used: its own types name their files without ending, which Node's way of resolving does not find. */
declare module 'terra-draw' {
  export interface TerraDrawMouseEvent {
    readonly lng: number;
    readonly lat: number;
    readonly containerX: number;
    readonly containerY: number;
    readonly button: 'neither' | 'left' | 'middle' | 'right';
    readonly isContextMenu: boolean;
  }

  export interface TerraDrawAdapterStyling {
    readonly pointColor: string;
    readonly pointWidth: number;
    readonly pointOutlineColor: string;
    readonly pointOutlineWidth: number;
    readonly polygonFillColor: string;
    readonly polygonFillOpacity: number;
    readonly polygonOutlineColor: string;
    readonly polygonOutlineWidth: number;
    readonly lineStringWidth: number;
    readonly lineStringColor: string;
    readonly zIndex: number;
  }

  export namespace TerraDrawExtend {
    abstract class TerraDrawBaseDrawMode {
      constructor(options: object, willCallUpdateOptionsInParentClass: boolean);
      protected updateOptions(options: object): void;
      protected setStarted(): void;
      protected setStopped(): void;
      protected setCursor(cursor: 'crosshair' | 'unset'): void;
    }
  }

  export interface PointerMode {
    onClick: (event: TerraDrawMouseEvent) => void;
    onDragStart: (event: TerraDrawMouseEvent, setMapDraggability: (enabled: boolean) => void) => void;
  }

  interface DrawOptions {
    readonly drawInteraction: 'click-move-or-drag';
    readonly minDistance?: number;
    readonly styles: Readonly<Record<string, string | number>>;
  }
  type DrawMode = new (options: DrawOptions) => PointerMode;
  export const TerraDrawRectangleMode: DrawMode;
  export const TerraDrawFreehandMode: DrawMode;
  export const TerraDrawFreehandLineStringMode: DrawMode;

  type Drawn =
    | { readonly type: 'Polygon'; readonly coordinates: readonly (readonly (readonly number[])[])[] }
    | { readonly type: 'LineString'; readonly coordinates: readonly (readonly number[])[] };

  export class TerraDraw {
    constructor(options: { readonly adapter: object; readonly modes: readonly object[] });
    readonly enabled: boolean;
    start(): void;
    stop(): void;
    clear(): void;
    getMode(): string;
    setMode(mode: string): void;
    on(event: 'finish', done: (id: string | number) => void): void;
    getSnapshotFeature(id: string | number): { readonly geometry: Drawn } | undefined;
  }
}
