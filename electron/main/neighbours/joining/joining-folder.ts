import { finishMaking, makingFolder, moveMade } from '../../files/folder-in-making'

const joining = { ending: 'joining', doneMark: 'joined', aside: 'before-joining' } as const

export const { doneMark } = joining
export const joiningFolder = (office: string): string => makingFolder(office, joining)
export const moveIntoPlace = (office: string): void => moveMade(office, joining)
export const finishJoining = (office: string): boolean => finishMaking(office, joining)
