/**
 * npm test: installs what is missing, runs every check, and ends with the plain line "N passed, N failed".
 * The cheap checks come first and stop the run when one of them fails.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureChromium, ensureDependencies, ensurePostgres, ensureReaders, ensureWebApp, main, node, root } from './setup.mjs';

const tool = (path) => join(root, 'node_modules', path);

/** Runs a tool to its end; its output is shown when it fails, or all along when `loud`. */
function check(name, file, args, { env = {}, loud = false } = {}) {
  return new Promise((resolve) => {
    const started = process.hrtime.bigint();
    const child = spawn(node, [file, ...args], { cwd: root, env: { ...process.env, ...env }, stdio: ['ignore', loud ? 'inherit' : 'pipe', loud ? 'inherit' : 'pipe'] });
    const output = [];
    child.stdout?.on('data', (chunk) => output.push(chunk));
    child.stderr?.on('data', (chunk) => output.push(chunk));
    child.on('exit', (code) => {
      const seconds = Number(process.hrtime.bigint() - started) / 1e9;
      console.log(`${code === 0 ? '✓' : '✗'} ${name} (${seconds.toFixed(1)} s)`);
      if (code !== 0 && !loud) process.stdout.write(Buffer.concat(output));
      resolve(code === 0);
    });
  });
}

const count = { passed: 0, failed: 0, skipped: 0 };

async function checks(...running) {
  for (const passed of await Promise.all(running)) passed ? count.passed++ : count.failed++;
}

function closingLine() {
  const skipped = count.skipped > 0 ? `, ${count.skipped} skipped` : '';
  console.log(`${count.passed} passed, ${count.failed} failed${skipped}`);
  return count.failed > 0 ? 1 : 0;
}

await main(async () => {
  ensureDependencies();
  await checks(
    check('types and lint', join(root, 'scripts/types-and-lint.ts'), []),
    check('unused exports', join(root, 'scripts/unused-exports.ts'), []),
  );
  if (count.failed > 0) return closingLine();

  const chromium = ensureChromium();
  ensureReaders();
  const { startPostgres } = await import('./postgres.mjs');
  const postgres = await startPostgres(ensurePostgres());
  const reports = mkdtempSync(join(tmpdir(), 'wzz-test-'));
  const report = join(reports, 'vitest.json');
  const stopOnSignal = () => void postgres.stop().then(() => process.exit(130));
  process.on('SIGINT', stopOnSignal);
  process.on('SIGTERM', stopOnSignal);
  try {
    ensureWebApp();
    const passed = await check('tests', tool('vitest/vitest.mjs'), ['run', '--reporter=dot', '--reporter=json', `--outputFile.json=${report}`, ...process.argv.slice(2)], {
      env: { WZZ_CHROMIUM: chromium, WZZ_TEST_POSTGRES: postgres.url },
      loud: true,
    });
    const { numPassedTests, numFailedTests, numPendingTests, numFailedTestSuites } = JSON.parse(readFileSync(report, 'utf8'));
    count.passed += numPassedTests;
    count.skipped += numPendingTests;
    // A file that cannot be read fails without a failing test in it; a run that fails must never count as passed.
    count.failed += numFailedTests > 0 ? numFailedTests : Math.max(numFailedTestSuites, passed ? 0 : 1);
  } finally {
    await postgres.stop();
    rmSync(reports, { recursive: true, force: true });
  }
  return closingLine();
});
