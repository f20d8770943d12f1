import type { Edit } from '@woonzorgzones/core/edit';

/** One act to be written to a plan: a gesture, or so many steps back or forth. */
export type Write =
  | { readonly kind: 'edits'; readonly edits: readonly Edit[] }
  | { readonly kind: 'undo' | 'redo'; readonly steps?: number };

/** A write that is not kept by the server yet. */
export interface WaitingWrite {
  readonly write: Write;
  /** By which the server knows it when it comes a second time. */
  readonly gesture: string;
  /** When it was made, ISO 8601. */
  readonly at: string;
}

/** Why the server does not keep what is sent, though nothing is wrong with it. */
export type Hindrance = 'no-answer' | 'disk-full' | 'server-fault';

export type SaveState =
  /** Everything shown is kept; since when, or null when nothing was changed in this visit. */
  | { readonly kind: 'saved'; readonly at: Date | null }
  | { readonly kind: 'saving'; readonly waiting: number }
  /** What waits is tried again. */
  | { readonly kind: 'unreached'; readonly waiting: number; readonly because: Hindrance }
  /** Somebody else changed the plan meanwhile: what waits is held until the planner chooses. */
  | { readonly kind: 'conflict'; readonly waiting: number; readonly myVersion: number; readonly theirVersion: number };

/** How a write came back. */
export type Outcome<Plan> =
  | { readonly kind: 'kept'; readonly plan: Plan; readonly version: number }
  | { readonly kind: 'refused'; readonly reason: unknown }
  | { readonly kind: 'unreached'; readonly because: Hindrance }
  | { readonly kind: 'conflict'; readonly theirVersion: number };

interface Doors<Plan> {
  /** Writes one act on top of a version. */
  readonly send: (write: WaitingWrite, version: number) => Promise<Outcome<Plan>>;
  readonly onPlan: (plan: Plan) => void;
  /** What is not kept by the server, and the version it was made on; said before anything is sent. */
  readonly onWaiting: (waiting: readonly WaitingWrite[], version: number) => void;
  readonly onSaveState: (state: SaveState) => void;
  readonly onRefused: (reason: unknown, write: WaitingWrite) => void;
  /** Resolves after so long, or sooner when there is reason to try again. */
  readonly wait: (milliseconds: number) => Promise<void>;
  readonly now: () => Date;
  readonly newGesture: () => string;
}

/** How many lines of the log a write makes at most. */
const stepsOf = (write: Write): number => (write.kind === 'edits' ? 1 : (write.steps ?? 1));

/**
 * What waits without the steps back and forth over some acts; `null` stands for the acts before all that waits. A step goes
 * by its turn: without the act it was made over it would take back another.
 */
function withoutStepsOver(waiting: readonly WaitingWrite[], isGone: (act: WaitingWrite | null) => boolean): readonly WaitingWrite[] {
  const done: WaitingWrite[] = [];
  const undone: (WaitingWrite | null)[] = [];
  return waiting.flatMap((act) => {
    const { write } = act;
    if (write.kind === 'edits') {
      done.push(act);
      undone.length = 0;
      return [act];
    }
    let steps = 0;
    for (let step = 0; step < stepsOf(write); step++) {
      const over = (write.kind === 'undo' ? done.pop() : undone.pop()) ?? null;
      if (write.kind === 'undo') undone.push(over);
      else if (over !== null) done.push(over);
      if (!isGone(over)) steps += 1;
    }
    return steps === 0 ? [] : [{ ...act, write: { ...write, steps } }];
  });
}

/** What can be put on top of another version: a step to before what waits would take back there what another did. */
export const carriedOver = (waiting: readonly WaitingWrite[]): readonly WaitingWrite[] => withoutStepsOver(waiting, (act) => act === null);

/** How many steps back and forth what waits has, in all. */
export const stepsBackAndForth = (waiting: readonly WaitingWrite[]): number =>
  waiting.reduce((sum, { write }) => sum + (write.kind === 'edits' ? 0 : stepsOf(write)), 0);

export interface EditQueue {
  /** Adds an act behind those that wait. */
  add(write: Write): void;
  /** Takes up what was left behind on a version, when nothing else waits; false when something does. */
  resume(waiting: readonly WaitingWrite[], version: number): boolean;
  /** After a conflict: put what waits on top of the other's version, as far as it can be. */
  keepMine(): void;
  /** Lets what waits go; the next act goes on top of this version. */
  letGo(onVersion: number): void;
  /** What was loaded meanwhile is newer: where nothing waits, the next act goes on top of that. */
  catchUp(onVersion: number): void;
}

const retryAfterMs = 3_000;

/**
 * Writes acts one at a time and in order, each on the version the one before it made, and says at any moment what is not
 * kept yet. An act leaves the queue only when the server has kept or refused it, or the planner lets it go.
 */
export function openEditQueue<Plan>(firstVersion: number, doors: Doors<Plan>): EditQueue {
  let waiting: readonly WaitingWrite[] = [];
  let version = firstVersion;
  let running = false;
  let conflict: { readonly theirVersion: number } | null = null;

  const say = (state: SaveState): void => doors.onSaveState(state);
  const hold = (next: readonly WaitingWrite[]): void => {
    waiting = next;
    doors.onWaiting(waiting, version);
  };
  const clash = (theirVersion: number): void => {
    conflict = { theirVersion };
    say({ kind: 'conflict', waiting: waiting.length, myVersion: version, theirVersion });
  };

  const isHeld = (): boolean => conflict !== null;

  const run = async (): Promise<void> => {
    if (conflict !== null) clash(conflict.theirVersion);
    if (running || conflict !== null) return;
    running = true;
    let hindrance: Hindrance | null = null;
    for (let head = waiting[0]; head !== undefined && !isHeld(); head = waiting[0]) {
      // Trying again is no news: who reads why nothing is kept goes on reading.
      say(hindrance === null ? { kind: 'saving', waiting: waiting.length } : { kind: 'unreached', waiting: waiting.length, because: hindrance });
      const outcome = await doors.send(head, version);
      hindrance = outcome.kind === 'unreached' ? outcome.because : null;
      if (outcome.kind === 'unreached') {
        if (waiting.length > 0) say({ kind: 'unreached', waiting: waiting.length, because: outcome.because });
        await doors.wait(retryAfterMs);
        continue;
      }
      if (outcome.kind === 'conflict') {
        if (waiting.length > 0) clash(outcome.theirVersion);
        continue;
      }
      const next = version + stepsOf(head.write);
      const left = outcome.kind === 'refused' ? withoutStepsOver(waiting, (act) => act === head) : waiting;
      const rest = waiting[0] === head ? left.slice(1) : waiting;
      // The answer to a write that came a second time tells what others wrote since: what still waits knows nothing of it.
      const isForeign = outcome.kind === 'kept' && outcome.version > next && rest.length > 0;
      version = outcome.kind === 'kept' ? (isForeign ? next : outcome.version) : version;
      hold(rest);
      if (outcome.kind === 'kept') doors.onPlan(outcome.plan);
      else doors.onRefused(outcome.reason, head);
      if (outcome.kind === 'kept' && isForeign) clash(outcome.version);
    }
    running = false;
    if (!isHeld()) say({ kind: 'saved', at: doors.now() });
  };

  return {
    add(write) {
      hold([...waiting, { write, gesture: doors.newGesture(), at: doors.now().toISOString() }]);
      void run();
    },
    resume(left, onVersion) {
      if (waiting.length > 0 || running) return false;
      version = onVersion;
      hold(left);
      void run();
      return true;
    },
    keepMine() {
      if (conflict === null) return;
      version = conflict.theirVersion;
      conflict = null;
      hold(carriedOver(waiting));
      void run();
    },
    letGo(onVersion) {
      version = onVersion;
      conflict = null;
      hold([]);
      say({ kind: 'saved', at: null });
    },
    catchUp(onVersion) {
      if (waiting.length === 0 && !running) version = Math.max(version, onVersion);
    },
  };
}
