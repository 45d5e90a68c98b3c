export { HeadquartersNews, type HeadquartersNewsProps } from './headquarters-news'
