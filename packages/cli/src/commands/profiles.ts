import { openProfiles } from '@woonzorgzones/api';
import { roleWords } from '@woonzorgzones/core/report';
import { parsed } from '../arguments.ts';
import { openProjectStore } from '../open.ts';
import { profilesFolder } from '../project.ts';
import { textTable, type TextColumn } from '../table.ts';

const columns: readonly TextColumn[] = [
  { title: 'profiel', align: 'left' },
  { title: 'voor', align: 'left' },
  { title: 'bestanden', align: 'left' },
  { title: 'naam', align: 'left' },
  { title: 'van', align: 'left' },
];

/** wzz profielen: the profiles files are recognised by, shipped and own. */
export async function profiles(args: readonly string[]): Promise<number> {
  const { values } = parsed({ args: [...args], options: { json: { type: 'boolean', default: false } } });
  const store = await openProjectStore();
  try {
    const known = await (await openProfiles(profilesFolder, store)).all();
    console.log(values.json
      ? JSON.stringify(known.map(({ profile, own }) => ({ ...profile, own })), null, 2)
      : textTable(columns, known.map(({ profile: { id, name, mapping, recognise }, own }) => [id, roleWords(mapping.role, 'nl'), recognise.formats.join(' '), name, own ? 'hier bewaard' : 'meegeleverd'])));
    return 0;
  } finally {
    await store.close();
  }
}
