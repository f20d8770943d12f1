/** What an import takes at most. A file beyond a limit is refused with the limit in the sentence; nothing is cut off silently. */
export const limits = {
  /** The whole-of-Flanders address list is about 600 MB; files are streamed, so this bounds time, not memory. */
  fileMegabytes: 1024,
  manifestMegabytes: 4,
  /** What a packed file may become: the departures of a whole country (stop_times.txt) are some 1,000 MB. */
  unpackedMegabytes: 4096,
  /** Beyond the first megabytes no more than this many times the packed bytes; real tables pack 5 to 40 times. */
  unpackedRatio: 250,
  unpackedFreeMegabytes: 50,
  archiveMembers: 10_000,
  /** Files that must be read out of order are held in memory up to here, and in a temporary file beyond it. */
  spoolMegabytes: 32,
  /** One CSV line, quoted line breaks included: beyond it a quote was opened and never closed. */
  lineCharacters: 1_000_000,
  featureMegabytes: 64,
  /** Rows kept of one file; a municipality has about one address for every two inhabitants, and Antwerpen half a million of those. */
  rowsTaken: 500_000,
  /** Each refused row is listed, so their number is bounded. */
  rowsRefused: 100_000,
  /** Values of a column that are told where none of the wanted ones was there. */
  valuesTold: 10,
  /** Values of a `keep` column that are counted apart. */
  valuesLeftOut: 1000,
} as const;
