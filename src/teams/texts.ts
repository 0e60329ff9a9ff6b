/** What the bot says of turns themselves: those that fail, take long, or come from elsewhere. */
export const teamsTexts = {
  ourFault: (reference: string) =>
    `Something went wrong on my side. Please look whether it was done before you try again; if it stays, give your administrator the reference ${reference}.`,
  storeAway: (reference: string) =>
    `I cannot get at my records just now. Please try again in a few minutes, and look first whether it was done; what the notice says I can tell you all the same. If it stays, give your administrator the reference ${reference}.`,
  answerUnsure: 'My answer may not have reached you. If you do not see it, please try again.',
  wrongTenant: 'I work for another organisation, so I cannot help here. Please ask your administrator.',
  answerBelow: 'The answer is below.',
  searchLate: 'The search took too long. Please try it again.',
  takesLonger: 'This takes a little longer. I will answer here when it is done.',
} as const;
