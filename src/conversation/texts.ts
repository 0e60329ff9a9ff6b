/** What the bot says about itself. */
export const texts = {
  welcomeTitle: 'Proof of Execution, kept in one place',
  welcome:
    'I show which migrated customer associations still lack Proof of Execution (POE), take the documents here in the chat, and tell you the last step in Partner Center. Updating is recommended by Microsoft.',
  helpTitle: 'What I can do',
  help: (lead: boolean): string[] => [
    'Write “what needs POE” for your open claims, or “what needs POE” and a customer’s name.',
    'Write “claim” and its ID to see one claim.',
    'Drop a document here, or paste a picture, to file it as POE.',
    ...(lead
      ? [
          'Drop the export from Partner Center (.csv or .xlsx) here to import associations.',
          'Write “assign”, a claim ID, “to” and a person to give a claim to somebody.',
        ]
      : []),
  ],
  buttons: { list: 'What needs POE', upload: 'Upload a document', import: 'Import an export', help: 'Help' },
  howUpload:
    'Drop one or several documents into this chat, or paste a picture. I take PDF, Word, Excel, PowerPoint, Outlook messages, pictures and plain text. You choose the claim afterwards.',
  howImport:
    'Drop the export of your customer associations (.csv or .xlsx) into this chat. You see what would change before anything is written.',
  notUnderstood: 'I did not understand that. This is what I can do:',
  personalOnly: 'I keep customers’ data to our personal chat. Please open it and write to me there.',
  goneButton: 'This button is no longer in use. Write “help” for what I can do.',
} as const;
