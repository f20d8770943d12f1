import { create } from 'zustand';

const kept = 'woonzorgzones.naam';
export const longestOwnName = 80;

/** What the planner is called beside the steps made here; empty is nobody in particular. There are no accounts. */
export const useOwnName = create<{ readonly name: string }>()(() => ({ name: localStorage.getItem(kept) ?? '' }));

export function setOwnName(name: string): void {
  localStorage.setItem(kept, name);
  useOwnName.setState({ name });
}

export function ownName(): string | null {
  const name = useOwnName.getState().name.trim();
  return name === '' ? null : name;
}
