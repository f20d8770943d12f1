import { QueryClient, useQuery, type UseQueryResult } from '@tanstack/react-query';
import type {
  AddressLayer, BlockLayer, CircleLayer, ComparisonReply, FacilityLayer, MunicipalityReply, MunicipalitySummary, NormSetSummary, NucleusLayer, PlanLog, PlanReply,
  PlanSummary, Travel, Register, ZoneLayer,
} from '@woonzorgzones/api/schemas';
import type { NormSet, Verdict } from '@woonzorgzones/core/model';
import type { BlockHousing, PlanAnalysis } from '@woonzorgzones/core/needs';
import type { MovesOfZone, PartitionComparison, PlanCriteria } from '@woonzorgzones/core/zoning';
import { get, isRefusal } from './request.ts';

/** Datasets never change; plans do, and say so by being invalidated after each write. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: Infinity,
      gcTime: 10 * 60_000,
      refetchOnWindowFocus: false,
      retry: (failures, error) => failures < 2 && !isRefusal(error),
    },
  },
});

const always = { enabled: true };
const when = (id: string | null) => ({ enabled: id !== null });

const getQuery = <T>(key: readonly unknown[], path: string) => ({ queryKey: key, queryFn: ({ signal }: { readonly signal: AbortSignal }) => get<T>(path, signal) });

function useGet<T>(key: readonly unknown[], path: string, { enabled } = always): UseQueryResult<T> {
  return useQuery({ ...getQuery<T>(key, path), enabled });
}

export const planKey = (plan: string) => ['plan', plan] as const;

export const layerPath = (municipality: string, layer: string): string => `/api/municipalities/${municipality}/layers/${encodeURIComponent(layer)}.geojson`;

export const useMunicipalities = () => useGet<readonly MunicipalitySummary[]>(['municipalities'], '/municipalities');
const municipalityQuery = (hash: string | null) => getQuery<MunicipalityReply>(['municipality', hash], `/municipalities/${hash}`);
export const useMunicipality = (hash: string | null) => useQuery({ ...municipalityQuery(hash), ...when(hash) });
export const useVerdict = (hash: string | null) => useGet<Verdict>(['municipality', hash, 'verdict'], `/municipalities/${hash}/verdict`, when(hash));
const useLayer = <T>(hash: string | null, layer: string) =>
  useGet<T>(['municipality', hash, 'layer', layer], `/municipalities/${hash}/layers/${encodeURIComponent(layer)}.geojson`, when(hash));
export const useBlocks = (hash: string | null) => useLayer<BlockLayer>(hash, 'blocks');
export const useFacilities = (hash: string | null) => useLayer<FacilityLayer>(hash, 'facilities');
export const useAddresses = (hash: string | null) => useLayer<AddressLayer>(hash, 'addresses');

export const useTravel = () => useGet<Travel>(['travel'], '/travel');
export const useNormSets = () => useGet<readonly NormSetSummary[]>(['norms'], '/norms');
export const normSetQuery = (id: string) => ({ queryKey: ['norms', id] as const, queryFn: ({ signal }: { readonly signal: AbortSignal }) => get<NormSet>(`/norms/${id}`, signal) });
export const useNormSet = (id: string | null) => useQuery({ ...normSetQuery(id ?? ''), enabled: id !== null });

export const usePlans = () => useGet<readonly PlanSummary[]>(['plans'], '/plans');
const planQuery = (id: string | null) => getQuery<PlanReply>(planKey(id ?? ''), `/plans/${id}`);
export const usePlan = (id: string | null) => useQuery({ ...planQuery(id), ...when(id) });

/** Asks for a plan and its municipality before the screen has come that shows them: all else waits for these two. */
export async function askAhead(id: string): Promise<void> {
  try {
    const { plan } = await queryClient.query(planQuery(id));
    await queryClient.query(municipalityQuery(plan.dataset));
  } catch {
    // The screen asks again and says what is wrong.
  }
}
export const usePlanLog = (id: string) => useGet<PlanLog>([...planKey(id), 'log'], `/plans/${id}/log`);
export const useAnalysis = (id: string | null) => useGet<PlanAnalysis>([...planKey(id ?? ''), 'analysis'], `/plans/${id}/analysis`, when(id));

export const useBlockHousing = (id: string | null) => useGet<readonly BlockHousing[]>([...planKey(id ?? ''), 'block-housing'], `/plans/${id}/block-housing`, when(id));
export const useRegister = (id: string | null) => useGet<Register>([...planKey(id ?? ''), 'register'], `/plans/${id}/register`, when(id));
export const useCriteria = (id: string | null) => useGet<PlanCriteria>([...planKey(id ?? ''), 'zones'], `/plans/${id}/zones`, when(id));
export const useMoves = (id: string | null) => useGet<readonly MovesOfZone[]>([...planKey(id ?? ''), 'moves'], `/plans/${id}/moves`, when(id));
/** The figures as core makes them. */
export interface Comparison extends Omit<ComparisonReply, 'comparison'> {
  readonly comparison: PartitionComparison;
}
export const useComparison = (id: string, against: string | null) =>
  useGet<Comparison>([...planKey(id), 'comparison', against], `/plans/${id}/comparison/${encodeURIComponent(against ?? '')}`, when(against));
export const useZoneShapes = (id: string | null) => useGet<ZoneLayer>([...planKey(id ?? ''), 'zones.geojson'], `/plans/${id}/zones.geojson`, when(id));
export const useKernen = (id: string | null) => useGet<NucleusLayer>([...planKey(id ?? ''), 'kernen.geojson'], `/plans/${id}/kernen.geojson`, when(id));
export const useCircles = (id: string | null) => useGet<CircleLayer>([...planKey(id ?? ''), 'circles.geojson'], `/plans/${id}/circles.geojson`, when(id));

/** After a write: the plan itself is known from the reply, everything computed from it is asked again; the old stays on screen meanwhile. */
export function planChanged(reply: PlanReply): void {
  queryClient.setQueryData(planKey(reply.id), reply);
  void queryClient.invalidateQueries({ queryKey: planKey(reply.id), predicate: ({ queryKey }) => queryKey.length > 2 });
  void queryClient.invalidateQueries({ queryKey: ['plans'] });
}
