import { basename, dirname } from 'node:path';
import { divisionPreview, normSetForYear } from '@woonzorgzones/api';
import type { Edit } from '@woonzorgzones/core/edit';
import { share, type Municipality } from '@woonzorgzones/core/model';
import { apiSentence, divisionRowSentences, formatFor, importProblemSentence } from '@woonzorgzones/core/report';
import { openFolder, readDivision, type DivisionFileProblem } from '@woonzorgzones/files';
import { CommandFailure } from './command-failure.ts';
import { openProjectServices } from './open.ts';
import { textTable } from './table.ts';

const { number, percent } = formatFor('nl');

export interface ZonesFromFile {
  readonly file: string;
  /** Null takes the likeliest. */
  readonly layer: string | null;
  /** Keeps the zones as a new plan of this name; null keeps nothing. */
  readonly planName: string | null;
  readonly json: boolean;
}

/** Reads the zones of a file with a verdict on every row, and keeps them as a plan where that is asked. */
export async function zonesFromFile(hash: string, municipality: Municipality, { file, layer, planName, json }: ZonesFromFile): Promise<number> {
  const read = await readDivision(basename(file), openFolder(dirname(file)), new Set(municipality.blocks.map(({ id }) => id)), layer);
  if (!read.ok) throw new CommandFailure(sentenceOf(read.error, file, layer));
  const preview = divisionPreview(municipality, null, read.value);
  const plan = planName === null ? null : await keep(hash, municipality.population.year, planName, preview.edit);
  if (json) {
    console.log(JSON.stringify({ ...preview, plan }, null, 2));
    return 0;
  }
  console.log(textTable(
    [{ title: 'zone', align: 'left' }, { title: 'bouwblokken', align: 'right' }, { title: 'inwoners', align: 'right' }],
    [...preview.zones, { name: 'nog niet toegewezen', ...preview.unassigned }].map(({ name, blocks, inhabitants }) => [name, number(blocks), number(inhabitants)]),
  ));
  for (const { zones, areaM2 } of preview.overlaps) console.log(`\n${zones.join(' en ')} liggen over elkaar (${number(areaM2 / 10_000, 1)} ha).`);
  if (preview.cut.length > 0) {
    console.log(`\n${number(preview.cut.length)} doorsneden bouwblokken`);
    for (const { name, zone, shares } of preview.cut) {
      console.log(`${name} → ${zone ?? 'geen zone'}: ${shares.map((part) => `${part.zone ?? 'geen zone'} ${percent(share(part.share))}`).join(', ')}`);
    }
  }
  if (preview.refused.length > 0) {
    console.log(`\n${number(preview.refused.length)} regels niet overgenomen`);
    for (const { place, value, reason } of preview.refused) {
      const said = divisionRowSentences(reason, 'nl');
      console.log(`regel ${place.line ?? place.feature ?? '?'} (${value}): ${said.reason} ${said.remedy}`);
    }
  }
  if (plan !== null) console.log(`\nBewaard als plan ${plan}.`);
  return 0;
}

async function keep(hash: string, year: number, name: string, edit: Edit): Promise<string> {
  const services = await openProjectServices();
  try {
    if (await services.store.dataset(hash) === null) throw new CommandFailure('Lees de gemeente eerst in (wzz import): een plan hoort bij gegevens die bewaard zijn.');
    const made = await services.plans.create({ dataset: hash, normSet: normSetForYear(services.norms, year).id, name, zones: [], zoneOfBlock: {} }, [edit]);
    if (!made.ok) throw new CommandFailure(`Het plan kon niet gemaakt worden (${made.error.code}).`);
    return made.value.id;
  } finally {
    await services.close();
  }
}

function sentenceOf(problem: DivisionFileProblem, file: string, layer: string | null): string {
  switch (problem.kind) {
    case 'file': return importProblemSentence({ ...problem.problem, file }, 'nl');
    case 'no-zones-in-file': return apiSentence({ code: 'no-zones-in-file', file, columns: problem.columns }, 'nl');
    case 'no-such-layer': return apiSentence({ code: 'no-such-layer', layer: layer ?? '', layers: problem.layers.map((name) => name ?? file) }, 'nl');
  }
}
