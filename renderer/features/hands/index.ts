export { HandsPage, type HandsPageProps } from './hands-page'
