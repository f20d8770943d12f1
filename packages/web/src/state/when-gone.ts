/** Says when a worker is of no use any more: its code did not come, or it failed outside an answer. It gives no answer after that. */
export function whenGone(worker: Worker, tell: () => void): void {
  const gone = (): void => {
    worker.terminate();
    tell();
  };
  worker.addEventListener('error', gone);
  worker.addEventListener('messageerror', gone);
}
