export { TodayBoard, type TodayBoardProps } from './today-board'
export type { JournalHealth } from './journal-line'
