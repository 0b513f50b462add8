/** Awards that are signed between two looks at the database. */
export const signingBatch = 25

/** Random places tried for a credential: with a list four fifths full, all of them are taken once in a million times. */
export const placeCandidates = 64

/** A list counts as full at four fifths, so that free places stay easy to find and say nothing of when they were taken. */
export const fullAt = 0.8
