import { useState, type FocusEvent, type KeyboardEvent } from 'react';

interface Spot {
  readonly row: number;
  readonly column: number;
}

/** Names a place in the grid, so that the arrows find it. */
const placeOf = ({ row, column }: Spot): string => `${row}:${column}`;

function spotOf(target: EventTarget | null): Spot | null {
  const held = target instanceof HTMLElement ? target.dataset['cell'] : undefined;
  const [row, column] = (held ?? '').split(':').map(Number);
  return row === undefined || column === undefined || Number.isNaN(row) ? null : { row, column };
}

const steps: Readonly<Record<string, Spot>> = {
  ArrowUp: { row: -1, column: 0 }, ArrowDown: { row: 1, column: 0 }, ArrowLeft: { row: 0, column: -1 }, ArrowRight: { row: 0, column: 1 },
};

/**
 * A table with one stop for Tab: the arrows go from cell to cell, Home and End to the ends of a row (ARIA grid pattern).
 * `cell` gives what the element in a place needs; rows and columns count from 0, heads included.
 */
export function useCellGrid(columns: number) {
  const [at, setAt] = useState<Spot>({ row: 1, column: 1 });

  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    const from = spotOf(event.target);
    if (from === null || event.altKey || event.ctrlKey || event.metaKey) return;
    const step = steps[event.key];
    const to = step !== undefined ? { row: from.row + step.row, column: from.column + step.column }
      : event.key === 'Home' ? { row: from.row, column: 0 }
        : event.key === 'End' ? { row: from.row, column: columns - 1 } : null;
    if (to === null) return;
    event.preventDefault();
    event.currentTarget.querySelector<HTMLElement>(`[data-cell="${placeOf(to)}"]`)?.focus();
  };
  const onFocus = (event: FocusEvent<HTMLElement>): void => {
    const spot = spotOf(event.target);
    if (spot !== null) setAt(spot);
  };
  return {
    grid: { onKeyDown, onFocus },
    cell: (row: number, column: number) => ({
      'data-cell': placeOf({ row, column }), tabIndex: at.row === row && Math.min(at.column, columns - 1) === column ? 0 : -1,
    }),
  };
}
