/** A command that was understood and could not be carried out; the message says why, in Dutch, and the exit code is 1. */
export class CommandFailure extends Error {}
