import { normSetForYear, readNorms, type PrintedPlan } from '@woonzorgzones/api';
import { normSetOf } from '@woonzorgzones/core/model';
import { delineationSentence } from '@woonzorgzones/core/report';
import { blocksOf, delineate } from '@woonzorgzones/core/zoning';
import { CommandFailure } from './command-failure.ts';
import { openProjectServices } from './open.ts';
import { planOf } from './plan-of.ts';
import { normsFolder } from './project.ts';
import { readMunicipality } from './read-municipality.ts';

const planForm = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The plan a command names: one that is kept, by its id; or the engine's own on a dataset or manifest, not kept, at version 0. */
export const readPlan = (subject: string): Promise<PrintedPlan> => (planForm.test(subject) ? keptPlan(subject) : proposedPlan(subject));

async function keptPlan(id: string): Promise<PrintedPlan> {
  const services = await openProjectServices();
  try {
    const opened = await services.plans.open(id);
    if (!opened.ok) throw new CommandFailure(`Er is geen plan ${id}.`);
    const { plan, entries } = opened.value.history;
    const municipality = await services.datasets.municipality(plan.dataset);
    const norms = normSetOf(plan, services.norms);
    if (!municipality || !norms) throw new CommandFailure(`Van plan ${id} ontbreken de gegevens of de normen.`);
    return { municipality: blocksOf(municipality, plan), plan, version: entries.length, norms };
  } finally {
    await services.close();
  }
}

async function proposedPlan(subject: string): Promise<PrintedPlan> {
  const { hash, municipality } = await readMunicipality(subject);
  const drawn = delineate(municipality);
  if (!drawn.ok) throw new CommandFailure(delineationSentence(drawn.error, 'nl'));
  const norms = normSetForYear(await readNorms(normsFolder), municipality.population.year);
  return { municipality, plan: { ...planOf(hash, norms.id, drawn.value), name: 'Voorstel' }, version: 0, norms };
}
