/** What people seldom send, or Teams by itself: files and HTML, answers to an offered file, thumbs, news of the chat, and what is of no known kind. */
import { type Arbitrary, array, constantFrom, oneof, record, tuple } from 'fast-check';
import { fileAttachment, fileConsent, htmlTwin } from '../support/teams/activities.ts';
import type { Chat } from '../support/teams/chat.ts';
import { change, odd, oddText, spoiled } from './odd.ts';

type Activity = Parameters<Chat['sends']>[0];

const MOST_SPOILED = 2;
const TYPES = [
  'conversationUpdate',
  'installationUpdate',
  'messageReaction',
  'messageUpdate',
  'messageDelete',
  'typing',
];
const NAMES = ['task/fetch', 'signin/verifyState', 'composeExtension/queryLink', 'config/fetch', 'adaptiveCard/action'];
const ADDRESSES = [
  ...['https://evil.example/x', 'http://127.0.0.1:1/', 'file:///etc/passwd', 'http://169.254.169.254/latest/meta-data'],
  ...[
    'https://contoso-my.sharepoint.com/x',
    'data:text/plain,x',
    '//x',
    'http://[::1]/',
    `https://x/${'y'.repeat(9_000)}`,
  ],
];
const HTML = [
  ...[
    '<p>',
    '</p>',
    '<a href="https://contoso.sharepoint.com/x.pdf">',
    '<at>',
    '<img src="',
    '<blockquote',
    '&amp;',
    '&#x',
  ],
  ...['<table><tr>', '<li>', '<!--', '<div>'.repeat(3_000), 'SHARED-1', '\u0000', '"'],
];

const address = oneof({ weight: 4, arbitrary: constantFrom(...ADDRESSES) }, { weight: 1, arbitrary: oddText });
const name = oneof(
  constantFrom('SHARED-1.pdf', 'export.csv', '../../x.docx', 'x', '', `${'x'.repeat(300)}.zip`),
  oddText,
);
const file = tuple(name, address).map(([called, at]) => fileAttachment(called, at, 'a file'));
const html = array(constantFrom(...HTML), { maxLength: 8 }).map((some) => htmlTwin(some.join('')));

const usual: Arbitrary<Activity> = oneof<Arbitrary<Activity>[]>(
  record({ type: constantFrom('message'), attachments: array(oneof(file, html), { maxLength: 3 }) }),
  tuple(name, address).map(([called, place]) => {
    const context = { offer: 'an offer' };
    const content = { acceptContext: context, declineContext: context };
    return fileConsent({ type: 'invoke' }, { name: called, content }, place);
  }),
  record({
    type: constantFrom('invoke'),
    name: constantFrom('message/submitAction'),
    replyToId: constantFrom('1', ''),
    value: record({
      actionName: constantFrom('feedback'),
      actionValue: record({ reaction: constantFrom('like', 'dislike'), feedback: oddText }),
    }),
  }),
  record({
    type: constantFrom(...TYPES),
    action: constantFrom('add', 'remove', 'add-upgrade'),
    membersAdded: array(record({ id: oddText }), { maxLength: 2 }),
  }),
  record({ type: constantFrom('invoke', 'event'), name: constantFrom(...NAMES), value: odd }),
);

export const rareActivities: Arbitrary<Activity> = tuple(usual, array(change(odd), { maxLength: MOST_SPOILED })).map(
  ([whole, changes]) => spoiled(whole, changes),
);
