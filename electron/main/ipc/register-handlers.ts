import { createHash } from 'node:crypto'
import type { Handlers, Reply } from '#shared/contracts/channel'
import type { DeskChannels } from '#shared/contracts/desk-channels'
import type { RegisterPaper } from '#shared/contracts/register-file'
import { officeSubject } from '#shared/ledger/subject'
import type { LetterDesk } from '../printing/letter-desk'
import type { RegisterDesk } from '../registers/register-desk'
import type { Workstation } from '../workstation/workstation'

type RegisterChannels = Pick<DeskChannels, 'register:save' | 'register:savePaper' | 'register:printPaper'>

export interface RegisterHandlerParts {
  readonly workstation: Pick<Workstation, 'session' | 'refusal' | 'append'>
  readonly registers: RegisterDesk
  readonly letters: LetterDesk
}

/**
 * A register leaves the program as a spreadsheet, a PDF or on paper. Whether it may is asked before anything goes out,
 * and that it went out is an act: unmasked it is the head's.
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
  /** Sends out and records; a register that may not go out is never sent. */
  const sendOut = async <T extends { outcome: string }>(
    open: Exported,
    send: () => Promise<Reply<T>>,
  ): Promise<Reply<T>> => {
    const refused = workstation.refusal(exported(open))
    if (refused) return { ok: false, problem: refused }
    const sent = await send()
    if (!sent.ok || sent.value.outcome === 'cancelled') return sent
    const noted = workstation.append(exported(open))
    return noted.ok ? sent : noted
  }

  return {
    'register:save': async register => {
      const { fileName, rows, isMasked } = register
      const format = fileName.endsWith('.csv') ? 'csv' : 'xlsx'
      const open = { format, rows: rows.length, isMasked } as const
      const refused = workstation.refusal(exported({ ...open, digest: '0'.repeat(64), bytes: 1 }))
      if (refused) return { ok: false, problem: refused }
      const saved = await registers.save(register)
      if (!saved.ok || saved.value.outcome === 'cancelled') return saved
      const { digest, bytes } = saved.value
      const noted = workstation.append(exported({ ...open, digest, bytes }))
      return noted.ok ? { ok: true, value: { outcome: 'saved', digest } } : noted
    },
    'register:savePaper': async register =>
      sendOut(paperOf(register, 'pdf'), async () => {
        const saved = await letters.save({ fileName: register.fileName, bytes: register.pdf })
        return saved.ok ? { ok: true, value: { outcome: saved.value.outcome } } : saved
      }),
    'register:printPaper': async ({ title, images, ...register }) =>
      sendOut(paperOf({ title, ...register }, 'paper'), () => letters.print({ title, pages: images })),
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
