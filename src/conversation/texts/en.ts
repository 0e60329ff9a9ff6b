/** What the bot says about itself. */
export const introTexts = {
  welcomeTitle: 'CPOR and POE, in one place',
  welcome:
    'Ask me what the notice on Claims Partner of Record (CPOR) says. I also show which migrated customer associations still lack Proof of Execution (POE), take the documents here in the chat, and tell you the last step in Partner Center. Updating is recommended by Microsoft.',
  helpTitle: 'What I can do',
  helpButton: 'Help',
  notUnderstood: 'I did not understand that. This is what I can do:',
  notYourWords:
    'I read what you write yourself: not the messages that you quote or forward, and no cards or voice messages. Please write it in your own words, or attach a file.',
  publicHelp:
    'Mention me and ask what the notice says, in your own words. I keep everything about your customers to our personal chat in Teams.',
  inPersonalChat: 'I do that in our personal chat in Teams. Please open it and write to me there.',
  personalOnly: 'I keep customers’ data to our personal chat in Teams. Please open it and write to me there.',
  filesInPersonalChat:
    'I cannot take files here: customers’ documents stay between you and me. Please open our personal chat and drop the file there.',
  noFilesHere: 'Files go through our chat in Teams only.',
  goneButton: 'This button is no longer in use. Write “help” for what I can do.',
};
