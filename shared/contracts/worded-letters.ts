/** Letters whose free paragraphs an office may word; the list of shared/domain/wording, which a test holds beside it. */
export const wordedLetters = [
  ...(['F03', 'R01', 'R02', 'R03', 'R04', 'R05', 'R06', 'R08', 'R09', 'R10'] as const),
  ...(['R11', 'R12', 'R13', 'R14', 'R16', 'R17', 'R18', 'R20', 'R23', 'S04'] as const),
] as const
