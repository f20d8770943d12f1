import { expect, test } from 'vitest';
import { openEditQueue, type Outcome, type SaveState, type Write } from './edit-queue.ts';

const rename = (name: string): Write => ({ kind: 'edits', edits: [{ kind: 'rename-plan', name }] });
const nameIn = (write: Write): string => (write.kind === 'edits' && write.edits[0]?.kind === 'rename-plan' ? write.edits[0].name : write.kind);

/** A plan that is the list of names it was given, on a server that answers from a script, else keeps. */
function desk(script: readonly Outcome<readonly string[]>[] = []) {
  const sent: string[] = [];
  const states: SaveState[] = [];
  const refused: unknown[] = [];
  let plan: readonly string[] = [];
  let version = 7;
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
    onSaveState: (state) => states.push(state),
    onRefused: (reason) => refused.push(reason),
    wait: () => Promise.resolve(),
    now: () => new Date(0),
  });
  const settled = async () => {
    for (let i = 0; i < 50; i += 1) await Promise.resolve();
  };
  return { queue, sent, states, refused, settled, plan: () => plan };
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

test('a lost connection loses no gesture and says so meanwhile', async () => {
  const { queue, sent, states, settled } = desk([{ kind: 'unreached' }, { kind: 'unreached' }]);
  queue.add(rename('a'));
  await settled();
  expect(sent).toEqual(['a on 7', 'a on 7', 'a on 7']);
  expect(states).toContainEqual({ kind: 'unreached', waiting: 1 });
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

test('a conflict resolved by keeping theirs drops what waits and goes on from their version', async () => {
  const { queue, sent, settled } = desk([{ kind: 'conflict', theirVersion: 12 }]);
  queue.add(rename('a'));
  await settled();
  queue.keepTheirs();
  queue.add(rename('b'));
  await settled();
  expect(sent).toEqual(['a on 7', 'b on 12']);
});
