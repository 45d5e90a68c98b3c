export { ImportNotice, type ImportNoticeProps } from './import-notice'
