import { lawPackOn, type LawPack } from '#shared/domain/decisions/law-pack'
import { builtInLawPacks } from '../law-packs'
import type { WorkingCalendar } from '#shared/domain/calendar/working-calendar'
import type { KioskCare, MachineCare, OfficeActs, WordingDesk } from '#shared/application/settings/ports'
import type { Shell } from '#shared/contracts/channel'
import type { DeskChannels } from '#shared/contracts/desk-channels'
import type { Agency } from '#shared/domain/agencies/office-facts'
import type { CivilDate } from '#shared/domain/calendar/civil-date'
import type { LetterModel } from '#shared/letters/letter-model'
import { officeBook } from '../../../data/repositories/office-book'
import type { View } from '../../../data/view'
import { sampleLetter } from '../papers/wording-samples'
import type { PaperWorkshop } from '../papers/papers'

/** Facts about the office have channels of their own; the view shows the change before it is said to be done. */
export function officeActs(shell: Shell<DeskChannels>, catchUp: () => Promise<void>): OfficeActs {
  const shown = async <Answer extends { readonly ok: boolean }>(asked: Promise<Answer>): Promise<Answer> => {
    const answer = await asked
    if (answer.ok) await catchUp()
    return answer
  }
  return {
    addAgency: agency => shown(shell['agency:add'](agency)),
    changeAgency: change => shown(shell['agency:change'](change)),
    changeSettings: changed => shown(shell['office:changeSettings'](changed)),
    startSeries: start => shown(shell['numbers:start'](start)),
    changeWording: changes => shown(shell['wording:change']({ changes: changes.map(change => ({ ...change })) })),
    voidNumbers: ({ numbers, ...rest }) => shown(shell['numbers:void']({ ...rest, numbers: [...numbers] })),
  }
}

export const kioskCare = (shell: Shell<DeskChannels>): KioskCare => ({
  read: () => shell['kioskCare:read'](),
  start: () => shell['kioskCare:start'](),
  end: () => shell['kioskCare:end'](),
  setLimits: limits => shell['kioskCare:setLimits'](limits),
})

interface MachineCareParts {
  readonly shell: Shell<DeskChannels>
  readonly papers: Pick<PaperWorkshop, 'make' | 'drawBytes' | 'takeFontsAnew'>
  /** A letter that shows what the faces look like. */
  readonly sampleFor: () => Promise<LetterModel | null>
}

export function machineCare({ shell, papers, sampleFor }: MachineCareParts): MachineCare {
  const withFontsAnew = async <Answer>(asked: Promise<Answer>): Promise<Answer> => {
    const answer = await asked
    papers.takeFontsAnew()
    return answer
  }
  return {
    read: () => shell['machine:read'](),
    chooseFolder: which => shell['machine:chooseFolder']({ which }),
    forgetFolder: which => shell['machine:forgetFolder']({ which }),
    printers: () => shell['machine:printers'](),
    setCardReader: address => shell['machine:setCardReader']({ address }),
    setPrinter: name => shell['machine:setPrinter']({ name }),
    findFonts: () => shell['fonts:find'](),
    chooseFont: (face, found) => withFontsAnew(shell['fonts:choose']({ face, ...(found ? { found } : {}) })),
    resetFont: face => withFontsAnew(shell['fonts:reset']({ face })),
    fontSample: async width => {
      const model = await sampleFor()
      const made = model ? await papers.make(model) : null
      return made?.ok ? papers.drawBytes(made.value.bytes, width) : null
    },
  }
}

interface WordingParts {
  readonly view: View
  readonly papers: Pick<PaperWorkshop, 'make' | 'drawBytes'>
  readonly today: CivilDate
  readonly calendar: WorkingCalendar
  readonly lawPacks: readonly LawPack[]
}

/** Samples with the letterhead of the office's first agency, under the law of the day. */
export function wordingDesk({ view, papers, today, calendar, lawPacks }: WordingParts): WordingDesk {
  return {
    sample: async (letter, texts, width) => {
      const agency = (await officeBook(view).findOffice())?.agencies[0]
      const pack = lawPackOn(lawPacks, today)
      const context = { today, calendar, lawPack: pack.ok ? pack.value : null, wording: { version: 1, texts } }
      const model = agency ? sampleLetter(letter, { agency, ...context }) : null
      const made = model ? await papers.make(model) : null
      if (!made?.ok) return null
      return { images: await papers.drawBytes(made.value.bytes, width), spots: made.value.spots }
    },
  }
}

/** A proof of a reply of the office's first agency; about nobody and nothing. */
export async function fontSample(view: View, today: CivilDate): Promise<LetterModel | null> {
  const agency: Agency | undefined = (await officeBook(view).findOffice())?.agencies[0]
  if (!agency) return null
  const pack = lawPackOn(builtInLawPacks(), today)
  return {
    letter: 'R12',
    purpose: 'proof',
    letterNo: null,
    agency,
    applicantName: '示例申请人',
    addressedAs: '你',
    lawPack: pack.ok ? pack.value : null,
    requestNo: 'XX-A-2026-0001',
    channel: 'inPerson',
    route: 'collect',
    receivedOn: today,
    description: '字体示例',
    search: {
      searchedOn: today,
      searcherName: '示例人员',
      places: ['档案管理系统'],
      words: ['示例'],
      unitsAsked: ['办公室'],
      periodFrom: '2018年1月',
      result: '没有检索到相关信息',
    },
    reasons: '本页只用来查看字体，不是答复。',
    issuedOn: today,
  }
}
