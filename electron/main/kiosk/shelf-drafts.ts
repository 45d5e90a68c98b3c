import fs from 'node:fs'
import path from 'node:path'

/** Lines on their way to their shelves. A catalogue is larger than memory: what is written of a shelf waits on the disk. */
export interface ShelfDrafts {
  add(shelf: string, line: string): void
  names(): readonly string[]
  /** Lines of a shelf in the order of their text; they are then forgotten here. */
  take(shelf: string): string[]
  /** Leaves nothing behind, also of drafts that a crash has left. */
  discard(): void
}

/** Characters of one shelf that are held in memory; there are 256 shelves. */
const mostHeld = 64 * 1024

export function shelfDrafts(folder: string): ShelfDrafts {
  const held = new Map<string, { lines: string[]; characters: number; isOnDisk: boolean }>()
  const draftOf = (shelf: string): string => path.join(folder, `${shelf}.draft`)
  return {
    add: (shelf, line) => {
      const draft = held.get(shelf) ?? { lines: [], characters: 0, isOnDisk: false }
      held.set(shelf, draft)
      draft.lines.push(line)
      draft.characters += line.length
      if (draft.characters < mostHeld) return
      fs.mkdirSync(folder, { recursive: true, mode: 0o700 })
      fs.appendFileSync(draftOf(shelf), draft.lines.join(''), { mode: 0o600 })
      held.set(shelf, { lines: [], characters: 0, isOnDisk: true })
    },
    names: () => [...held.keys()],
    take: shelf => {
      const { lines, isOnDisk } = held.get(shelf) ?? { lines: [], isOnDisk: false }
      const written = isOnDisk ? linesOf(fs.readFileSync(draftOf(shelf), 'utf8')) : []
      if (isOnDisk) fs.rmSync(draftOf(shelf))
      held.delete(shelf)
      return [...written, ...lines].sort()
    },
    discard: () => {
      held.clear()
      if (!fs.existsSync(folder)) return
      for (const name of fs.readdirSync(folder)) if (name.endsWith('.draft')) fs.rmSync(path.join(folder, name))
    },
  }
}

/** Each with its end of line. */
export const linesOf = (text: string): string[] => text.match(/[^\n]*\n/g) ?? []
