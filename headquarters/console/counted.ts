/** "1 office", "2 offices": English counts one in another word. */
export const counted = (count: number, one: string): string => `${count} ${count === 1 ? one : `${one}s`}`
