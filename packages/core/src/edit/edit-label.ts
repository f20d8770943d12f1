import type { Edit } from './edits.ts';
import type { FacilityEdit } from './facility-edits.ts';

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
    case 'choose-delineation': return { nl: 'instellingen van de afbakening gekozen', en: 'delineation settings chosen' };
    case 'add-nucleus': return { nl: `kern ${edit.name} toegevoegd`, en: `kern ${edit.name} added` };
    case 'drop-nucleus': return { nl: 'kern geschrapt', en: 'kern dropped' };
    case 'restore-nucleus': return { nl: 'geschrapte kern teruggezet', en: 'dropped kern restored' };
    case 'move-nucleus': return edit.place === null ? { nl: 'kern teruggezet op haar plaats', en: 'kern put back in its place' } : { nl: 'kern verplaatst', en: 'kern moved' };
    case 'name-nucleus': return edit.name === null ? { nl: 'eigen naam van kern weggehaald', en: 'own name of kern taken away' } : { nl: `kern hernoemd tot ${edit.name}`, en: `kern renamed ${edit.name}` };
    case 'choose-norm-set': return { nl: `normenset ${edit.normSet} gekozen`, en: `norm set ${edit.normSet} chosen` };
    default: return facilityLabel(edit);
  }
}

/** Without the names of facilities: an edit knows them by their id alone. */
function facilityLabel(edit: FacilityEdit): EditLabel {
  switch (edit.kind) {
    case 'add-facility': return { nl: `voorziening ${edit.facility.name} toegevoegd`, en: `facility ${edit.facility.name} added` };
    case 'remove-facility': return { nl: 'toegevoegde voorziening verwijderd', en: 'added facility removed' };
    case 'change-facility': return { nl: 'voorziening gewijzigd', en: 'facility changed' };
    case 'move-facility': return { nl: 'voorziening verplaatst', en: 'facility moved' };
    case 'close-facility': return { nl: `voorziening gesloten vanaf ${edit.on}`, en: `facility closed from ${edit.on}` };
    case 'reopen-facility': return { nl: 'voorziening heropend', en: 'facility reopened' };
    case 'restore-facility': return edit.override === null
      ? { nl: 'voorziening teruggezet zoals ze gegeven is', en: 'facility put back as it was given' }
      : { nl: 'voorziening teruggezet', en: 'facility put back' };
    case 'merge-facilities': return { nl: 'twee voorzieningen samengevoegd', en: 'two facilities merged' };
    case 'split-facility': return { nl: 'samengevoegde voorziening weer apart gezet', en: 'merged facility set apart again' };
    case 'keep-apart': return { nl: 'twee voorzieningen apart gehouden', en: 'two facilities kept apart' };
    case 'forget-apart': return { nl: 'twee voorzieningen opnieuw te bekijken', en: 'two facilities to be looked at again' };
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
