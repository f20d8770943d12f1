import highsModule, { type Highs } from 'highs';
import type { MixedProgram, ProgramOutcome, ProgramSolver, Relaxation, SolveLimits } from '@woonzorgzones/core/network';

/** The package declares its types as CommonJS; what Node imports is the loader itself. */
const loadHighs = highsModule as unknown as typeof highsModule.default;

/**
 * HiGHS, compiled to WebAssembly, as the solver that siting asks for proofs. It blocks its thread while it works: run it in a
 * worker. Loading takes some tens of milliseconds; one instance serves any number of programs.
 */
export async function highsSolver(): Promise<ProgramSolver> {
  const highs = await loadHighs();
  return { solve: (program, limits) => solve(highs, program, limits), relax: (program, seconds) => relax(highs, program, seconds) };
}

function modelOf(highs: Highs, program: MixedProgram, integrality: Int32Array) {
  const { objectiveSense } = highs.constants;
  const columns = program.cost.length, rows = program.rowLower.length;
  return highs.createModel({
    numCols: columns, numRows: rows, sense: program.sense === 'minimize' ? objectiveSense.minimize : objectiveSense.maximize,
    colCost: program.cost, colLower: program.lower, colUpper: program.upper, rowLower: program.rowLower, rowUpper: program.rowUpper,
    matrix: { format: 'csr', numRows: rows, numCols: columns, starts: program.rowFirst, indices: program.rowColumn, values: program.rowValue },
    integrality,
  });
}

function solve(highs: Highs, program: MixedProgram, { seconds, absoluteGap, start }: SolveLimits): ProgramOutcome {
  const { modelStatus } = highs.constants;
  const model = modelOf(highs, program, Int32Array.from(program.whole));
  try {
    model.options.set({ output_flag: false, time_limit: seconds, mip_rel_gap: 0, mip_abs_gap: absoluteGap });
    if (start !== null) model.setSolution({ colValue: start });
    model.run();
    const status = model.getModelStatus();
    const isWhole = program.whole.some((value) => value === 1);
    if (status === modelStatus.infeasible) return { status: 'infeasible', values: null, bound: program.sense === 'minimize' ? Infinity : -Infinity, seconds: model.getRunTime() };
    const found = model.info.get('primal_solution_status') === highs.constants.solutionStatus.feasible;
    const bound = isWhole ? Number(model.info.get('mip_dual_bound')) : model.getObjectiveValue();
    return {
      status: status === modelStatus.optimal ? 'optimal' : 'stopped',
      values: found ? model.getSolution().colValue : null, bound, seconds: model.getRunTime(),
    };
  } finally {
    model.dispose();
  }
}

/** Its clock runs on over the solves, so that the time limit is one for all of them. */
function relax(highs: Highs, program: MixedProgram, seconds: number): Relaxation {
  const { modelStatus } = highs.constants;
  const model = modelOf(highs, program, new Int32Array(program.cost.length));
  // Without presolve a solve can begin at the basis where the last one ended.
  model.options.set({ output_flag: false, time_limit: seconds, presolve: 'off' });
  return {
    solve: (lower, upper) => {
      if (lower.length > 0) model.changeColsBounds({ kind: 'range', from: 0, to: lower.length - 1 }, lower, upper);
      model.run();
      const status = model.getModelStatus();
      if (status === modelStatus.infeasible) return 'infeasible';
      if (status !== modelStatus.optimal) return 'stopped';
      const { colValue, colDual } = model.getSolution();
      return { objective: model.getObjectiveValue(), values: colValue, reducedCost: colDual };
    },
    seconds: () => model.getRunTime(),
    close: () => { model.dispose(); },
  };
}
