/** What the bot says of turns themselves: those that fail, take long, or come from elsewhere. */
export const teamsTexts = {
  ourFault: (reference: string) =>
    `Something went wrong on my side. Please look whether it was done before you try again; if it stays, give your administrator the reference ${reference}.`,
  storeAway: (reference: string) =>
    `I cannot get at my records just now. Please try again in a few minutes, and look first whether it was done; what the notice says I can tell you all the same. If it stays, give your administrator the reference ${reference}.`,
  answerUnsure: 'My answer may not have reached you. If you do not see it, please try again.',
  wrongTenant: 'I work for another organisation, so I cannot help here. Please ask your administrator.',
  tooFast: 'That is more at once than I can follow, so I left this one alone. Please try it again in a minute.',
  answerBelow: 'The answer is below.',
  searchLate: 'The search took too long. Please try it again.',
  takesLonger: 'This takes a little longer. I will answer here when it is done.',
};

/** What the bot says where something is not to be had that Teams has. */
export const surfaceTexts = {
  files: 'I take and give files in our chat in Teams only. Please go on there.',
  toldInTeams: 'I write to you about it in our chat in Teams.',
  writeInTeams:
    'I can write to you by myself in Teams only: please write “hello” to me there once, so that I can reach you.',
  onlySearch: 'I only search here. Please open our chat in Teams for everything else.',
};
