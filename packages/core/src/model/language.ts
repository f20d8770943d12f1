/** The languages sentences are made in. */
export type Language = 'nl' | 'en';
