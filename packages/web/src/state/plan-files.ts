import { useMutation } from '@tanstack/react-query';
import type { DivisionPreview, PlanReply } from '@woonzorgzones/api/schemas';
import { planChanged } from './queries.ts';
import { post } from './request.ts';

function formOf(files: readonly File[]): FormData {
  const form = new FormData();
  for (const file of files) form.append('file', file, file.name);
  return form;
}

/** Where zones of a file would go: into a plan that is there, or into a new one on a dataset. */
export type DivisionTarget = { readonly kind: 'plan'; readonly plan: string } | { readonly kind: 'new'; readonly dataset: string };

interface AskedDivision {
  readonly files: readonly File[];
  /** Null takes the likeliest. */
  readonly layer: string | null;
}

/** What the zones of a file would make of a plan; nothing is taken over. */
export const useDivisionPreview = (target: DivisionTarget) => useMutation({
  mutationFn: ({ files, layer }: AskedDivision) => {
    const at = target.kind === 'plan' ? `/plans/${target.plan}` : `/municipalities/${target.dataset}`;
    return post<DivisionPreview>(`${at}/division-files${layer === null ? '' : `?layer=${encodeURIComponent(layer)}`}`, formOf(files));
  },
});

/** Makes a plan with the zones of a file. */
export const usePlanOfDivision = (dataset: string) => useMutation({
  mutationFn: async ({ name, edit }: { readonly name: string; readonly edit: DivisionPreview['edit'] }) => {
    const empty = await post<PlanReply>('/plans', { dataset, name, from: 'empty' });
    return post<PlanReply>(`/plans/${empty.id}/edits`, { version: empty.version, edits: [edit] });
  },
  onSuccess: planChanged,
});

/** Opens a plan file as a plan of its own. */
export const useOpenPlanFile = () => useMutation({
  mutationFn: (files: readonly File[]) => post<PlanReply>('/plan-files', formOf(files)),
  onSuccess: planChanged,
});
