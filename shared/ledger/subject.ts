import type { Brand } from '../kernel/brand'

/** What an act is about: one request, one person of the staff, or the office itself. Each has its own key. */
export type Subject = Brand<string, 'Subject'>
export type SubjectKind = 'office' | 'person' | 'request'

export const officeSubject = 'office' as Subject
export const subjectOf = (kind: Exclude<SubjectKind, 'office'>, id: string): Subject => `${kind}:${id}` as Subject

export function readSubject(subject: string): { kind: SubjectKind; id: string } | null {
  if (subject === 'office') return { kind: 'office', id: 'office' }
  const [kind, id] = subject.split(':', 2)
  return (kind === 'person' || kind === 'request') && id ? { kind, id } : null
}
