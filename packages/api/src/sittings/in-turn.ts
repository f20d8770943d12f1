/** Lets acts on the same thing wait for each other, in the order they came; acts on other things go on beside them. */
export function openTurns(): <T>(thing: string, act: () => Promise<T>) => Promise<T> {
  const last = new Map<string, Promise<unknown>>();
  return (thing, act) => {
    const done = (last.get(thing) ?? Promise.resolve()).then(act, act);
    last.set(thing, done);
    const forget = (): void => {
      if (last.get(thing) === done) last.delete(thing);
    };
    done.then(forget, forget);
    return done;
  };
}
