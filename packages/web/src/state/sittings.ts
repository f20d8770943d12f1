import { useMutation, useQuery } from '@tanstack/react-query';
import type {
  AcceptedJob, FilePreview, NewProfile, ProfileSummary, SittingChoices, SittingOutcome, SittingReply, SittingSummary, Taken,
} from '@woonzorgzones/api/schemas';
import { queryClient } from './queries.ts';
import { get, post, request } from './request.ts';

const sittingKey = (id: string) => ['sitting', id] as const;

/** While a sitting runs in the background it is asked again this often: somebody else may have stopped it. */
const askEveryMs = 1_000;

const keep = (sitting: SittingReply): void => {
  queryClient.setQueryData(sittingKey(sitting.id), sitting);
  void queryClient.invalidateQueries({ queryKey: ['sittings'] });
};

/** The sittings that are open on the server: what a closed tab left behind. */
export const useSittings = () => useQuery({
  queryKey: ['sittings'], queryFn: ({ signal }) => get<readonly SittingSummary[]>('/imports', signal), refetchOnMount: 'always',
});

export const useSitting = (id: string | null) => useQuery({
  queryKey: sittingKey(id ?? ''), enabled: id !== null, queryFn: ({ signal }) => get<SittingReply>(`/imports/${id}`, signal), refetchOnMount: 'always',
  refetchInterval: ({ state: { data } }) => (data?.state === 'running' ? askEveryMs : false),
});

/** How the last run of this revision ended. */
export const useOutcome = ({ id, revision, state, job }: SittingReply) => useQuery({
  queryKey: [...sittingKey(id), 'outcome', revision, job], enabled: state === 'ready' || state === 'refused',
  queryFn: ({ signal }) => get<SittingOutcome>(`/imports/${id}/outcome`, signal),
});

interface AskedPreview {
  readonly sitting: SittingReply;
  readonly file: string;
  readonly layer: string | null;
  /** Null asks for the likeliest role. */
  readonly role: string | null;
  readonly crs: string | null;
  /** Columns the position is read from, by field; those not named are guessed. */
  readonly position: Readonly<Record<string, string>>;
}

export function usePreview({ sitting, file, layer, role, crs, position }: AskedPreview) {
  const asked = new URLSearchParams({ ...(layer === null ? {} : { layer }), ...(role === null ? {} : { role }), ...(crs === null ? {} : { crs }), ...position }).toString();
  return useQuery({
    queryKey: [...sittingKey(sitting.id), 'preview', file, asked, sitting.revision],
    queryFn: ({ signal }) => get<FilePreview>(`/imports/${sitting.id}/preview/${encodeURIComponent(file)}${asked === '' ? '' : `?${asked}`}`, signal),
    placeholderData: (before) => before,
  });
}

export const useProfiles = () => useQuery({ queryKey: ['profiles'], queryFn: ({ signal }) => get<readonly ProfileSummary[]>('/profiles', signal) });

function formOf(files: readonly File[]): FormData {
  const form = new FormData();
  for (const file of files) form.append('files', file, file.webkitRelativePath === '' ? file.name : file.webkitRelativePath);
  return form;
}

/** Sends files: into the sitting, or into a new one where there is none yet. */
export const useSendFiles = (sitting: string | null, onSent: (sitting: SittingReply) => void) => useMutation({
  mutationFn: (files: readonly File[]) => post<SittingReply>(sitting === null ? '/imports' : `/imports/${sitting}/files`, formOf(files)),
  onSuccess: (reply) => {
    keep(reply);
    onSent(reply);
  },
});

export const useRemoveFile = (sitting: string) => useMutation({
  mutationFn: (file: string) => request<SittingReply>('DELETE', `/imports/${sitting}/files/${encodeURIComponent(file)}`),
  onSuccess: keep,
});

/** A change of what was decided, from the sitting as it stands when its turn comes. */
type Choosing = (sitting: SittingReply) => Partial<SittingChoices>;

/** Changes what the planner decided, one after another: who answers fast does not stumble over the answer before. */
export const useChoose = (sitting: SittingReply) => useMutation({
  scope: { id: `sitting ${sitting.id}` },
  mutationFn: (change: Choosing) => {
    const now = queryClient.getQueryData<SittingReply>(sittingKey(sitting.id)) ?? sitting;
    return request<SittingReply>('PUT', `/imports/${sitting.id}/choices`, { revision: now.revision, choices: { ...now.choices, ...change(now) } });
  },
  onSuccess: keep,
  onError: () => void queryClient.invalidateQueries({ queryKey: sittingKey(sitting.id) }),
});

export const useRun = (sitting: string) => useMutation({
  mutationFn: () => post<AcceptedJob>(`/imports/${sitting}/run`, {}),
  onSettled: () => queryClient.invalidateQueries({ queryKey: sittingKey(sitting) }),
});

/** The run is over: how the sitting stands now. */
export const askSittingAgain = (sitting: string): Promise<void> => queryClient.invalidateQueries({ queryKey: sittingKey(sitting), exact: true });

function forget(sitting: string): void {
  queryClient.removeQueries({ queryKey: sittingKey(sitting) });
  void queryClient.invalidateQueries({ queryKey: ['sittings'] });
}

/** Takes what the run made: from here on it is a dataset like any other. */
export const useTake = (sitting: string, onTaken: (taken: Taken) => void) => useMutation({
  mutationFn: () => post<Taken>(`/imports/${sitting}/take`, {}),
  onSuccess: (taken) => {
    forget(sitting);
    void queryClient.invalidateQueries({ queryKey: ['municipalities'] });
    onTaken(taken);
  },
});

/** Drops a sitting with its files; nothing of it stays. */
export const useDropSitting = (onDropped: () => void) => useMutation({
  mutationFn: (sitting: string) => request<unknown>('DELETE', `/imports/${sitting}`).then(() => sitting),
  onSuccess: (sitting) => {
    forget(sitting);
    onDropped();
  },
});

export const useSaveProfile = () => useMutation({
  mutationFn: (profile: NewProfile) => post<ProfileSummary>('/profiles', profile),
  onSuccess: () => queryClient.invalidateQueries({ queryKey: ['profiles'] }),
});

export const useRemoveProfile = () => useMutation({
  mutationFn: (profile: string) => request<unknown>('DELETE', `/profiles/${profile}`),
  onSuccess: () => queryClient.invalidateQueries({ queryKey: ['profiles'] }),
});
