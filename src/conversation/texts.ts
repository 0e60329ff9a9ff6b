/** What the bot says about itself. */
import { shorten } from '../format/shorten.ts';

export const texts = {
  welcomeTitle: 'CPOR and POE, in one place',
  welcome:
    'Ask me what the notice on Claims Partner of Record (CPOR) says. I also show which migrated customer associations still lack Proof of Execution (POE), take the documents here in the chat, and tell you the last step in Partner Center. Updating is recommended by Microsoft.',
  helpTitle: 'What I can do',
  help: (lead: boolean): string[] => [
    'Ask what the notice says, in your own words, or write “topics”.',
    'Write “what needs POE” for your open claims, or “what needs POE” and a customer’s name.',
    'Write “claim” and its ID to see one claim.',
    'Write “open a ticket” to ask your desk, and “my tickets” for what became of it.',
    'Drop a document here, or paste a picture, to file it as POE.',
    'I remind you on some days before the deadline while something of yours is open. Write “reminders off” or “reminders on”.',
    ...(lead
      ? [
          'Drop the export from Partner Center (.csv or .xlsx) here to import associations.',
          'Write “report” to see where everybody stands and to remind them, and “announce” to share the notice.',
          'Write “unanswered” for the questions that got no answer.',
          'Mention me with “desk here” in the channel where tickets are worked on. Write “undelivered” for tickets that did not arrive.',
          'Write “assign”, a claim ID, “to” and a person to give a claim to somebody.',
        ]
      : []),
  ],
  buttons: {
    list: 'What needs POE',
    topics: 'See the topics',
    upload: 'Upload a document',
    ticket: 'Open a ticket',
    import: 'Import an export',
    report: 'See the report',
    help: 'Help',
  },
  howUpload:
    'Drop one or several documents into this chat, or paste a picture. I take PDF, Word, Excel, PowerPoint, Outlook messages, pictures and plain text. You choose the claim afterwards.',
  howImport:
    'Drop the export of your customer associations (.csv or .xlsx) into this chat. You see what would change before anything is written.',
  notUnderstood: 'I did not understand that. This is what I can do:',
  orTicket: 'Or add it to one of your tickets:',
  nobodyCalledSo:
    'I found no claim or customer of that name among those that you may see. Write “what needs POE” for your list.',
  publicHelp:
    'Mention me and ask what the notice says, in your own words. I keep everything about your customers to our personal chat.',
  onOrOff: 'Write “reminders off” to end my reminders, or “reminders on” to have them again.',
  openClaim: (claimId: string) => `Open claim ${shorten(claimId, 60)}`,
  openTicket: (number: number) => `Open ticket T-${number}`,
  inPersonalChat: 'I do that in our personal chat. Please open it and write to me there.',
  personalOnly: 'I keep customers’ data to our personal chat. Please open it and write to me there.',
  goneButton: 'This button is no longer in use. Write “help” for what I can do.',
} as const;
