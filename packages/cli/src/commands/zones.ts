import { availableParallelism } from 'node:os';
import { criteriaOf, delineateInThreads, groundOfPlan, normSetForYear, readNorms } from '@woonzorgzones/api';
import { shapeMeasures } from '@woonzorgzones/core/geo';
import { share } from '@woonzorgzones/core/model';
import { bridgeSentence, certificateSentences, comparisonSentences, delineationSentence, formatFor, moveSentence, proposalSentence } from '@woonzorgzones/core/report';
import { compareWithDivision, fragmentationOf, movesPerZone, splitCoarseBlocks, zoneOutlines, type Delineation, type ZoneProposal } from '@woonzorgzones/core/zoning';
import { parsed } from '../arguments.ts';
import { CommandFailure } from '../command-failure.ts';
import { planOf } from '../plan-of.ts';
import { normsFolder } from '../project.ts';
import { readMunicipality } from '../read-municipality.ts';
import { textTable, type TextColumn } from '../table.ts';
import { UsageError } from '../usage-error.ts';
import { settingsFrom, zoneOptions } from '../zone-options.ts';
import { zonesFromFile } from '../zones-from-file.ts';

const verdicts = { met: 'ja', 'not-met': 'nee', 'not-judged': '–' } as const;
const { number, percent, distance } = formatFor('nl');

const columns: readonly TextColumn[] = [
  { title: 'zone', align: 'left' },
  { title: 'inwoners', align: 'right' },
  { title: 'binnen grenzen', align: 'left' },
  { title: 'één stuk', align: 'left' },
  { title: 'afgesneden', align: 'right' },
  { title: 'breedte/lengte', align: 'right' },
  { title: 'straal', align: 'right' },
  { title: 'kernen', align: 'left' },
];

/** wzz zones <dataset|manifest.json>: delineates, and prints the zones with how they meet the criteria, the other proposals, and what is certain. */
export async function zones(args: readonly string[]): Promise<number> {
  const { values, positionals } = parsed({ args: [...args], options: { json: { type: 'boolean', default: false }, from: { type: 'string' }, layer: { type: 'string' }, plan: { type: 'string' }, ...zoneOptions }, allowPositionals: true });
  const [subject] = positionals;
  if (subject === undefined || positionals.length > 1) throw new UsageError('Geef één dataset of manifest op.');
  const { hash, municipality: given } = await readMunicipality(subject);
  if (values.from !== undefined) return zonesFromFile(hash, given, { file: values.from, layer: values.layer ?? null, planName: values.plan ?? null, json: values.json });
  const settings = await settingsFrom(given, values);
  const municipality = (values.finer ? splitCoarseBlocks(given, settings.inhabitants) : null) ?? given;
  const progress = process.stderr.isTTY && !values.json;
  const drawn = await delineateInThreads(municipality, settings, null, availableParallelism(), (done, of) => {
    if (progress) process.stderr.write(`\r${percent(share(done / of))} afgebakend${done === of ? '\n' : ''}`);
  });
  if (!drawn.ok) throw new CommandFailure(delineationSentence(drawn.error, 'nl'));
  const delineation = drawn.value;
  const norms = normSetForYear(await readNorms(normsFolder), municipality.population.year);
  const plan = planOf(hash, norms.id, delineation);
  const criteria = criteriaOf(municipality, plan);
  const moves = movesPerZone(groundOfPlan(municipality, plan), plan, settings);
  const comparisons = municipality.divisions.map((division) => ({ division: division.id, name: division.name, ...compareWithDivision(municipality, plan, division) }));
  if (values.json) {
    const { graph } = groundOfPlan(municipality, plan);
    const place = new Map(plan.zones.map(({ id }, zone) => [id, zone]));
    const fragmentation = fragmentationOf(graph, municipality.blocks.map(({ id }) => place.get(plan.zoneOfBlock[id] ?? '') ?? -1), plan.zones.length);
    const shapes = zoneOutlines(municipality, plan).map(({ zone, shape }) => ({ zone, ...shapeMeasures(shape) }));
    console.log(JSON.stringify({ delineation, criteria, moves, comparisons, shapes, fragmentation }, null, 2));
    return 0;
  }
  console.log(zoneRows(delineation));
  console.log(`\n${proposalSentence(delineation, 'nl')}`);
  for (const problem of delineation.problems) console.log(`\n${delineationSentence(problem, 'nl')}`);
  for (const bridge of delineation.bridges) console.log(`\n${bridgeSentence(bridge, 'nl')}`);
  console.log(`\nAndere aantallen zones en voorstellen\n${proposalRows(delineation)}`);
  console.log(['\nZeker', ...certificateSentences(delineation.certificates, 'nl')].join('\n'));
  const told = [...new Set(moves.flatMap(({ moves: ofZone }) => ofZone.map((move) => moveSentence(move, 'nl'))))];
  if (told.length > 0) console.log(['\nWat één blok kan verbeteren', ...told].join('\n'));
  for (const comparison of comparisons) console.log([`\nNaast ${comparison.name}`, ...comparisonSentences(comparison, 'nl')].join('\n'));
  return 0;
}

function zoneRows({ zones: proposed, criteria, nuclei }: Delineation): string {
  const nucleusNames = new Map(nuclei.map(({ id, name }) => [id, name]));
  return textTable(columns, criteria.zones.map((zone, index) => [
    proposed[index]!.name,
    number(zone.inhabitants.inhabitants),
    verdicts[zone.inhabitants.verdict],
    verdicts[zone.contiguity.verdict],
    percent(zone.barriers.severedShare),
    number(zone.compactness.elongation, 2),
    distance(zone.compactness.radiusMetres),
    proposed[index]!.nuclei.map((id) => nucleusNames.get(id) ?? id).join(', '),
  ]));
}

function proposalRows({ front, alternatives }: Delineation): string {
  const row = (kind: string) => ({ zones: proposed, outOfBounds, cost, proof, criteria }: ZoneProposal): readonly string[] => [
    kind, number(proposed.length), number(outOfBounds), number(criteria.zonesMet), number(criteria.splitWijken), number(cost, 3), proof === 'not-proven' ? 'nee' : 'ja',
  ];
  return textTable(
    [
      { title: '', align: 'left' }, { title: 'zones', align: 'right' }, { title: 'buiten grenzen', align: 'right' }, { title: 'zones in orde', align: 'right' },
      { title: 'gesplitste wijken', align: 'right' }, { title: 'kost', align: 'right' }, { title: 'bewezen', align: 'left' },
    ],
    [...front.map(row('beste met dit aantal')), ...alternatives.map(row('ander voorstel'))],
  );
}
