import { useMemo, useState, type ReactNode } from 'react';
import { Cell, Column, Row, Table, TableBody, TableHeader, type Key, type SortDescriptor } from 'react-aria-components';
import { Button } from './button.tsx';
import { Icon } from './icon.tsx';
import './data-table.css';

export interface TableColumn<R> {
  readonly id: string;
  readonly label: ReactNode;
  /** Words for the head where the label is not plain text. */
  readonly textValue?: string;
  readonly isNumber?: boolean;
  /** What rows are sorted by; a column without it cannot be sorted. Nulls come last either way. */
  readonly sortBy?: (row: R) => number | string | null;
  readonly cell: (row: R) => ReactNode;
}

interface DataTableProps<R> {
  readonly label: string;
  /** The first column names the row. */
  readonly columns: readonly TableColumn<R>[];
  readonly rows: readonly R[];
  readonly idOf: (row: R) => string;
  readonly nameOf: (row: R) => string;
  readonly chosen?: string | null;
  readonly onChoose?: (id: string | null) => void;
  /** Instead of one: rows chosen together, each by a click or by space. */
  readonly chosenMany?: ReadonlySet<string>;
  readonly onChooseMany?: (ids: ReadonlySet<string>) => void;
  readonly onPoint?: (id: string | null) => void;
  readonly whenEmpty: string;
  /** Words for the button that shows the rows beyond the first, given how many are left. */
  readonly more: (left: number) => string;
}

/** Longer tables come a length at a time: every row drawn is one more for the browser and for a screen reader to hold. */
const rowsAtATime = 50;

const compare = (a: number | string | null, b: number | string | null, direction: 1 | -1): number => {
  if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1;
  if (typeof a === 'number' && typeof b === 'number') return (a - b) * direction;
  return String(a).localeCompare(String(b), 'nl-BE', { numeric: true }) * direction;
};

/** A table that can be sorted and walked through by keyboard; one row may be chosen. */
export function DataTable<R>({ label, columns, rows, idOf, nameOf, chosen = null, onChoose, chosenMany, onChooseMany, onPoint, whenEmpty, more }: DataTableProps<R>) {
  const [sort, setSort] = useState<SortDescriptor | null>(null);
  const sorted = useMemo(() => {
    const sortBy = columns.find(({ id }) => id === sort?.column)?.sortBy;
    if (sort === null || sortBy === undefined) return rows;
    const direction = sort.direction === 'descending' ? -1 : 1;
    return rows.toSorted((a, b) => compare(sortBy(a), sortBy(b), direction));
  }, [rows, columns, sort]);
  const [asked, setAsked] = useState(rowsAtATime);
  const chosenAt = chosen === null ? -1 : sorted.findIndex((row) => idOf(row) === chosen);
  const shown = sorted.slice(0, Math.max(asked, chosenAt + 1));
  const choose = (keys: 'all' | Set<Key>): void => {
    if (onChooseMany !== undefined) {
      // What is chosen but not shown stays chosen.
      const seen = new Set(shown.map(idOf));
      const hidden = [...(chosenMany ?? [])].filter((id) => !seen.has(id));
      onChooseMany(new Set([...hidden, ...(keys === 'all' ? seen : [...keys].map(String))]));
      return;
    }
    const [first] = keys === 'all' ? [] : keys;
    onChoose?.(first === undefined ? null : String(first));
  };
  return (
    <div className="data-table">
      <Table
        aria-label={label}
        {...(sort === null ? {} : { sortDescriptor: sort })}
        onSortChange={setSort}
        selectionMode={onChooseMany !== undefined ? 'multiple' : onChoose === undefined ? 'none' : 'single'}
        selectionBehavior="toggle"
        selectedKeys={chosenMany ?? (chosen === null ? [] : [chosen])}
        onSelectionChange={choose}
      >
        <TableHeader>
          {columns.map(({ id, label: head, textValue, isNumber, sortBy }, place) => (
            <Column key={id} id={id} isRowHeader={place === 0} allowsSorting={sortBy !== undefined} className={isNumber === true ? 'number' : ''} {...(textValue === undefined ? {} : { textValue })}>
              {({ allowsSorting, sortDirection }) => (
                <span className="data-table-head">
                  <span>{head}</span>
                  {allowsSorting && <span className="data-table-sort" data-on={sortDirection !== undefined}><Icon name={sortDirection === 'descending' ? 'down' : 'up'} size={14} /></span>}
                </span>
              )}
            </Column>
          ))}
        </TableHeader>
        <TableBody renderEmptyState={() => <p className="data-table-empty">{whenEmpty}</p>} dependencies={[columns]}>
          {shown.map((row) => (
            <Row key={idOf(row)} id={idOf(row)} textValue={nameOf(row)} onHoverStart={() => onPoint?.(idOf(row))} onHoverEnd={() => onPoint?.(null)}>
              {columns.map(({ id, isNumber, cell }) => (
                <Cell key={id} className={isNumber === true ? 'number' : ''}>{cell(row)}</Cell>
              ))}
            </Row>
          ))}
        </TableBody>
      </Table>
      {shown.length < sorted.length && <Button look="quiet" onPress={() => setAsked(shown.length + rowsAtATime)}>{more(sorted.length - shown.length)}</Button>}
    </div>
  );
}
