/** A command line that cannot be carried out as it is written; the message is a Dutch sentence. */
export class UsageError extends Error {}
