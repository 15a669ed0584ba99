/**
 * Seats on agenda items: rounds, choices, assignment. Nothing has seats yet, so the library is empty; its place in the line is kept,
 * and `apps/assembly.ts` says for each hook why it has nothing to answer.
 */
export {}
