/**
 * A record whose typed arrays lie in memory that several threads may read: hand it to workers and nothing is copied. Plain
 * values and nested records are kept as they are. Cost: one copy.
 */
export function inSharedMemory<T extends object>(record: T): T {
  const moved: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(record)) moved[key] = moveValue(value);
  return moved as T;
}

type NumberColumn = Int32Array | Uint32Array | Uint8Array | Uint16Array | Int16Array | Float64Array;

function moveValue(value: unknown): unknown {
  if (ArrayBuffer.isView(value) && !(value instanceof DataView)) {
    const column = value as NumberColumn;
    const shared = new (column.constructor as new (buffer: SharedArrayBuffer) => NumberColumn)(new SharedArrayBuffer(column.byteLength));
    shared.set(column);
    return shared;
  }
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return inSharedMemory(value);
  return value;
}
