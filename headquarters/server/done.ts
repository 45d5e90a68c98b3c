/** What became of a command: its exit code, and what whoever typed it reads. */
export interface Done {
  readonly ok: boolean
  readonly says: string
}

export const done = (says: string): Done => ({ ok: true, says })
export const not = (says: string): Done => ({ ok: false, says })
