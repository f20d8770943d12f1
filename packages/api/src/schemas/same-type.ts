/** A type as JSON carries it: everything readonly, units (brands) dropped from numbers, absent and undefined the same. */
export type Plain<T> = unknown extends T ? T
  : T extends number ? (keyof T extends keyof number ? T : number)
  : T extends string | boolean | null | undefined ? T
  : { readonly [K in keyof T]: Plain<T[K]> | (Pick<T, K> extends Required<Pick<T, K>> ? never : undefined) };

type Same<A, B> = [A] extends [B] ? [B] extends [A] ? true : false : false;

/**
 * Stops the compiler when a schema and the core type it mirrors differ in either direction:
 * `sameType<z.infer<typeof editSchema>, Edit>(true)`.
 */
export const sameType = <A, B>(_same: Same<Plain<A>, Plain<B>>): void => undefined;
