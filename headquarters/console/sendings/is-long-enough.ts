/** Whether headquarters looks for these words: two characters, and a rare one of two units is one. */
export const isLongEnough = (words: string): boolean => [...words.trim()].length >= 2
