import type { Language } from '../model/language.ts';

/** Why the server does not start. */
export type StartProblem =
  | { readonly code: 'host-not-loopback'; readonly host: string }
  | { readonly code: 'port-not-a-number'; readonly port: string }
  | { readonly code: 'port-taken'; readonly port: number }
  | { readonly code: 'port-not-allowed'; readonly port: number }
  /** `place`: the data folder, or the database server; `reason`: what that said. */
  | { readonly code: 'store-unavailable'; readonly place: string; readonly reason: string };

/** What stands in the way, and what to do. */
export const startSentence = (problem: StartProblem, language: Language): string => sentences(problem)[language];

function sentences(problem: StartProblem): Readonly<Record<Language, string>> {
  switch (problem.code) {
    case 'host-not-loopback': return {
      nl: `Woonzorgzones luistert niet op ${problem.host}: er zijn nog geen gebruikersaccounts, dus zou iedereen op het netwerk alles kunnen lezen en wijzigen. Gebruik 127.0.0.1 of localhost.`,
      en: `Woonzorgzones does not listen on ${problem.host}: there are no user accounts yet, so everybody on the network could read and change everything. Use 127.0.0.1 or localhost.`,
    };
    case 'port-not-a-number': return {
      nl: `“${problem.port}” is geen poort. Kies een getal van 0 tot 65535.`,
      en: `“${problem.port}” is not a port. Choose a number from 0 to 65535.`,
    };
    case 'port-taken': return {
      nl: `Poort ${problem.port} is al in gebruik. Misschien draait Woonzorgzones al: open http://127.0.0.1:${problem.port}. Of kies een andere poort met --port.`,
      en: `Port ${problem.port} is in use. Perhaps Woonzorgzones is running already: open http://127.0.0.1:${problem.port}. Or choose another port with --port.`,
    };
    case 'port-not-allowed': return {
      nl: `Poort ${problem.port} mag niet gebruikt worden door deze gebruiker. Kies een poort boven 1023 met --port.`,
      en: `Port ${problem.port} may not be used by this user. Choose a port above 1023 with --port.`,
    };
    case 'store-unavailable': return {
      nl: `De gegevens in ${problem.place} kunnen niet geopend worden (${problem.reason}). Kijk na of de map beschrijfbaar is en de databankserver draait.`,
      en: `The data in ${problem.place} cannot be opened (${problem.reason}). Check that the folder can be written to and that the database server runs.`,
    };
  }
}
