import { ok, type Result } from '@woonzorgzones/core/model';
import { planGround } from './plan-ground.ts';
import type { PrintedPlan } from './plan-sheet.ts';
import { normsOfPlan } from './norms.ts';
import type { Failure } from './problem.ts';
import type { Services } from './services.ts';

/** A kept plan with all that print and export ask for. */
export async function printedPlan(services: Services, id: string): Promise<Result<PrintedPlan, Failure>> {
  const { norms } = services;
  const ground = await planGround(services, id);
  if (!ground.ok) return ground;
  const { municipality, plan, version } = ground.value;
  const normSet = normsOfPlan(norms, plan);
  if (!normSet.ok) return normSet;
  return ok({ municipality, plan, version, norms: normSet.value });
}

/** A name for a file that any system takes. */
export const fileName = (name: string, ending: string): string => `${name.normalize('NFKD').replace(/[^A-Za-z0-9]+/g, '-').replace(/^-+|-+$/g, '').toLowerCase() || 'plan'}.${ending}`;

/** Today, as it stands on what is printed. */
export const today = (): string => new Date().toISOString().slice(0, 10);
