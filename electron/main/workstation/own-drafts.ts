/** What main itself keeps among the sealed drafts. The window may neither read nor write them: acts are made of them. */
export const foundingDraft = 'founding'
export const untoldDraft = 'untold'
/** Whom this machine takes for headquarters. */
export const headquartersDraft = 'headquarters'

export const isMainsOwn = (name: string): boolean => [foundingDraft, untoldDraft, headquartersDraft].includes(name)
