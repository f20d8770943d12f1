import { readCsv, type Delimiter } from './csv.ts';
import { TableRows, type Layer } from './layer.ts';
import type { FirstProblem } from './problem.ts';
import { readText, type Encoding } from './text.ts';

/** Delimited text: its encoding and delimiter as stated, or found by looking. */
export function csvLayer(
  name: string | null, bytes: AsyncIterable<Uint8Array>, encoding: Encoding | null, delimiter: Delimiter | null, stop: FirstProblem,
): Layer {
  return {
    name,
    rowCount: null,
    read: async (sink) => {
      const table = new TableRows(sink);
      let foundDelimiter: Delimiter | null = null;
      const text = readText(bytes, encoding, stop, (found) => {
        sink.dialect(found.encoding, foundDelimiter);
        if (found.guessedAtLine !== null) sink.repair('read-as-windows-1252', { line: found.guessedAtLine });
      });
      await readCsv(text, delimiter, {
        delimiter: (sign) => (foundDelimiter = sign),
        isDone: () => sink.isFull,
        header: (columns) => table.header(columns, { line: 1 }),
        row: (line, values) => {
          if (!sink.isFull) table.row({ line }, values);
        },
      }, stop);
    },
  };
}
