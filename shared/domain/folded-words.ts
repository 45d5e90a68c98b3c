/** Words as they are compared where width, case and spaces do not make others: kinds of body, what was looked for. */
export const foldedWords = (words: string): string => words.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim()
