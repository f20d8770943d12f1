import { readFile } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import { normSetForYear, planInFile, problemOf, readNorms, type PrintedPlan } from '@woonzorgzones/api';
import { normSetOf } from '@woonzorgzones/core/model';
import { delineationSentence } from '@woonzorgzones/core/report';
import { blocksOf, delineate } from '@woonzorgzones/core/zoning';
import { CommandFailure } from './command-failure.ts';
import { openProjectServices } from './open.ts';
import { planOf } from './plan-of.ts';
import { normsFolder } from './project.ts';
import { readMunicipality } from './read-municipality.ts';

const planForm = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The plan a command names: one that is kept, by its id; one in a plan file; or the engine's own on a dataset or manifest, not kept, at version 0. */
export const readPlan = (subject: string): Promise<PrintedPlan> =>
  (planForm.test(subject) ? keptPlan(subject) : extname(subject).toLowerCase() === '.gpkg' ? filedPlan(subject) : proposedPlan(subject));

/** The plan in a file, on its own dataset, which has to be here; nothing is kept. */
async function filedPlan(path: string): Promise<PrintedPlan> {
  const file = basename(path);
  const bytes = await readFile(path).catch(() => {
    throw new CommandFailure(`${path} kan niet gelezen worden. Kijk na of het bestand bestaat.`);
  });
  const services = await openProjectServices();
  try {
    const found = await planInFile(services, file, bytes);
    if (!found.ok) throw new CommandFailure(problemOf(found.error).detail);
    const { municipality, plan, version } = found.value;
    const norms = normSetOf(plan, services.norms);
    if (!norms) throw new CommandFailure(`De normen van het plan in ${file} zijn hier niet.`);
    return { municipality: blocksOf(municipality, plan), plan, version, norms };
  } finally {
    await services.close();
  }
}

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
