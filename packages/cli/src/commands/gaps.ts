import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { lookedAnalysis, lookedKernen, lookedProposals, problemOf, readNorms, type PrintedPlan } from '@woonzorgzones/api';
import { parseNormSet, type NormSet, type Plan, type Result } from '@woonzorgzones/core/model';
import type { KernSheet, PlanAnalysis, Proposal } from '@woonzorgzones/core/needs';
import {
  amountDecimals, confidenceLabel, dailyServiceLabel, formatFor, gapSentence, hideSmallDifferences, normProblemSentence, proposalEffects, proposalReason, proposalSentenceOf, provenanceSentences,
  scenarioLines, untoldLines, zoneTable, zoneTableCsv,
} from '@woonzorgzones/core/report';
import { parsed } from '../arguments.ts';
import { CommandFailure } from '../command-failure.ts';
import { normsFolder } from '../project.ts';
import { readPlan } from '../read-plan.ts';
import { textTable, type TextColumn } from '../table.ts';
import { UsageError } from '../usage-error.ts';

const options = {
  scenario: { type: 'string' }, jaar: { type: 'string' }, normen: { type: 'string' }, json: { type: 'boolean', default: false }, csv: { type: 'boolean', default: false },
} as const;

/** wzz gaps <plan|plan.gpkg|manifest.json>: need, supply and what is missing per zone, the gaps, and what could be done about them. */
export async function gaps(args: readonly string[]): Promise<number> {
  const { values: { scenario = null, jaar = null, normen = null, json, csv }, positionals } = parsed({ args: [...args], options, allowPositionals: true });
  const [subject] = positionals;
  if (subject === undefined || positionals.length > 1) throw new UsageError('Geef één plan of manifest op.');
  if (json && csv) throw new UsageError('Kies --json of --csv, niet allebei.');
  if (jaar !== null && !/^\d{4}$/.test(jaar)) throw new UsageError(`--jaar verwacht een jaar, zoals 2030; “${jaar}” is dat niet.`);
  const shipped = await readNorms(normsFolder);
  const set = normen === null ? null : await askedNorms(normen, shipped);
  const asked = withNorms(await readPlan(subject), set, shipped);
  const looked = { scenario, year: jaar === null ? null : Number(jaar) };
  const { municipality, plan, norms } = asked;
  const analysis = answered(lookedAnalysis(municipality, norms, plan, looked, shipped));
  const shown = analysis.provenance.normSet.own ? norms : shipped.get(analysis.provenance.normSet.id) ?? norms;
  if (csv) {
    // What leaves the planner's screen tells of no fewer than five persons, nor of a difference of fewer.
    process.stdout.write(zoneTableCsv(hideSmallDifferences(zoneTable(analysis, shown, 'nl', 'public'), analysis), analysis, 'nl'));
    return 0;
  }
  const proposals = answered(lookedProposals(municipality, norms, plan, looked, shipped));
  const kernen = answered(lookedKernen(municipality, norms, plan, looked, shipped));
  console.log(json ? JSON.stringify({ ...analysis, kernen, proposals }, null, 2) : gapsText(analysis, shown, kernen, proposals));
  return 0;
}

/** A shipped set by its id, or an own one from its file; every problem of a file is told. */
async function askedNorms(asked: string, shipped: ReadonlyMap<string, NormSet>): Promise<NormSet> {
  const found = shipped.get(asked);
  if (found !== undefined) return found;
  if (extname(asked).toLowerCase() !== '.json') throw new UsageError(`De normenset “${asked}” bestaat niet. Kies uit ${[...shipped.keys()].join(', ')}, of geef een bestand (.json).`);
  const text = await readFile(asked, 'utf8').catch(() => {
    throw new CommandFailure(`${asked} kan niet gelezen worden. Kijk na of het bestand bestaat.`);
  });
  const read = parseNormSet(jsonOf(text, asked));
  if (!read.ok) throw new CommandFailure([`${asked} is geen bruikbare normenset:`, ...read.error.map((problem) => `- ${normProblemSentence(problem, 'nl')}`)].join('\n'));
  return read.value;
}

function jsonOf(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new CommandFailure(`${file} is geen JSON: ${(error as SyntaxError).message}`);
  }
}

/** The plan held to another set of norms: a shipped one by its name, another as its own. */
function withNorms(asked: PrintedPlan, norms: NormSet | null, shipped: ReadonlyMap<string, NormSet>): PrintedPlan {
  if (norms === null) return asked;
  const plan: { -readonly [K in keyof Plan]: Plan[K] } = { ...asked.plan, normSet: norms.id };
  // A shipped set goes before the plan’s own copy.
  if (shipped.get(norms.id) === norms) delete plan.norms;
  else plan.norms = norms;
  return { ...asked, norms, plan };
}

function answered<T>(result: Result<T, Parameters<typeof problemOf>[0]>): T {
  if (!result.ok) throw new CommandFailure(problemOf(result.error).detail);
  return result.value;
}

/** The gaps that affect most persons of 75 and older, and the proposals that answer the worst. */
const gapsShown = 10;
const proposalsShown = 10;

/** A row for each figure, a column for each zone; then gaps, kernen and proposals in words, and where it all comes from. */
function gapsText(analysis: PlanAnalysis, norms: NormSet, kernen: readonly KernSheet[], proposals: readonly Proposal[]): string {
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
  const sheets = kernen.map(({ name, level, of, services }) => {
    const far = services.filter(({ state }) => state === 'far').map(({ service }) => dailyServiceLabel(service, 'nl'));
    return `${name}: ${level} van ${of} dagelijkse diensten dichtbij${far.length === 0 ? '' : `; te ver: ${far.join(', ')}`}.`;
  });
  const advice = proposals.slice(0, proposalsShown).map((proposal) =>
    [proposalSentenceOf(proposal, 'nl'), proposalReason(proposal, 'nl'), ...proposalEffects(proposal, 'nl'), `(${confidenceLabel(proposal.confidence, 'nl')})`].join(' '));
  const left = proposals.length - advice.length;
  if (left > 0) advice.push(`… en nog ${number(left)} voorstellen (alle met --json)`);
  const against = scenarioLines(analysis, norms, 'nl', 'planner');
  const untold = untoldLines(analysis, norms, 'nl');
  return [
    table, ...(against.length === 0 ? [] : ['', ...against]), '', ...sentences, ...(sheets.length === 0 ? [] : ['', 'Kernen', ...sheets]),
    ...(advice.length === 0 ? [] : ['', 'Voorstellen, ter overweging', ...advice]), ...(untold.length === 0 ? [] : ['', 'Wat niet of niet zeker te zeggen is', ...untold]), '', ...provenanceSentences(analysis.provenance, 'nl'),
  ].join('\n');
}
