/** Where a code stands in a list of codes, and whether it is written there in just that way. */
export interface FoundCode {
  readonly index: number;
  readonly isExact: boolean;
}

/** Statbel ends the codes of sectors that were never divided with a hyphen (71016A02-); spreadsheets and recodings drop it. */
const bare = (code: string): string => code.replace(/-+$/, '');

/** Looks codes up as they are written, and else without the hyphens at their end where that leaves no doubt. */
export function indexCodes(codes: readonly string[]): (code: string) => FoundCode | null {
  const exact = new Map(codes.map((code, index) => [code, index]));
  const loose = new Map<string, number | null>();
  for (const [index, code] of codes.entries()) loose.set(bare(code), loose.has(bare(code)) ? null : index);
  return (code) => {
    const index = exact.get(code);
    if (index !== undefined) return { index, isExact: true };
    const found = loose.get(bare(code)) ?? null;
    return found === null ? null : { index: found, isExact: false };
  };
}
