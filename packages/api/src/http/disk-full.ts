/** SQLITE_FULL: https://www.sqlite.org/rescode.html#full */
const sqliteFull = 13;
/** disk_full: https://www.postgresql.org/docs/current/errcodes-appendix.html */
const postgresFull = '53100';

/** Whether a write failed because nothing more fits on the disk, in the words of SQLite, PostgreSQL or the file system. */
export function isDiskFull(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if ('errcode' in error && typeof error.errcode === 'number' && (error.errcode & 0xff) === sqliteFull) return true;
  if ('code' in error && (error.code === postgresFull || error.code === 'ENOSPC' || error.code === 'EDQUOT')) return true;
  return error.cause !== undefined && isDiskFull(error.cause);
}
