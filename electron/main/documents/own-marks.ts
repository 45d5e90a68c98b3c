/** First line of the front matter of a file that this program wrote: what is below it is the text as it stands. */
export const ownDocumentMark = '# Records-Desk-Document: 1'

/** Said in bag-info.txt by a bag that this program wrote: its documents are the lines of its JSON Lines files. */
export const ownBagLabel = 'Records-Desk-Catalogue'
