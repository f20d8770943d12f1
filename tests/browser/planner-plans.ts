import type { Page } from 'playwright-core';
import type { RunningApp } from './running-app.ts';

/** What these tests ask of a plan. */
export interface PlanNow {
  readonly id: string;
  readonly version: number;
  readonly plan: {
    readonly dataset: string;
    readonly name: string;
    readonly zones: readonly { readonly id: string; readonly name: string }[];
    readonly zoneOfBlock: Readonly<Record<string, string>>;
  };
}

/** A plan of the test's own, with the existing division of the sample town as its zones. */
export async function planOfDivision(app: RunningApp, name: string): Promise<PlanNow> {
  const { plan: { dataset } } = await app.get<PlanNow>(`/plans/${app.plan}`);
  const { divisions: [division] } = await app.get<{ readonly divisions: readonly { readonly id: string }[] }>(`/municipalities/${dataset}`);
  return app.post<PlanNow>('/plans', { dataset, name, from: `division:${division!.id}` });
}

/** Gives another name to the chosen zone, on screen. */
export async function renameZone(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: 'Naam wijzigen' }).click();
  await page.getByLabel('Naam van de zone').fill(name);
  await page.getByRole('button', { name: 'Naam bewaren' }).click();
}
