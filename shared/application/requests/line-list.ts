import { checkPlainText, type TextProblem } from '../../domain/identity/applicant-rules'
import { err, ok, type Result } from '../../kernel/result'

export type LinesProblem =
  | TextProblem
  | { readonly kind: 'tooManyLines'; readonly lines: number; readonly allowed: number }

const longestLine = 200
const mostLines = 50

/** One item a line; empty lines and repetitions are left out. Limits are those of the fact. */
export function checkLines(typed: string): Result<readonly string[], LinesProblem> {
  const lines = [...new Set(typed.split('\n').map(line => line.trim()))].filter(line => line !== '')
  if (lines.length === 0) return err({ kind: 'empty' })
  if (lines.length > mostLines) return err({ kind: 'tooManyLines', lines: lines.length, allowed: mostLines })
  for (const line of lines) {
    const checked = checkPlainText(line, longestLine, false)
    if (!checked.ok) return checked
  }
  return ok(lines)
}
