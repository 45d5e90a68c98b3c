/**
 * When few documents are left, reading their texts is cheaper than reading what remains of the index: one get each of
 * some 4 KB, against lists of so many bytes.
 */
export const fewCandidates = 24
export const cheapBytes = 96 * 1024
