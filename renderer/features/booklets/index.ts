export { BookletsDesk, type BookletsDeskProps } from './booklets-desk'
