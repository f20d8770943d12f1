import { expect, test } from 'vitest';
import { openEditQueue, type Outcome, type SaveState, type WaitingWrite, type Write } from './edit-queue.ts';

const rename = (name: string): Write => ({ kind: 'edits', edits: [{ kind: 'rename-plan', name }] });
const nameIn = ({ write }: WaitingWrite): string => (write.kind === 'edits' && write.edits[0]?.kind === 'rename-plan' ? write.edits[0].name : write.kind);

/** A plan that is the list of names it was given, on a server that answers from a script, else keeps. */
function desk(script: readonly Outcome<readonly string[]>[] = []) {
  const sent: string[] = [];
  const states: SaveState[] = [];
  const refused: unknown[] = [];
  const waiting: string[] = [];
  let plan: readonly string[] = [];
  let version = 7;
  let gestures = 0;
  const answers = [...script];
  const queue = openEditQueue<readonly string[]>(version, {
    send: async (write, onVersion) => {
      await Promise.resolve();
      sent.push(`${nameIn(write)} on ${onVersion}`);
      const answer = answers.shift();
      if (answer !== undefined) return answer;
      version = onVersion + 1;
      return { kind: 'kept', plan: [...plan, nameIn(write)], version };
    },
    onPlan: (next) => (plan = next),
    onWaiting: (left, onVersion) => waiting.push(`${left.map(nameIn).join('+')} on ${onVersion}`),
    onSaveState: (state) => states.push(state),
    onRefused: (reason) => refused.push(reason),
    wait: () => Promise.resolve(),
    now: () => new Date(0),
    newGesture: () => `g${(gestures += 1)}`,
  });
  const settled = async () => {
    for (let i = 0; i < 50; i += 1) await Promise.resolve();
  };
  return { queue, sent, states, refused, waiting, settled, plan: () => plan };
}

test('gestures are written in order, each on the version the one before it made', async () => {
  const { queue, sent, states, settled, plan } = desk();
  queue.add(rename('a'));
  queue.add(rename('b'));
  queue.add({ kind: 'undo' });
  await settled();
  expect(sent).toEqual(['a on 7', 'b on 8', 'undo on 9']);
  expect(plan()).toEqual(['a', 'b', 'undo']);
  expect(states.at(-1)).toEqual({ kind: 'saved', at: new Date(0) });
});

test('what is not kept is told before it is sent and until it is kept', async () => {
  const { queue, sent, waiting, settled } = desk();
  queue.add(rename('a'));
  expect(waiting).toEqual(['a on 7']);
  expect(sent).toEqual([]);
  queue.add(rename('b'));
  await settled();
  expect(waiting).toEqual(['a on 7', 'a+b on 7', 'b on 8', ' on 9']);
});

test('a lost connection loses no gesture and says so meanwhile', async () => {
  const { queue, sent, states, settled } = desk([{ kind: 'unreached', because: 'no-answer' }, { kind: 'unreached', because: 'disk-full' }]);
  queue.add(rename('a'));
  await settled();
  expect(sent).toEqual(['a on 7', 'a on 7', 'a on 7']);
  expect(states).toContainEqual({ kind: 'unreached', waiting: 1, because: 'no-answer' });
  expect(states).toContainEqual({ kind: 'unreached', waiting: 1, because: 'disk-full' });
  // Trying again does not say that it is saving meanwhile: who reads why nothing is kept would lose it from under their eyes.
  expect(states.map(({ kind }) => kind).lastIndexOf('saving')).toBe(0);
  expect(states.at(-1)?.kind).toBe('saved');
});

test('a refused gesture is told and the next goes on', async () => {
  const { queue, refused, sent, settled } = desk([{ kind: 'refused', reason: 'locked' }]);
  queue.add(rename('a'));
  queue.add(rename('b'));
  await settled();
  expect(refused).toEqual(['locked']);
  expect(sent).toEqual(['a on 7', 'b on 7']);
});

test('a conflict holds what waits until the planner chooses mine', async () => {
  const { queue, sent, states, settled } = desk([{ kind: 'conflict', theirVersion: 12 }]);
  queue.add(rename('a'));
  await settled();
  queue.add(rename('b'));
  await settled();
  expect(sent).toEqual(['a on 7']);
  expect(states.at(-1)).toEqual({ kind: 'conflict', waiting: 2, myVersion: 7, theirVersion: 12 });
  queue.keepMine();
  await settled();
  expect(sent).toEqual(['a on 7', 'a on 12', 'b on 13']);
});

test('a conflict resolved by letting go goes on from the version that was loaded', async () => {
  const { queue, sent, waiting, settled } = desk([{ kind: 'conflict', theirVersion: 12 }]);
  queue.add(rename('a'));
  await settled();
  queue.letGo(13);
  expect(waiting.at(-1)).toBe(' on 13');
  queue.add(rename('b'));
  await settled();
  expect(sent).toEqual(['a on 7', 'b on 13']);
});

test('on top of the work of another a step back takes back what waits, never what the other did', async () => {
  const { queue, sent, settled } = desk([{ kind: 'conflict', theirVersion: 12 }]);
  queue.add({ kind: 'undo' });
  queue.add(rename('a'));
  queue.add(rename('b'));
  queue.add({ kind: 'undo', steps: 3 });
  queue.add({ kind: 'redo', steps: 2 });
  await settled();
  queue.keepMine();
  await settled();
  // The first step back, and the third of the three, were over acts before all that waited; so is the first step forth.
  expect(sent).toEqual(['undo on 7', 'a on 12', 'b on 13', 'undo on 14', 'redo on 15']);
});

test('what only went back is nothing on top of the work of another', async () => {
  const { queue, sent, states, settled } = desk([{ kind: 'conflict', theirVersion: 12 }]);
  queue.add({ kind: 'undo' });
  await settled();
  queue.keepMine();
  await settled();
  expect(sent).toEqual(['undo on 7']);
  expect(states.at(-1)?.kind).toBe('saved');
});

test('the step back over a refused gesture goes with it', async () => {
  const { queue, sent, settled } = desk([{ kind: 'refused', reason: 'locked' }]);
  queue.add(rename('a'));
  queue.add({ kind: 'undo' });
  queue.add(rename('b'));
  await settled();
  expect(sent).toEqual(['a on 7', 'b on 7']);
});

test('where nothing waits, what was loaded meanwhile is what the next act goes on top of', async () => {
  const { queue, sent, settled } = desk();
  queue.catchUp(9);
  queue.catchUp(8);
  queue.add(rename('a'));
  queue.catchUp(20);
  await settled();
  expect(sent).toEqual(['a on 9']);
});

test('what a closed tab left is taken up on the version it was made on, under its own gesture', async () => {
  const { queue, sent, waiting, settled } = desk();
  const left: readonly WaitingWrite[] = [{ write: rename('a'), gesture: 'from before', at: '1970-01-01T00:00:00.000Z' }];
  expect(queue.resume(left, 5)).toBe(true);
  expect(queue.resume(left, 5)).toBe(false);
  await settled();
  expect(sent).toEqual(['a on 5']);
  expect(waiting).toEqual(['a on 5', ' on 6']);
});

test('an answer that was lost, and what another wrote since, is a conflict for what still waits', async () => {
  // The server kept "a" as version 8, its answer was lost, another made versions 9 and 10; sent again, "a" is known.
  const { queue, sent, states, settled } = desk([{ kind: 'unreached', because: 'no-answer' }, { kind: 'kept', plan: ['a', 'theirs', 'theirs'], version: 10 }]);
  queue.add(rename('a'));
  queue.add(rename('b'));
  await settled();
  expect(sent).toEqual(['a on 7', 'a on 7']);
  expect(states.at(-1)).toEqual({ kind: 'conflict', waiting: 1, myVersion: 8, theirVersion: 10 });
});
