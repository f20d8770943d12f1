import type { Edit } from './edits.ts';

/** A phrase for the menu and the list of versions: "Ongedaan maken: 3 bouwblokken toegewezen". */
export interface EditLabel {
  readonly nl: string;
  readonly en: string;
}

/** What an edit did, as a phrase without capital. */
export function editLabel(edit: Edit): EditLabel {
  switch (edit.kind) {
    case 'adopt-zones': return {
      nl: `indeling met ${counted(edit.zones.length, 'zone', 'zones')} overgenomen`,
      en: `division of ${counted(edit.zones.length, 'zone', 'zones')} adopted`,
    };
    case 'assign-blocks': return blocksLabel(edit.blocks.length, edit.zone === null);
    case 'add-zone': return { nl: `zone ${edit.zone.name} toegevoegd`, en: `zone ${edit.zone.name} added` };
    case 'remove-zone': return { nl: 'zone verwijderd', en: 'zone removed' };
    case 'name-zone': return { nl: `zone hernoemd tot ${edit.name}`, en: `zone renamed ${edit.name}` };
    case 'lock-zone': return { nl: 'zone vergrendeld', en: 'zone locked' };
    case 'unlock-zone': return { nl: 'zone ontgrendeld', en: 'zone unlocked' };
    case 'merge-zones': return { nl: 'zones samengevoegd', en: 'zones merged' };
    case 'rename-plan': return { nl: `plan hernoemd tot ${edit.name}`, en: `plan renamed ${edit.name}` };
    case 'choose-norm-set': return { nl: `normenset ${edit.normSet} gekozen`, en: `norm set ${edit.normSet} chosen` };
  }
}

/** One gesture may hold several edits: blocks that changed hands are counted together, else its first edit names it. */
export function gestureLabel(edits: readonly Edit[]): EditLabel {
  const assigned = edits.filter((edit) => edit.kind === 'assign-blocks');
  const [first] = edits;
  if (!first) throw new Error('Got a gesture without edits when expected at least one.');
  if (assigned.length < edits.length) return editLabel(first);
  return blocksLabel(assigned.reduce((sum, { blocks }) => sum + blocks.length, 0), assigned.every(({ zone }) => zone === null));
}

function blocksLabel(blocks: number, released: boolean): EditLabel {
  return {
    nl: `${counted(blocks, 'bouwblok', 'bouwblokken')} ${released ? 'losgemaakt' : 'toegewezen'}`,
    en: `${counted(blocks, 'block', 'blocks')} ${released ? 'released' : 'assigned'}`,
  };
}

const counted = (count: number, one: string, more: string) => `${count} ${count === 1 ? one : more}`;
