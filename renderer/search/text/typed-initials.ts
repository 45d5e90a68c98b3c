import { fold } from './fold'

/** What somebody typed, as it stands in the initials. */
export const typedInitials = (typed: string): string => fold(typed).replace(/[^0-9a-z]/g, '')
