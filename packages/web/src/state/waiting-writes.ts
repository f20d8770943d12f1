import type { WaitingWrite } from './edit-queue.ts';

/** What a tab had not saved of a plan, as this browser keeps it. */
export interface KeptWrites {
  readonly key: string;
  readonly plan: string;
  /** The version the first was made on. */
  readonly version: number;
  readonly waiting: readonly WaitingWrite[];
}

const prefix = 'woonzorgzones.wacht';
const thisTab = crypto.randomUUID();
const lockOf = (tab: string): string => `${prefix}.${tab}`;
const keyOf = (plan: string, tab: string): string => `${prefix}.${plan}.${tab}`;

/** Says as long as this tab lives that what it keeps is not left behind; the browser lets go of it when the tab ends, however it ends. */
export function holdThisTab(): void {
  void navigator.locks.request(lockOf(thisTab), () => new Promise<void>(() => undefined));
}

/**
 * Keeps in this browser what the server has not kept yet, or with nothing forgets it. Written at once and whole, so that
 * a tab that is closed or crashes loses nothing; false when the browser has no room.
 */
export function keepWrites(plan: string, version: number, waiting: readonly WaitingWrite[]): boolean {
  const key = keyOf(plan, thisTab);
  try {
    if (waiting.length === 0) localStorage.removeItem(key);
    else localStorage.setItem(key, JSON.stringify({ version, waiting }));
    return true;
  } catch {
    return false;
  }
}

export const forgetWrites = (key: string): void => localStorage.removeItem(key);

/** What tabs that are gone left of a plan, the oldest first. */
export async function writesLeftBehind(plan: string): Promise<readonly KeptWrites[]> {
  const keys = Object.keys(localStorage).filter((key) => key.startsWith(`${prefix}.${plan}.`));
  if (keys.length === 0) return [];
  const { held = [] } = await navigator.locks.query();
  const living = new Set(held.map(({ name }) => name));
  return keys
    .filter((key) => !living.has(lockOf(key.slice(key.lastIndexOf('.') + 1))))
    .flatMap((key) => readKept(plan, key))
    .sort((a, b) => a.waiting[0]!.at.localeCompare(b.waiting[0]!.at) || a.key.localeCompare(b.key));
}

function readKept(plan: string, key: string): readonly KeptWrites[] {
  try {
    const { version, waiting } = JSON.parse(localStorage.getItem(key) ?? '') as Pick<KeptWrites, 'version' | 'waiting'>;
    return Number.isInteger(version) && waiting.length > 0 ? [{ key, plan, version, waiting }] : [];
  } catch {
    return [];
  }
}
