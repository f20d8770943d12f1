import type { Judgement } from '../model/scenario.ts';
import type { Plan } from '../model/plan.ts';
import type { AssignGesture, Edit } from './edits.ts';
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
    case 'assign-blocks': return blocksLabel(edit.blocks.length, edit.zone === null, edit.gesture, undefined);
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
    case 'split-block': return { nl: 'bouwblok gesplitst', en: 'block split' };
    case 'join-block': return { nl: 'delen van bouwblok weer samengevoegd', en: 'parts of block joined again' };
    case 'add-scenario': return { nl: `scenario ${edit.scenario.name} toegevoegd`, en: `scenario ${edit.scenario.name} added` };
    case 'change-scenario': return { nl: `scenario ${edit.scenario.name} gewijzigd`, en: `scenario ${edit.scenario.name} changed` };
    case 'drop-scenario': return { nl: 'scenario verwijderd', en: 'scenario removed' };
    case 'choose-story': return edit.story.length === 0 ? { nl: 'verhaal weggehaald', en: 'story taken away' } : { nl: `verhaal met ${counted(edit.story.length, 'hoofdstuk', 'hoofdstukken')} overgenomen`, en: `story of ${counted(edit.story.length, 'chapter', 'chapters')} adopted` };
    case 'put-chapter': return edit.at === null ? { nl: 'hoofdstuk van het verhaal geschreven', en: 'chapter of the story written' } : { nl: 'hoofdstuk van het verhaal geplaatst', en: 'chapter of the story placed' };
    case 'drop-chapter': return { nl: 'hoofdstuk van het verhaal geschrapt', en: 'chapter of the story dropped' };
    case 'judge-proposal': return judgementLabel(edit.judgement);
    case 'choose-travel-profile': return edit.own === null ? { nl: 'eigen reisprofiel weggehaald', en: 'own travel profile taken away' } : { nl: 'eigen reisprofiel ingesteld', en: 'own travel profile set' };
    case 'choose-norm-set': return { nl: `normenset ${edit.normSet} gekozen`, en: `norm set ${edit.normSet} chosen` };
    case 'copy-norm-set': return { nl: `eigen normen: ${edit.set.name}`, en: `own norms: ${edit.set.name}` };
    case 'set-norm': return { nl: `norm gewijzigd: ${edit.norm.label.nl}`, en: `norm changed: ${edit.norm.label.en}` };
    case 'drop-norm': return { nl: `norm ${edit.norm} geschrapt`, en: `norm ${edit.norm} dropped` };
    case 'choose-need': return edit.settings === null ? { nl: 'gewone raming van de behoefte gekozen', en: 'usual estimate of need chosen' } : { nl: 'raming van de behoefte ingesteld', en: 'estimate of need set' };
    default: return facilityLabel(edit);
  }
}

function judgementLabel(judgement: Judgement | null): EditLabel {
  switch (judgement?.verdict) {
    case 'accepted': return { nl: 'voorstel aanvaard', en: 'proposal accepted' };
    case 'rejected': return { nl: 'voorstel verworpen', en: 'proposal rejected' };
    case null: return { nl: 'nota bij voorstel geschreven', en: 'note on proposal written' };
    default: return { nl: 'oordeel over voorstel weggehaald', en: 'judgement of proposal taken away' };
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

/** What a gesture is named after: the names of zones as they stand when it is done, by id. */
export type ZoneNames = ReadonlyMap<string, string>;

/**
 * What a gesture did. It may hold several edits: blocks that changed hands are counted together and named by how, a new zone
 * goes before its blocks, else the first edit names it.
 */
export function gestureLabel(edits: readonly Edit[], names: ZoneNames = new Map()): EditLabel {
  const [first] = edits;
  if (!first) throw new Error('Got a gesture without edits when expected at least one.');
  const assigned = edits.filter((edit) => edit.kind === 'assign-blocks');
  const blocks = assigned.reduce((sum, edit) => sum + edit.blocks.length, 0);
  const gesture = assigned[0]?.gesture;
  if (first.kind === 'add-zone' && edits.length > 1 && assigned.length === edits.length - 1) {
    return { nl: `nieuwe zone ${first.zone.name}: ${counted(blocks, 'bouwblok', 'bouwblokken')}`, en: `new zone ${first.zone.name}: ${counted(blocks, 'block', 'blocks')}` };
  }
  if (assigned.length < edits.length) return editLabel(first);
  const targets = [...new Set(assigned.map(({ zone }) => zone))];
  const target = targets.length === 1 ? targets[0]! : null;
  return gesture === undefined || gesture === 'painted'
    ? blocksLabel(blocks, assigned.every(({ zone }) => zone === null), gesture, target === null ? undefined : names.get(target))
    : doneBy[gesture];
}

const doneBy: Readonly<Record<Exclude<AssignGesture, 'painted'>, EditLabel>> = {
  'border-moved': { nl: 'grens verlegd', en: 'border moved' },
  repaired: { nl: 'herstelvoorstel aanvaard', en: 'repair accepted' },
  rebalanced: { nl: 'buurt van de laatste streek hersteld', en: 'surroundings of the last stroke rebalanced' },
};

function blocksLabel(blocks: number, released: boolean, gesture: AssignGesture | undefined, zone: string | undefined): EditLabel {
  const [nl, en] = [counted(blocks, 'bouwblok', 'bouwblokken'), counted(blocks, 'block', 'blocks')];
  if (gesture === 'painted') {
    if (released) return { nl: `gewist: ${nl}`, en: `erased: ${en}` };
    return zone === undefined ? { nl: `geverfd: ${nl}`, en: `painted: ${en}` } : { nl: `geverfd: ${nl} naar ${zone}`, en: `painted: ${en} to ${zone}` };
  }
  return { nl: `${nl} ${released ? 'losgemaakt' : 'toegewezen'}`, en: `${en} ${released ? 'released' : 'assigned'}` };
}

/** The names of zones after these edits; of a plan and its log, the names at every line. */
export function namesAfter(names: ZoneNames, edits: readonly Edit[]): ZoneNames {
  const after = new Map(names);
  for (const edit of edits) {
    if (edit.kind === 'add-zone') after.set(edit.zone.id, edit.zone.name.trim());
    else if (edit.kind === 'name-zone') after.set(edit.zone, edit.name.trim());
    else if (edit.kind === 'adopt-zones') for (const { id, name } of edit.zones) after.set(id, name.trim());
  }
  return after;
}

export const zoneNamesOf = ({ zones }: Pick<Plan, 'zones'>): ZoneNames => new Map(zones.map(({ id, name }) => [id, name]));

const counted = (count: number, one: string, more: string) => `${count} ${count === 1 ? one : more}`;
