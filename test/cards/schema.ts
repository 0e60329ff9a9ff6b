/**
 * The part of the Adaptive Cards schema 1.5 that our cards use, strictly: an unknown type or property is an error, so that a
 * slip of the pen shows up here and not on one of the clients. Extend it when a card needs more.
 */
import { z } from 'zod';

const text = z.string().min(1);
const spacing = z.enum(['none', 'small', 'default', 'medium', 'large', 'extraLarge', 'padding']);
const size = z.enum(['small', 'default', 'medium', 'large', 'extraLarge']);
const weight = z.enum(['lighter', 'default', 'bolder']);
const color = z.enum(['default', 'dark', 'light', 'accent', 'good', 'warning', 'attention']);
const element = {
  id: text.optional(),
  isVisible: z.boolean().optional(),
  separator: z.boolean().optional(),
  spacing: spacing.optional(),
};

const actionLook = { tooltip: text.optional(), style: z.enum(['default', 'positive', 'destructive']).optional() };
const submitted = {
  title: text,
  data: z.record(z.string(), z.unknown()),
  associatedInputs: z.enum(['auto', 'none']).optional(),
};
const submit = z.strictObject({ type: z.literal('Action.Submit'), ...submitted });
const execute = z.strictObject({
  type: z.literal('Action.Execute'),
  ...actionLook,
  ...submitted,
  verb: text,
  fallback: submit,
});
/** No fallback: a client without `Action.Execute` knows no refresh either. No `userIds`: it is for all, in chats of up to 60. */
const refresh = z.strictObject({
  action: z.strictObject({ type: z.literal('Action.Execute'), title: text, verb: text, data: submitted.data }),
});
const toggle = z.strictObject({
  type: z.literal('Action.ToggleVisibility'),
  ...actionLook,
  title: text,
  targetElements: z.array(text).min(1),
});
const openUrl = z.strictObject({
  type: z.literal('Action.OpenUrl'),
  ...actionLook,
  title: text,
  url: z.url({ protocol: /^https$/ }),
});
const action = z.discriminatedUnion('type', [execute, toggle, openUrl]);

/** A screen reader speaks the title: a tappable area without one is silent. */
const selectAction = action.optional();

const textBlock = z.strictObject({
  type: z.literal('TextBlock'),
  ...element,
  text,
  color: color.optional(),
  isSubtle: z.boolean().optional(),
  size: size.optional(),
  weight: weight.optional(),
  wrap: z.boolean().optional(),
  style: z.enum(['default', 'heading']).optional(),
});
const textRun = z.strictObject({
  type: z.literal('TextRun'),
  text,
  color: color.optional(),
  isSubtle: z.boolean().optional(),
  size: size.optional(),
  weight: weight.optional(),
  strikethrough: z.boolean().optional(),
});
const richTextBlock = z.strictObject({
  type: z.literal('RichTextBlock'),
  ...element,
  inlines: z.array(textRun).min(1),
});
const image = z.strictObject({
  type: z.literal('Image'),
  ...element,
  url: z.url({ protocol: /^https$/ }),
  altText: text,
  size: z.enum(['auto', 'stretch', 'small', 'medium', 'large']).optional(),
});
const input = { ...element, id: text, label: text };
const inputText = z.strictObject({
  type: z.literal('Input.Text'),
  ...input,
  placeholder: text.optional(),
  value: z.string().optional(),
  maxLength: z.int().positive(),
  isMultiline: z.boolean().optional(),
});
const choiceSet = z.strictObject({
  type: z.literal('Input.ChoiceSet'),
  ...input,
  placeholder: text.optional(),
  value: z.string().optional(),
  style: z.enum(['compact', 'expanded']),
  isMultiSelect: z.boolean().optional(),
  wrap: z.literal(true),
  choices: z.array(z.strictObject({ title: text, value: text })).min(1),
});
/** docs/platform.md, "Limits": at most 6 primary actions in one set. */
const actionSet = z.strictObject({ type: z.literal('ActionSet'), ...element, actions: z.array(action).min(1).max(6) });

const containerStyle = z.enum(['default', 'emphasis', 'good', 'attention', 'warning', 'accent']).optional();
const items = z.lazy((): z.ZodType => z.array(anyElement).min(1));
const container = z.strictObject({
  type: z.literal('Container'),
  ...element,
  style: containerStyle,
  selectAction,
  items,
});
const column = z.strictObject({
  type: z.literal('Column'),
  ...element,
  width: z.union([z.enum(['auto', 'stretch']), z.string().regex(/^\d+px$/)]),
  verticalContentAlignment: z.enum(['top', 'center', 'bottom']).optional(),
  items,
});
const columnSet = z.strictObject({
  type: z.literal('ColumnSet'),
  ...element,
  selectAction,
  columns: z.array(column).min(1),
});

const anyElement = z.discriminatedUnion('type', [
  textBlock,
  richTextBlock,
  image,
  inputText,
  choiceSet,
  actionSet,
  container,
  columnSet,
]);

export const cardSchema = z.strictObject({
  $schema: z.literal('http://adaptivecards.io/schemas/adaptive-card.json'),
  type: z.literal('AdaptiveCard'),
  version: z.literal('1.5'),
  refresh: refresh.optional(),
  body: z.array(anyElement).min(1),
});
