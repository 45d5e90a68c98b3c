import type { Brand } from '../kernel/brand'

/**
 * What an act is about: one request, one document of the catalogue, one standard list, one visit, one question put to the catalogue, one
 * person of the staff, or the office itself. Each has its own key.
 */
export type Subject = Brand<string, 'Subject'>
export type SubjectKind = 'office' | 'person' | 'request' | 'document' | 'standardList' | 'visit' | 'enquiry'

export const officeSubject = 'office' as Subject
export const subjectOf = (kind: Exclude<SubjectKind, 'office'>, id: string): Subject => `${kind}:${id}` as Subject

// Exact, so that one request cannot have two names (`request:<id>:x`) and two folds.
const shape =
  /^(person|request|document|standardList|visit|enquiry):([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})$/

export function readSubject(subject: string): { kind: SubjectKind; id: string } | null {
  if (subject === 'office') return { kind: 'office', id: 'office' }
  const [, kind, id] = shape.exec(subject) ?? []
  return kind && id ? { kind: kind as Exclude<SubjectKind, 'office'>, id } : null
}
