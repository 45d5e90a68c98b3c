export { CatalogueDesk } from './catalogue-desk'
export { DocumentPage } from './document-page'
export { DocumentFormDesk } from './document-form-desk'
export { StandardListsDesk } from './standard-lists-desk'
