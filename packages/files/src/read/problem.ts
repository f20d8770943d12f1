import type { ImportProblem } from '@woonzorgzones/core/model';

type WithoutFile<P> = P extends ImportProblem ? Omit<P, 'file'> : never;

/** A problem of one file, before it is known by which path the manifest calls that file. */
export type FileProblem = WithoutFile<ImportProblem>;

/**
 * The first thing that went wrong while a file streams through its readers. A reader that finds a problem raises it and
 * ends; those behind it see a shorter file, and what they raise then is an echo and not kept.
 */
export class FirstProblem {
  #problem: FileProblem | null = null;

  get problem(): FileProblem | null {
    return this.#problem;
  }

  raise(problem: FileProblem): void {
    this.#problem ??= problem;
  }
}
