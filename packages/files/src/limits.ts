/** What an import takes at most. A file beyond a limit is refused with the limit in the sentence; nothing is cut off silently. */
export const limits = {
  /** The whole-of-Flanders address list is about 600 MB; files are streamed, so this bounds time, not memory. */
  fileMegabytes: 1024,
  manifestMegabytes: 4,
  /** One CSV line, quoted line breaks included: beyond it a quote was opened and never closed. */
  lineCharacters: 1_000_000,
  featureMegabytes: 64,
  /** Rows kept of one file; a municipality has about one address for every two inhabitants, and Antwerpen half a million of those. */
  rowsTaken: 500_000,
  /** Each refused row is listed, so their number is bounded. */
  rowsRefused: 100_000,
  /** Values of a `keep` column that are counted apart. */
  valuesLeftOut: 1000,
} as const;
