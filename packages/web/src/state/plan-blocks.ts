import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { BlockLayer } from '@woonzorgzones/api/schemas';
import { useSaving } from './plan-edits.ts';
import { blocksHeld, useBlocks, usePlan } from './queries.ts';
import { get } from './request.ts';

/** The blocks as a plan has them; those of the municipality when it cut none. Until those of a new cut have come, the last that were known. */
export function usePlanBlocks(plan: string | null, hash: string | null): UseQueryResult<BlockLayer> {
  const { data } = usePlan(plan);
  const splits = data?.plan.splits ?? null;
  const isKept = useSaving(plan).state.kind === 'saved';
  const whole = useBlocks(splits === null ? hash : null);
  const cut = useQuery({
    queryKey: ['plan-blocks', plan, JSON.stringify(splits)], queryFn: ({ signal }) => get<BlockLayer>(`/plans/${plan ?? ''}/blocks.geojson`, signal),
    enabled: splits !== null && isKept,
    placeholderData: (last: BlockLayer | undefined, asked) => (asked?.queryKey[1] === plan ? last : undefined) ?? blocksHeld(hash),
  });
  return splits === null ? whole : cut;
}
