/** What main itself keeps among the sealed drafts. The window may neither read nor write them: acts are made of them. */
export const foundingDraft = 'founding'
export const untoldDraft = 'untold'

export const isMainsOwn = (name: string): boolean => name === foundingDraft || name === untoldDraft
