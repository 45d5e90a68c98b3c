import type { PaperProblem } from '#shared/application/desk'
import type { Result } from '#shared/kernel/result'
import { paperProblemSentence } from '../i18n/field-problem-sentence'
import { useMessages } from '../i18n/messages-provider'
import { PaperPreview } from '../ui/paper-preview/paper-preview'
import { ProgressLine } from '../ui/states/progress-line'
import { useLate } from '../ui/states/use-late'
import './paper-stage.css'

/** A paper on its way to the screen. */
export type MadePaper<P> =
  | { readonly kind: 'composing' }
  | { readonly kind: 'ready'; readonly paper: P; readonly images: readonly Uint8Array[] }
  | { readonly kind: 'refused'; readonly problem: PaperProblem }

/** Composed, then drawn; pages that cannot be drawn are a refusal like any other. */
export async function makePaper<P>(
  composing: Promise<Result<P, PaperProblem>>,
  draw: (paper: P) => Promise<readonly Uint8Array[]>,
): Promise<MadePaper<P>> {
  const composed = await composing
  if (!composed.ok) return { kind: 'refused', problem: composed.problem }
  try {
    return { kind: 'ready', paper: composed.value, images: await draw(composed.value) }
  } catch {
    return { kind: 'refused', problem: { kind: 'paperFailed', why: 'draw' } }
  }
}

export interface PaperStageProps {
  readonly made: MadePaper<unknown>
  /** Of the paper, for who cannot see it. */
  readonly label: string
}

/** The pages as they will be printed, or why there are none. */
export function PaperStage({ made, label }: PaperStageProps) {
  const translator = useMessages()
  const { t } = translator
  const isSlow = useLate(made.kind === 'composing')
  if (made.kind === 'composing') return isSlow ? <ProgressLine>{t('requests.paper.composing')}</ProgressLine> : null
  if (made.kind === 'refused')
    return (
      <p className="field-error" role="alert">
        {paperProblemSentence(made.problem, translator)}
      </p>
    )
  return (
    <div className="paper-stage">
      <PaperPreview
        images={made.images}
        label={label}
        pageLabels={made.images.map((_, index) => t('requests.paper.page', { paper: label, n: index + 1 }))}
      />
    </div>
  )
}
