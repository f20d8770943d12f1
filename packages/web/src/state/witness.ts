import { useMutation, useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query';
import type { NewRemark, WitnessAddressLayer, WitnessFacilityLayer, WitnessNucleusLayer, WitnessPlan, WitnessRemark, WitnessZoneLayer } from '@woonzorgzones/api/schemas';
import { request } from './request.ts';

const witnessPath = '/getuige';

/** The whole of a link: its secret stands after the #, which a browser sends to nobody. */
export const witnessLinkOf = (token: string): string => new URL(`${witnessPath}#${token}`, location.origin).href;

/** The secret in the address; null when it is missing. */
export const tokenInAddress = (): string | null => (location.hash.length > 1 ? location.hash.slice(1) : null);

const remarksKey = (token: string) => ['witness', token, 'remarks'] as const;

function useAsk<T>(token: string, what: string, enabled = true): UseQueryResult<T> {
  return useQuery({ queryKey: ['witness', token, what], queryFn: ({ signal }) => request<T>('GET', `/witness/${what}`, undefined, signal, { bearer: token }), enabled });
}

export const useWitnessPlan = (token: string) => useAsk<WitnessPlan>(token, 'plan');
export const useOwnRemarks = (token: string) => useAsk<readonly WitnessRemark[]>(token, 'remarks');
export const useWitnessZones = (token: string) => useAsk<WitnessZoneLayer>(token, 'layers/zones.geojson');
export const useWitnessKernen = (token: string) => useAsk<WitnessNucleusLayer>(token, 'layers/kernen.geojson');
export const useWitnessFacilities = (token: string) => useAsk<WitnessFacilityLayer>(token, 'layers/facilities.geojson');
export const useWitnessAddresses = (token: string, asked: boolean) => useAsk<WitnessAddressLayer>(token, 'layers/addresses.geojson', asked);
export const useWitnessGround = (token: string) => useAsk<object>(token, 'layers/ground.geojson');

/** What a witness does with remarks; each changes what is shown of them. */
export type RemarkAct =
  | { readonly kind: 'send'; readonly remark: NewRemark }
  | { readonly kind: 'change'; readonly id: string; readonly remark: NewRemark }
  | { readonly kind: 'withdraw'; readonly id: string };

export function useRemarkAct(token: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (act: RemarkAct): Promise<void> => {
      const bearer = { bearer: token };
      if (act.kind === 'send') await request('POST', '/witness/remarks', act.remark, undefined, bearer);
      else if (act.kind === 'change') await request('PUT', `/witness/remarks/${act.id}`, act.remark, undefined, bearer);
      else await request('DELETE', `/witness/remarks/${act.id}`, undefined, undefined, bearer);
    },
    onSettled: () => client.invalidateQueries({ queryKey: remarksKey(token) }),
  });
}
