/**
 * Where programs write what an author has still to go through. It lies beside courses/ and never in it, so that no build
 * reads it, and git leaves it out.
 */
export const draftsFolder = 'drafts'
