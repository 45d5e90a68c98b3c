import { finishMaking, makingFolder, moveMade } from '../files/folder-in-making'

const puttingBack = { ending: 'putting-back', doneMark: 'put-back', aside: 'before-putting-back' } as const

export const { doneMark } = puttingBack
export const putBackFolder = (office: string): string => makingFolder(office, puttingBack)
export const movePutBack = (office: string): void => moveMade(office, puttingBack)

/** At start: see `finishMaking`. */
export const finishPutBack = (office: string): boolean => finishMaking(office, puttingBack)
