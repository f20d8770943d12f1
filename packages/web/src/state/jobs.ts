import { useQuery } from '@tanstack/react-query';
import type { JobReply } from '@woonzorgzones/api/schemas';
import { queryClient } from './queries.ts';
import { RefusedRequest, get, request } from './request.ts';

const askEveryMs = 300;

const isOver = ({ state }: JobReply): boolean => state !== 'queued' && state !== 'running';

const jobQuery = (id: string) => ({
  queryKey: ['job', id] as const,
  queryFn: ({ signal }: { readonly signal: AbortSignal }) => get<JobReply>(`/jobs/${id}`, signal),
});

/** Follows long work on the server until it is over. */
export const useJob = (id: string | null) => useQuery({
  ...jobQuery(id ?? ''),
  enabled: id !== null,
  refetchInterval: ({ state: { data } }) => (data !== undefined && isOver(data) ? false : askEveryMs),
});

/** Waits until the work is over: what it made, null when somebody stopped it; throws what went wrong. */
export async function jobResult<T>(id: string): Promise<T | null> {
  for (;;) {
    const job = await queryClient.query({ ...jobQuery(id), staleTime: 0 });
    if (job.state === 'cancelled') return null;
    if (job.state === 'failed' && job.problem !== undefined) throw new RefusedRequest(job.problem);
    if (job.state === 'done') return job.result as T;
    await new Promise((resolve) => setTimeout(resolve, askEveryMs));
  }
}

export const cancelJob = (id: string): Promise<unknown> => request('DELETE', `/jobs/${id}`);
