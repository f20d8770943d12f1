/** A linear program of which some columns must be whole: what siting hands to a solver. Rows are sparse. */
export interface MixedProgram {
  readonly sense: 'minimize' | 'maximize';
  readonly cost: Float64Array;
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  /** 1 where the column must be whole. */
  readonly whole: Uint8Array;
  /** Row r has the entries rowFirst[r] up to rowFirst[r + 1]. */
  readonly rowFirst: Int32Array;
  readonly rowColumn: Int32Array;
  readonly rowValue: Float64Array;
  readonly rowLower: Float64Array;
  readonly rowUpper: Float64Array;
}

export interface ProgramOutcome {
  /** 'stopped' when the time was up: `values` is then the best found, if any. */
  readonly status: 'optimal' | 'infeasible' | 'stopped';
  readonly values: Float64Array | null;
  /** What no solution can be better than. */
  readonly bound: number;
  readonly seconds: number;
}

export interface SolveLimits {
  readonly seconds: number;
  /** Stop when best and bound are nearer than this: just under 1 where the objective is whole. */
  readonly absoluteGap: number;
  /** A solution to begin from, or null. */
  readonly start: Float64Array | null;
}

/** The best of a program whose columns may all stay fractions, and what a unit more of each column would add to it. */
export interface RelaxedOutcome {
  readonly objective: number;
  readonly values: Float64Array;
  readonly reducedCost: Float64Array;
}

/** A program that is solved again and again as fractions, each time between other bounds: the next begins where the last ended. */
export interface Relaxation {
  /** The bounds are those of the first columns, as many as are given; 'stopped' when the time of all solves together is up. */
  readonly solve: (lower: Float64Array, upper: Float64Array) => RelaxedOutcome | 'infeasible' | 'stopped';
  /** Of all solves so far. */
  readonly seconds: () => number;
  readonly close: () => void;
}

/** Handed in by the host: core knows no solver. */
export interface ProgramSolver {
  readonly solve: (program: MixedProgram, limits: SolveLimits) => ProgramOutcome;
  readonly relax: (program: MixedProgram, seconds: number) => Relaxation;
}

/** Gathers a program column by column and row by row. */
export class ProgramDraft {
  readonly #cost: number[] = [];
  readonly #upper: number[] = [];
  readonly #lower: number[] = [];
  readonly #whole: number[] = [];
  readonly #rowFirst: number[] = [0];
  readonly #rowColumn: number[] = [];
  readonly #rowValue: number[] = [];
  readonly #rowLower: number[] = [];
  readonly #rowUpper: number[] = [];

  get columns(): number {
    return this.#cost.length;
  }

  /** Returns the number of the column. */
  column(cost: number, { lower = 0, upper = 1, whole = false }: { readonly lower?: number; readonly upper?: number; readonly whole?: boolean } = {}): number {
    this.#lower.push(lower);
    this.#upper.push(upper);
    this.#whole.push(whole ? 1 : 0);
    return this.#cost.push(cost) - 1;
  }

  /** Adds an entry to the row being written; `closeRow` ends it. */
  entry(column: number, value: number): void {
    this.#rowColumn.push(column);
    this.#rowValue.push(value);
  }

  closeRow(lower: number, upper: number): void {
    this.#rowFirst.push(this.#rowColumn.length);
    this.#rowLower.push(lower);
    this.#rowUpper.push(upper);
  }

  done(sense: MixedProgram['sense']): MixedProgram {
    return {
      sense, cost: Float64Array.from(this.#cost), lower: Float64Array.from(this.#lower), upper: Float64Array.from(this.#upper), whole: Uint8Array.from(this.#whole),
      rowFirst: Int32Array.from(this.#rowFirst), rowColumn: Int32Array.from(this.#rowColumn), rowValue: Float64Array.from(this.#rowValue),
      rowLower: Float64Array.from(this.#rowLower), rowUpper: Float64Array.from(this.#rowUpper),
    };
  }
}
