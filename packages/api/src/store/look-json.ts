import type { FilePeek, LayerPeek } from '@woonzorgzones/files';
import type { FileLook } from './sittings.ts';

type KeptPositions = readonly (number | null)[];
type KeptLayer = Omit<LayerPeek, 'firstPositions'> & { readonly firstPositions: KeptPositions };
type KeptLook = Exclude<FileLook, { readonly peek: FilePeek }> | { readonly peek: Omit<FilePeek, 'layers'> & { readonly layers: readonly KeptLayer[] } };

/** A look at a file as JSON; a row without a position (NaN) is null there. */
export function lookToJson(look: FileLook): string {
  if (!('peek' in look)) return JSON.stringify(look);
  const layers = look.peek.layers.map((layer): KeptLayer => ({ ...layer, firstPositions: [...layer.firstPositions].map((value) => (Number.isFinite(value) ? value : null)) }));
  return JSON.stringify({ peek: { ...look.peek, layers } } satisfies KeptLook);
}

export function lookFromJson(json: string): FileLook {
  const kept = JSON.parse(json) as KeptLook;
  if (!('peek' in kept)) return kept;
  const layers = kept.peek.layers.map((layer): LayerPeek => ({ ...layer, firstPositions: Float64Array.from(layer.firstPositions, (value) => value ?? NaN) }));
  return { peek: { ...kept.peek, layers } };
}
