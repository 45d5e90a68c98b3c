import { useState } from 'react'
import type { FoundFont, LetterFace } from '#shared/application/settings/ports'
import { useMessages } from '../../i18n/messages-provider'
import { problemSentence } from '../../i18n/problems'
import { Act } from '../../ui/acts/act'
import { Mark } from '../../ui/marks/mark'
import { PaperPreview } from '../../ui/paper-preview/paper-preview'
import { Sheet } from '../../ui/sheets/sheet'
import { ProblemNote } from '../../ui/states/problem-note'
import type { MachineInHand } from './use-machine'

export interface FontsSheetProps {
  readonly machine: MachineInHand
  readonly adminOnly: string | undefined
}

const faces: readonly LetterFace[] = ['body', 'title']

/** The office's own 仿宋 and 小标宋, taken only where their licence bits let a document carry them. */
export function FontsSheet({ machine, adminOnly }: FontsSheetProps) {
  const { t } = useMessages()
  return (
    <Sheet title={t('settings.fonts')} aside={t('settings.fonts.aside')}>
      <div className="settings-rows">
        {faces.map(face => (
          <Face key={face} face={face} machine={machine} adminOnly={adminOnly} />
        ))}
      </div>
      <Found machine={machine} adminOnly={adminOnly} />
      {machine.problem?.kind === 'fontUnusable' ? <ProblemNote sentence={problemSentence(machine.problem, t)} /> : null}
      <Sample key={JSON.stringify(machine.now?.fonts)} machine={machine} />
    </Sheet>
  )
}

function Face({ face, machine, adminOnly }: FontsSheetProps & { readonly face: LetterFace }) {
  const { t } = useMessages()
  const what = t(`settings.font.${face}`)
  const font = machine.now?.fonts[face]
  return (
    <div className="settings-row">
      <div>
        <h3>{what}</h3>
        <p className="settings-value">
          {font?.state === 'damaged' ? <Mark flag="late" /> : null}
          {font ? t(`settings.font.${font.state}`, { name: font.name }) : t('settings.font.bundled')}
        </p>
      </div>
      <div className="settings-row-acts">
        <Act size="small" disabledBecause={adminOnly} onAct={() => void machine.ask(care => care.chooseFont(face))}>
          {t('settings.font.fileFor', { what })}
        </Act>
        {font ? (
          <Act size="small" disabledBecause={adminOnly} onAct={() => void machine.ask(care => care.resetFont(face))}>
            {t('settings.font.resetFor', { what })}
          </Act>
        ) : null}
      </div>
    </div>
  )
}

function Found({ machine, adminOnly }: FontsSheetProps) {
  const { t } = useMessages()
  const [found, setFound] = useState<readonly FoundFont[] | null>(null)
  const [busy, setBusy] = useState(false)
  const find = async (): Promise<void> => {
    setBusy(true)
    const answer = await machine.care.findFonts()
    setBusy(false)
    if (answer.ok) setFound(answer.value)
  }
  return (
    <div className="settings-found">
      <Act size="small" icon="search" busy={busy} onAct={() => void find()}>
        {t(busy ? 'settings.font.finding' : 'settings.font.find')}
      </Act>
      {found?.length === 0 ? <p role="status">{t('settings.font.noneFound')}</p> : null}
      {found && found.length > 0 ? (
        <ul aria-label={t('settings.font.found')}>
          {found.map(font => (
            <li key={font.id}>
              <span>{t(`settings.font.${font.face}`)}</span>
              <Act
                size="small"
                disabledBecause={
                  font.refusal
                    ? t('settings.font.cannot', { why: t(`settings.font.refusal.${font.refusal}`) })
                    : adminOnly
                }
                onAct={() => void machine.ask(care => care.chooseFont(font.face, font.id))}
              >
                {t('settings.font.use', { name: font.name })}
              </Act>
              {font.refusal ? (
                <span className="settings-quiet">
                  {t('settings.font.cannot', { why: t(`settings.font.refusal.${font.refusal}`) })}
                </span>
              ) : null}
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  )
}

const sampleWidth = 900

function Sample({ machine }: { readonly machine: MachineInHand }) {
  const { t } = useMessages()
  const [images, setImages] = useState<readonly Uint8Array[] | 'none' | null>(null)
  const [busy, setBusy] = useState(false)
  const show = async (): Promise<void> => {
    setBusy(true)
    const made = await machine.care.fontSample(sampleWidth)
    setBusy(false)
    setImages(made ?? 'none')
  }
  return (
    <div className="settings-sample">
      <Act size="small" icon="eye" busy={busy} onAct={() => void show()}>
        {t(busy ? 'settings.font.previewing' : 'settings.font.preview')}
      </Act>
      {images === 'none' ? <p role="status">{t('settings.font.noSample')}</p> : null}
      {images && images !== 'none' ? (
        <PaperPreview images={images} label={t('settings.font.sample')} pageLabels={[]} />
      ) : null}
    </div>
  )
}
