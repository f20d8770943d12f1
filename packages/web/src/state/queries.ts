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
const layerQuery = <T>(hash: string | null, layer: string) => getQuery<T>(['municipality', hash, 'layer', layer], `/municipalities/${hash}/layers/${encodeURIComponent(layer)}.geojson`);
const useLayer = <T>(hash: string | null, layer: string) => useQuery({ ...layerQuery<T>(hash, layer), ...when(hash) });
export const useBlocks = (hash: string | null) => useLayer<BlockLayer>(hash, 'blocks');
/** The blocks of a municipality where they were fetched already. */
export const blocksHeld = (hash: string | null): BlockLayer | undefined => queryClient.getQueryData<BlockLayer>(layerQuery(hash, 'blocks').queryKey);
export const useFacilities = (hash: string | null) => useLayer<FacilityLayer>(hash, 'facilities');
export const useAddresses = (hash: string | null) => useLayer<AddressLayer>(hash, 'addresses');

export const useTravel = () => useGet<Travel>(['travel'], '/travel');
export const useNormSets = () => useGet<readonly NormSetSummary[]>(['norms'], '/norms');
export const normSetQuery = (id: string) => ({ queryKey: ['norms', id] as const, queryFn: ({ signal }: { readonly signal: AbortSignal }) => get<NormSet>(`/norms/${id}`, signal) });
export const useNormSet = (id: string | null) => useQuery({ ...normSetQuery(id ?? ''), enabled: id !== null });

export const usePlans = () => useGet<readonly PlanSummary[]>(['plans'], '/plans');
const planQuery = (id: string | null) => getQuery<PlanReply>(planKey(id ?? ''), `/plans/${id}`);
export const usePlan = (id: string | null) => useQuery({ ...planQuery(id), ...when(id) });

export const usePlanLog = (id: string) => useGet<PlanLog>([...planKey(id), 'log'], `/plans/${id}/log`);

/** What is reckoned or drawn from a plan, by the last part of its address. */
const ofPlan = <T>(id: string | null, part: string) => getQuery<T>([...planKey(id ?? ''), part], `/plans/${id}/${part}`);
const useOfPlan = <T>(id: string | null, part: string) => useQuery({ ...ofPlan<T>(id, part), ...when(id) });
export const useAnalysis = (id: string | null) => useOfPlan<PlanAnalysis>(id, 'analysis');

export const useBlockHousing = (id: string | null) => useOfPlan<readonly BlockHousing[]>(id, 'block-housing');
export const useRegister = (id: string | null) => useOfPlan<Register>(id, 'register');
export const useCriteria = (id: string | null) => useOfPlan<PlanCriteria>(id, 'zones');
export const useMoves = (id: string | null) => useOfPlan<readonly MovesOfZone[]>(id, 'moves');
/** The figures as core makes them. */
export interface Comparison extends Omit<ComparisonReply, 'comparison'> {
  readonly comparison: PartitionComparison;
}
export const useComparison = (id: string, against: string | null) =>
  useGet<Comparison>([...planKey(id), 'comparison', against], `/plans/${id}/comparison/${encodeURIComponent(against ?? '')}`, when(against));
export const useZoneShapes = (id: string | null) => useOfPlan<ZoneLayer>(id, 'zones.geojson');
export const useKernen = (id: string | null) => useOfPlan<NucleusLayer>(id, 'kernen.geojson');
export const useCircles = (id: string | null) => useOfPlan<CircleLayer>(id, 'circles.geojson');

/**
 * Takes in what the map of a plan begins with, which the page has asked for already (the server names it in the page), and says
 * whether it all came; where it did not, the screen asks again and tells what is wrong.
 */
export async function takeInFirst(id: string): Promise<boolean> {
  const takeIn = async <T>(query: Parameters<typeof queryClient.query<T>>[0]): Promise<T> => queryClient.query({ ...query, retry: false });
  const ground = async (): Promise<void> => {
    const { plan } = await takeIn(planQuery(id));
    await Promise.all([takeIn(municipalityQuery(plan.dataset)), takeIn(layerQuery(plan.dataset, 'blocks'))]);
  };
  const came = await Promise.allSettled([ground(), ...['zones.geojson', 'kernen.geojson', 'register'].map((part) => takeIn(ofPlan(id, part)))]);
  return came.every(({ status }) => status === 'fulfilled');
}

/** After a write: the plan itself is known from the reply, everything computed from it is asked again; the old stays on screen meanwhile. */
export function planChanged(reply: PlanReply): void {
  queryClient.setQueryData(planKey(reply.id), reply);
  void queryClient.invalidateQueries({ queryKey: planKey(reply.id), predicate: ({ queryKey }) => queryKey.length > 2 });
  void queryClient.invalidateQueries({ queryKey: ['plans'] });
}
