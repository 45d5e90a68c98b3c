/** Telephone numbers have seven digits or more, identity and account numbers more still, however they are spaced. */
export const longNumber = /(?:[\p{Nd}〇零一二三四五六七八九幺][\s\-–—_.·/()]*){7}/u
