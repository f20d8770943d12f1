import type { BlockLayer } from '@woonzorgzones/api/schemas';
import { useMemo } from 'react';
import { zoneFills } from '../../../map/palette.ts';
import type { DrawScene, HeldTool } from '../../../map/scene.ts';
import { useDrawing, type DrawTool } from '../../../state/drawing.ts';
import { useView } from '../../../state/view.ts';
import { brushRadius } from './commands.ts';
import { useShownCriteria } from './use-table.ts';

/** How near to a border a pointer, or a finger, takes hold of it. */
const graspPixels = 24;
/** A border is pulled with at least this breadth: narrower one would draw threads. */
const leastPullPixels = 12;

function heldAs(tool: DrawTool, size: number): HeldTool {
  switch (tool) {
    case 'brush': return { kind: 'stroke', radiusPixels: brushRadius(size), graspPixels: null };
    case 'block': return { kind: 'stroke', radiusPixels: 0, graspPixels: null };
    case 'border': return { kind: 'stroke', radiusPixels: Math.max(leastPullPixels, brushRadius(size)), graspPixels };
    case 'rectangle': case 'lasso': return { kind: tool };
    case 'split': return { kind: 'line' };
  }
}

/** What lies over the zones while they are drawn: the tool, loose parts of the chosen zone, and the blocks of a proposal in the colour of where they would go. */
export function useDrawScene(plan: string | null, blocks: BlockLayer | undefined, colourOf: ReadonlyMap<string, number>): DrawScene | undefined {
  const door = useView((view) => view.door);
  const zone = useView((view) => view.zone);
  const tool = useDrawing((drawing) => drawing.tool);
  const size = useDrawing((drawing) => drawing.size);
  const proposal = useDrawing((drawing) => drawing.proposal);
  const stray = useShownCriteria(plan).data?.zones.find((one) => one.zone === zone)?.contiguity.strayBlocks;
  const shapes = useMemo(() => new Map((blocks?.features ?? []).map(({ properties, geometry }) => [properties.id, geometry])), [blocks]);
  const held = useMemo(() => (tool === null ? null : heldAs(tool, size)), [tool, size]);
  return useMemo(() => {
    if (door !== 'afbakenen' || plan === null) return undefined;
    return {
      held,
      strays: (stray ?? []).flatMap((id) => shapes.get(id) ?? []),
      shifted: (proposal?.shifts ?? []).flatMap(({ blocks: moved, to }) => {
        const fill = to === null ? '#ffffff' : zoneFills[(colourOf.get(to.id) ?? 0) % zoneFills.length]!;
        return moved.flatMap(({ id }) => (shapes.get(id) === undefined ? [] : [{ geometry: shapes.get(id)!, paint: { color: fill, opacity: 0.75 } }]));
      }),
    };
  }, [door, plan, held, stray, proposal, shapes, colourOf]);
}
