import type { BlockLayer, PlanReply } from '@woonzorgzones/api/schemas';
import { boundsOf, centroid, splitShape, toLambert2008, type MultiPolygon } from '@woonzorgzones/core/geo';
import { writeToPlan } from '../../../state/plan-edits.ts';
import { useText } from '../../../text/i18n.ts';
import { Button } from '../../../ui/button.tsx';

/** So far beyond the block its cutting line runs, in metres. */
const beyond = 10;

/** Cuts a block through its middle without a line drawn on the map: into north and south, or west and east. */
export function BlockCut({ plan, block: { geometry, properties: { id } } }: { readonly plan: PlanReply; readonly block: BlockLayer['features'][number] }) {
  const { t } = useText();
  const cut = (line: readonly number[], shape: MultiPolygon): void =>
    writeToPlan(plan.id, { kind: 'edits', edits: [{ kind: 'split-block', block: id, line, parts: splitShape(shape, [Float64Array.from(line)]).length }] });
  const along = (isNorthSouth: boolean): void => {
    const shape: MultiPolygon = geometry.coordinates.map((polygon) => polygon.map((ring) => toLambert2008('EPSG:4326', Float64Array.from(ring.flat()))));
    const [minX, minY, maxX, maxY] = boundsOf(shape);
    const [x, y] = centroid(shape);
    cut(isNorthSouth ? [minX - beyond, y, maxX + beyond, y] : [x, minY - beyond, x, maxY + beyond], shape);
  };
  return (
    <div className="panel-row">
      <Button look="quiet" onPress={() => along(true)}>{t('blocks.cutNorth')}</Button>
      <Button look="quiet" onPress={() => along(false)}>{t('blocks.cutEast')}</Button>
    </div>
  );
}
