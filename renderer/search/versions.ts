/** Raise when bytes of a segment mean something else. */
export const formatVersion = 3

/**
 * Raise when the same text is cut otherwise: the fold, the units, pinyin, or a new opencc-js or pinyin-pro. An index
 * with another pair of versions is not read but built again from the documents.
 */
export const tokenizerVersion = 2
