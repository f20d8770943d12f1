import { criteriaOf } from '@woonzorgzones/api';
import { delineationSentence, formatFor } from '@woonzorgzones/core/report';
import { delineate } from '@woonzorgzones/core/zoning';
import { subjectAndJson } from '../arguments.ts';
import { CommandFailure } from '../command-failure.ts';
import { planOf } from '../plan-of.ts';
import { readMunicipality } from '../read-municipality.ts';
import { textTable, type TextColumn } from '../table.ts';

const verdicts = { met: 'ja', 'not-met': 'nee', 'not-judged': '–' } as const;

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

/** wzz zones <dataset|manifest.json>: delineates by the usual settings, and prints the zones with how they meet the criteria. */
export async function zones(args: readonly string[]): Promise<number> {
  const { subject, json } = subjectAndJson(args, 'dataset of manifest');
  const { hash, municipality } = await readMunicipality(subject);
  const drawn = delineate(municipality);
  if (!drawn.ok) throw new CommandFailure(delineationSentence(drawn.error, 'nl'));
  const delineation = drawn.value;
  const criteria = criteriaOf(municipality, planOf(hash, delineation));
  if (json) {
    console.log(JSON.stringify({ delineation, criteria }, null, 2));
    return 0;
  }
  const { number, percent, distance } = formatFor('nl');
  const nucleusNames = new Map(delineation.nuclei.map(({ id, name }) => [id, name]));
  console.log(textTable(
    columns,
    criteria.zones.map((zone, index) => {
      const { name, nuclei } = delineation.zones[index]!;
      return [
        name,
        number(zone.inhabitants.inhabitants),
        verdicts[zone.inhabitants.verdict],
        verdicts[zone.contiguity.verdict],
        percent(zone.barriers.severedShare),
        number(zone.compactness.elongation, 2),
        distance(zone.compactness.radiusMetres),
        nuclei.map((id) => nucleusNames.get(id) ?? id).join(', '),
      ];
    }),
  ));
  for (const problem of delineation.problems) console.log(`\n${delineationSentence(problem, 'nl')}`);
  return 0;
}
