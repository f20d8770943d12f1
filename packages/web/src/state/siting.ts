import type { AcceptedJob } from '@woonzorgzones/api/schemas';
import type { CategoryId } from '@woonzorgzones/core/model';
import type { SitingModel } from '@woonzorgzones/core/needs';
import { create } from 'zustand';
import { lambertOf } from './facility-edits.ts';
import { post } from './request.ts';
import type { Spot } from './view.ts';

/** Where a new place may come: found along the streets, pointed out on the map, or where facilities of a kind are. */
export const candidateSources = ['found', 'pointed', 'category'] as const;
export type CandidateSource = (typeof candidateSources)[number];

/** What is asked of new places, as it was typed. */
interface SitingForm {
  readonly model: SitingModel;
  readonly newSites: string;
  readonly keepExisting: boolean;
  readonly candidates: CandidateSource;
  readonly candidateCategory: CategoryId;
  /** By the row of the age band: how much one person counts; absent is 1. */
  readonly weights: Readonly<Record<number, string>>;
  readonly vulnerable: boolean;
  readonly capacity: string;
  readonly seconds: string;
}

interface SitingView {
  readonly form: SitingForm;
  /** Places that were pointed out. */
  readonly pointed: readonly Spot[];
  readonly job: string | null;
  /** Why the question was not even taken up. */
  readonly refused: unknown;
}

export const useSiting = create<SitingView>()(() => ({
  form: { model: 'most-covered', newSites: '1', keepExisting: true, candidates: 'found', candidateCategory: 'buurthuis', weights: {}, vulnerable: false, capacity: '', seconds: '30' },
  pointed: [], job: null, refused: null,
}));

export const fillSiting = (change: Partial<SitingForm>): void => useSiting.setState(({ form }) => ({ form: { ...form, ...change } }));
export const pointOut = (spot: Spot): void => useSiting.setState(({ pointed }) => ({ pointed: [...pointed, spot] }));
export const forgetPointed = (): void => useSiting.setState({ pointed: [] });
export const forgetSiting = (): void => useSiting.setState({ job: null, refused: null });

/** Sends the search to the server, which does it in a thread of its own. */
export async function searchSites(plan: string, body: object): Promise<void> {
  useSiting.setState({ job: null, refused: null });
  try {
    const { job } = await post<AcceptedJob>(`/plans/${plan}/sitings`, body);
    useSiting.setState({ job });
  } catch (error) {
    useSiting.setState({ refused: error });
  }
}

export const placesOfSpots = (spots: readonly Spot[]): readonly (readonly [number, number])[] => spots.map((spot) => {
  const { x, y } = lambertOf(spot);
  return [x, y];
});

