import { fetchDataset } from './fetch-dataset.ts';
import { drawingTable, type DrawingTable } from './draw-table.ts';
import type { TableAsk, TableReply } from './table-messages.ts';

let held: { readonly hash: string; readonly table: Promise<DrawingTable | null> } | null = null;

async function tableFor(hash: string): Promise<DrawingTable | null> {
  const municipality = await fetchDataset(hash);
  return municipality && drawingTable(municipality);
}

async function answer(ask: TableAsk): Promise<TableReply> {
  if (ask.kind === 'open' && held?.hash !== ask.hash) held = { hash: ask.hash, table: tableFor(ask.hash) };
  const table = await held?.table;
  if (!table) {
    held = null;
    return { kind: 'lost' };
  }
  return ask.kind === 'open' ? table.open(ask.plan) : table.answer(ask);
}

/** A plan that cannot be laid out loses the table, and no more than that: the next time it is opened it is made anew. */
function fail(): TableReply {
  held = null;
  return { kind: 'lost' };
}

/** One after the other: a stroke is a row of asks, and each rests on the one before. */
let turn: Promise<void> = Promise.resolve();

addEventListener('message', ({ data }: MessageEvent<TableAsk>) => {
  turn = turn.then(async () => postMessage(await answer(data).catch(fail)));
});
