export { DocumentImportDesk, type DocumentImportDeskProps } from './document-import-desk'
