import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { FreshWitnessLink, NewWitnessLink, PlannersWord, RemarkReply, WitnessLinkReply } from '@woonzorgzones/api/schemas';
import { create } from 'zustand';
import { get, post, request } from './request.ts';

const remarksKey = (plan: string) => ['remarks', plan] as const;
const linksKey = (plan: string) => ['witness-links', plan] as const;

/** Witnesses write while the planner draws: what they wrote is asked again this often. */
const askAgainMs = 30_000;

/** The remarks on a plan; none without a plan. */
export const useRemarks = (plan: string | null) => useQuery({
  queryKey: remarksKey(plan ?? ''), queryFn: ({ signal }) => get<readonly RemarkReply[]>(`/plans/${plan}/remarks`, signal), enabled: plan !== null, refetchInterval: askAgainMs,
});

export const useWitnessLinks = (plan: string) => useQuery({ queryKey: linksKey(plan), queryFn: ({ signal }) => get<readonly WitnessLinkReply[]>(`/plans/${plan}/witness-links`, signal) });

type LinkAct = { readonly kind: 'make'; readonly link: NewWitnessLink } | { readonly kind: 'renew'; readonly id: string; readonly expiresAt: string | null } | { readonly kind: 'withdraw'; readonly id: string };

/** Makes, remakes or withdraws a link; the answer holds the token where there is a new one. */
export function useLinkAct(plan: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (act: LinkAct): Promise<FreshWitnessLink | null> => {
      if (act.kind === 'make') return post<FreshWitnessLink>(`/plans/${plan}/witness-links`, act.link);
      if (act.kind === 'renew') return post<FreshWitnessLink>(`/plans/${plan}/witness-links/${act.id}/renew`, { expiresAt: act.expiresAt });
      await request('DELETE', `/plans/${plan}/witness-links/${act.id}`);
      return null;
    },
    onSettled: () => client.invalidateQueries({ queryKey: linksKey(plan) }),
  });
}

export function useAnswer(plan: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ remark, word }: { readonly remark: string; readonly word: PlannersWord }) => request<RemarkReply>('PUT', `/plans/${plan}/remarks/${remark}`, word),
    onSettled: () => client.invalidateQueries({ queryKey: remarksKey(plan) }),
  });
}

/** Which remarks the list and the map show, and the one that is chosen in either. */
interface RemarkView {
  readonly theme: string | null;
  readonly zone: string | null;
  readonly state: 'open' | 'handled' | null;
  readonly chosen: string | null;
}

export const useRemarkView = create<RemarkView>()(() => ({ theme: null, zone: null, state: null, chosen: null }));
export const filterRemarks = (change: Partial<Omit<RemarkView, 'chosen'>>): void => useRemarkView.setState(change);
export const chooseRemark = (chosen: string | null): void => useRemarkView.setState({ chosen });

/** A remark with the number it has in the list and on the map, whatever the filter. */
export interface NumberedRemark extends RemarkReply {
  readonly number: number;
}

/** The remarks that pass the filter, in the order they were made. */
export function shownRemarks(remarks: readonly RemarkReply[], { theme, zone, state }: Omit<RemarkView, 'chosen'>): readonly NumberedRemark[] {
  return remarks
    .map((remark, place) => ({ ...remark, number: place + 1 }))
    .filter((remark) => (theme === null || remark.theme === theme) && (zone === null || remark.zone === zone) && (state === null || remark.handled === (state === 'handled')));
}
