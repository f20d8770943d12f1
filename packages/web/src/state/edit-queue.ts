import type { Edit } from '@woonzorgzones/core/edit';

/** One gesture to be written to a plan. */
export type Write = { readonly kind: 'edits'; readonly edits: readonly Edit[] } | { readonly kind: 'undo' } | { readonly kind: 'redo' };

export type SaveState =
  /** Everything shown is kept; since when, or null when nothing was changed in this visit. */
  | { readonly kind: 'saved'; readonly at: Date | null }
  | { readonly kind: 'saving'; readonly waiting: number }
  /** The server gives no answer: what waits is tried again. */
  | { readonly kind: 'unreached'; readonly waiting: number }
  /** Somebody else changed the plan meanwhile: what waits is held until the planner chooses. */
  | { readonly kind: 'conflict'; readonly waiting: number; readonly myVersion: number; readonly theirVersion: number };

/** How a write came back. */
export type Outcome<Plan> =
  | { readonly kind: 'kept'; readonly plan: Plan; readonly version: number }
  | { readonly kind: 'refused'; readonly reason: unknown }
  | { readonly kind: 'unreached' }
  | { readonly kind: 'conflict'; readonly theirVersion: number };

interface Doors<Plan> {
  /** Writes one gesture on top of a version. */
  readonly send: (write: Write, version: number) => Promise<Outcome<Plan>>;
  readonly onPlan: (plan: Plan) => void;
  readonly onSaveState: (state: SaveState) => void;
  readonly onRefused: (reason: unknown) => void;
  readonly wait: (milliseconds: number) => Promise<void>;
  readonly now: () => Date;
}

export interface EditQueue {
  /** Adds a gesture behind those that wait. */
  add(write: Write): void;
  /** After a conflict: put what waits on top of the other's version. */
  keepMine(): void;
  /** After a conflict: drop what waits. */
  keepTheirs(): void;
}

const retryAfterMs = 3_000;

/**
 * Writes gestures one at a time and in order, each on the version the one before it made, and says at any moment what is not
 * kept yet. A gesture leaves the queue only when the server has kept or refused it.
 */
export function openEditQueue<Plan>(firstVersion: number, doors: Doors<Plan>): EditQueue {
  const waiting: Write[] = [];
  let version = firstVersion;
  let running = false;
  let conflict: { readonly theirVersion: number } | null = null;

  const sayConflict = (theirVersion: number): void =>
    doors.onSaveState({ kind: 'conflict', waiting: waiting.length, myVersion: version, theirVersion });

  const run = async (): Promise<void> => {
    if (conflict !== null) sayConflict(conflict.theirVersion);
    if (running || conflict !== null) return;
    running = true;
    while (waiting.length > 0) {
      doors.onSaveState({ kind: 'saving', waiting: waiting.length });
      const outcome = await doors.send(waiting[0]!, version);
      if (outcome.kind === 'unreached') {
        doors.onSaveState({ kind: 'unreached', waiting: waiting.length });
        await doors.wait(retryAfterMs);
        continue;
      }
      if (outcome.kind === 'conflict') {
        conflict = outcome;
        sayConflict(outcome.theirVersion);
        break;
      }
      waiting.shift();
      if (outcome.kind === 'kept') {
        version = outcome.version;
        doors.onPlan(outcome.plan);
      } else doors.onRefused(outcome.reason);
    }
    running = false;
    if (conflict === null) doors.onSaveState({ kind: 'saved', at: doors.now() });
  };

  return {
    add(write) {
      waiting.push(write);
      void run();
    },
    keepMine() {
      if (conflict === null) return;
      version = conflict.theirVersion;
      conflict = null;
      void run();
    },
    keepTheirs() {
      if (conflict === null) return;
      version = conflict.theirVersion;
      conflict = null;
      waiting.length = 0;
      doors.onSaveState({ kind: 'saved', at: null });
    },
  };
}
