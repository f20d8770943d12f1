import { analysisOf, normSetForYear, readNorms } from '@woonzorgzones/api';
import { normSetOf, type NormSet } from '@woonzorgzones/core/model';
import type { PlanAnalysis } from '@woonzorgzones/core/needs';
import { amountDecimals, delineationSentence, formatFor, gapSentence, provenanceSentences, zoneTable } from '@woonzorgzones/core/report';
import { delineate } from '@woonzorgzones/core/zoning';
import { subjectAndJson } from '../arguments.ts';
import { CommandFailure } from '../command-failure.ts';
import { openProjectServices } from '../open.ts';
import { planOf } from '../plan-of.ts';
import { normsFolder } from '../project.ts';
import { readMunicipality } from '../read-municipality.ts';
import { textTable, type TextColumn } from '../table.ts';

interface Analysed {
  readonly analysis: PlanAnalysis;
  readonly norms: NormSet;
}

const planForm = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** wzz gaps <plan|manifest.json>: need, supply and what is missing, per zone. */
export async function gaps(args: readonly string[]): Promise<number> {
  const { subject, json } = subjectAndJson(args, 'plan of manifest');
  const { analysis, norms } = planForm.test(subject) ? await ofPlan(subject) : await ofManifest(subject);
  console.log(json ? JSON.stringify(analysis, null, 2) : gapsText(analysis, norms));
  return 0;
}

async function ofPlan(id: string): Promise<Analysed> {
  const services = await openProjectServices();
  try {
    const opened = await services.plans.open(id);
    if (!opened.ok) throw new CommandFailure(`Er is geen plan ${id}.`);
    const { plan } = opened.value.history;
    const municipality = await services.datasets.municipality(plan.dataset);
    const norms = normSetOf(plan, services.norms);
    if (!municipality || !norms) throw new CommandFailure(`Van plan ${id} ontbreken de gegevens of de normen.`);
    return { analysis: analysisOf(municipality, norms, plan), norms };
  } finally {
    await services.close();
  }
}

async function ofManifest(path: string): Promise<Analysed> {
  const { hash, municipality } = await readMunicipality(path);
  const drawn = delineate(municipality);
  if (!drawn.ok) throw new CommandFailure(delineationSentence(drawn.error, 'nl'));
  const norms = normSetForYear(await readNorms(normsFolder), municipality.population.year);
  return { analysis: analysisOf(municipality, norms, planOf(hash, norms.id, drawn.value)), norms };
}

/** The gaps that affect most persons of 75 and older. */
const gapsShown = 10;

/** A row for each figure, a column for each zone; then the largest gaps in words, and where it all comes from. */
function gapsText(analysis: PlanAnalysis, norms: NormSet): string {
  const { count, countPercent, number } = formatFor('nl');
  const { columns, rows } = zoneTable(analysis, norms, 'nl', 'planner');
  const table = textTable(
    [{ title: '', align: 'left' }, ...rows.map(({ name }): TextColumn => ({ title: name, align: 'right' }))],
    columns.map(({ label, form, unit, year }, index) => [
      `${label} (${unit}, ${year})`,
      ...rows.map(({ cells }) => {
        const cell = cells[index]!;
        return form === 'share' ? countPercent(cell, 1) : count(cell, cell.kind === 'known' ? amountDecimals(cell.value) : 0);
      }),
    ]),
  );
  const zoneNames = new Map(analysis.zones.map(({ zone, name }) => [zone, name]));
  const normOf = new Map(norms.norms.map((norm) => [norm.id, norm]));
  const sentences = analysis.gaps.slice(0, gapsShown).map((gap) => gapSentence(gap, gap.zone === null ? 'Nog niet toegewezen' : zoneNames.get(gap.zone)!, normOf.get(gap.norm), 'nl'));
  const more = analysis.gaps.length - sentences.length;
  if (more > 0) sentences.push(`… en nog ${number(more)} leemten (alle met --json)`);
  return [table, '', ...sentences, '', ...provenanceSentences(analysis.provenance, 'nl')].join('\n');
}
