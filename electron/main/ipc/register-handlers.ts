import { createHash } from 'node:crypto'
import type { Handlers } from '#shared/contracts/channel'
import type { DeskChannels } from '#shared/contracts/desk-channels'
import type { RegisterPaper } from '#shared/contracts/register-file'
import { officeSubject } from '#shared/ledger/subject'
import type { LetterDesk } from '../printing/letter-desk'
import type { RegisterDesk } from '../registers/register-desk'
import { recorderOf } from '../workstation/recorder-of'
import type { Workstation } from '../workstation/workstation'
import { recordPrinted, sendOut } from './send-out'

type RegisterChannels = Pick<DeskChannels, 'register:save' | 'register:savePaper' | 'register:printPaper'>

export interface RegisterHandlerParts {
  readonly workstation: Pick<Workstation, 'session' | 'sitting' | 'refusal' | 'append'>
  readonly registers: RegisterDesk
  readonly letters: LetterDesk
}

/**
 * A register leaves the program as a spreadsheet, a PDF or on paper. Whether it may is asked before anything goes out,
 * and that it goes out is an act, which a file waits for before it has its name: unmasked it is the head's.
 */
export function registerHandlers({
  workstation,
  registers,
  letters,
}: RegisterHandlerParts): Handlers<RegisterChannels> {
  const exported = (open: Exported) => ({
    subject: officeSubject,
    role: exportingPost(workstation.session()?.posts ?? [], open.isMasked),
    facts: [{ type: 'register.exported@1', open: { ...open } }],
  })

  return {
    'register:save': async register => {
      const { fileName, rows, isMasked } = register
      const format = fileName.endsWith('.csv') ? 'csv' : 'xlsx'
      const open = { format, rows: rows.length, isMasked } as const
      const refused = workstation.refusal(exported({ ...open, digest: '0'.repeat(64), bytes: 1 }))
      if (refused) return { ok: false, problem: refused }
      const record = recorderOf(workstation)
      const saved = await registers.save(register, file => record(exported({ ...open, ...file })))
      if (!saved.ok || saved.value.outcome === 'cancelled') return saved
      return { ok: true, value: { outcome: 'saved', digest: saved.value.digest } }
    },
    'register:savePaper': async register =>
      sendOut(workstation, exported(paperOf(register, 'pdf')), async record => {
        const saved = await letters.save({ fileName: register.fileName, bytes: register.pdf }, record)
        return saved.ok ? { ok: true, value: { outcome: saved.value.outcome } } : saved
      }),
    'register:printPaper': async ({ title, images, ...register }) =>
      sendOut(workstation, exported(paperOf({ title, ...register }, 'paper')), record =>
        recordPrinted(letters.print({ title, pages: images }), record),
      ),
  }
}

interface Exported {
  readonly format: 'xlsx' | 'csv' | 'pdf' | 'paper'
  readonly rows: number
  readonly isMasked: boolean
  readonly digest: string
  readonly bytes: number
  readonly pages?: number
}

const paperOf = ({ rows, pages, isMasked, pdf }: RegisterPaper, format: 'pdf' | 'paper'): Exported => ({
  ...{ format, rows, pages, isMasked },
  digest: createHash('sha256').update(pdf).digest('hex'),
  bytes: pdf.length,
})

/** The post under which a register goes out: any that works on requests; unmasked only the head's. */
export const exportingPost = (posts: readonly string[], isMasked: boolean): string =>
  (isMasked ? ['clerk', 'reviewer', 'head'] : ['head']).find(post => posts.includes(post)) ?? posts[0] ?? 'clerk'
