import type { ReportForm } from '@woonzorgzones/files';

/** A report that lies ready: what its files are called, and the folder they are fetched from. */
export interface WrittenFiles {
  readonly key: string;
  readonly files: readonly { readonly form: ReportForm; readonly name: string; readonly bytes: number }[];
}
