import type { AcceptedJob, WrittenReport } from '@woonzorgzones/api/schemas';
import type { PageId } from '@woonzorgzones/core/report';
import type { Language } from '@woonzorgzones/core/model';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { LostConnection, RefusedRequest, post } from './request.ts';

/** What stands on a printed map. */
export interface SheetAsked {
  /** As the API names it: zones, voorzieningen, galerij, galerij-aanbod, vergrijzing, or a norm. */
  readonly layer: string;
  readonly zone: string | null;
  readonly page: PageId;
  readonly language: Language;
  /** What a norm stands beside: 'against <plan>', 'scenario <id>' or 'year <year>'. */
  readonly beside: string | null;
}

export const sheetAddress = (plan: string, { layer, zone, page, language, beside }: SheetAsked, form: 'svg' | 'pdf' | 'png'): string =>
  `/api/plans/${plan}/sheet.${form}?${new URLSearchParams({ layer, page, language, ...(zone === null ? {} : { zone }), ...besideOf(beside) }).toString()}`;

const besideOf = (beside: string | null): Readonly<Record<string, string>> => {
  if (beside === null) return {};
  const [kind, ...id] = beside.split(' ');
  return { [kind!]: id.join(' ') };
};

/** The drawing of a sheet as it will be printed; the last one stays in view until the next is there. */
export const useSheet = (plan: string, version: number, asked: SheetAsked) => useQuery({
  queryKey: ['sheet', plan, version, asked] as const,
  placeholderData: keepPreviousData,
  queryFn: async ({ signal }): Promise<string> => {
    const reply = await fetch(sheetAddress(plan, asked, 'svg'), { signal, headers: { accept: 'image/svg+xml, application/problem+json' } });
    if (reply.ok) return reply.text();
    throw reply.headers.get('content-type')?.includes('problem+json') === true ? new RefusedRequest((await reply.json()) as ConstructorParameters<typeof RefusedRequest>[0]) : new LostConnection(reply.status);
  },
});

/** Asks for the report of a plan; the answer is the job that makes it. */
export const askReport = (plan: string, language: Language, against: string | null, year: number | null): Promise<AcceptedJob> =>
  post<AcceptedJob>(`/plans/${plan}/reports`, { language, against: against === null ? [] : [against], years: year === null ? [] : [year] });

export const reportFileAddress = ({ key }: WrittenReport, name: string): string => `/api/reports/${key}/${name}`;
