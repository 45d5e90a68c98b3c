import { useState } from 'react'
import { standardSheet } from '#shared/application/catalogue/standard-list-file'
import type { Desk } from '#shared/application/desk'
import type { RegisterFile } from '#shared/application/import/import-desk'
import type { Problem } from '#shared/contracts/problems'
import type { StandardList } from '#shared/domain/catalogue/standard-list'
import { useRunning } from '../../ui/states/use-running'

/** Standard lists from a workbook or csv, and out to one. */
export function useStandardFiles(desk: Desk) {
  const [file, setFile] = useState<RegisterFile | null>(null)
  const [saved, setSaved] = useState<string | null>(null)
  const { isBusy, problem, run } = useRunning<Problem>()
  const choose = async (): Promise<void> => {
    const read = await run(() => desk.imports.read())
    if (read && read !== 'cancelled') setFile(read)
  }
  const save = async (list: StandardList, ending: 'xlsx' | 'csv'): Promise<void> => {
    setSaved(null)
    const name = list.name.replace(/[\\/:*?"<>|\u0000-\u001f]/gu, ' ').slice(0, 100)
    const answer = await run(() => desk.imports.saveReport(`${name} ${desk.today}.${ending}`, standardSheet(list)))
    if (answer === 'saved') setSaved(list.name)
  }
  return {
    ...{ file, saved, isBusy, problem },
    choose: () => void choose(),
    save: (list: StandardList, ending: 'xlsx' | 'csv') => void save(list, ending),
    close: () => setFile(null),
  }
}
