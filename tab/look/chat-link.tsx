/** From what is shown here to the chat with the bot, where the same can be asked for. In local mode there is no such chat. */
import { Link } from '@fluentui/react-components';
import { useMe } from '../data/queries.ts';
import { useHost } from '../host/host-context.ts';
import { texts } from '../texts.ts';

/** @param message what stands in the chat to be sent, where the client takes that */
export function ChatLink({ message }: { readonly message: string }) {
  const host = useHost();
  const { data: me } = useMe();
  const chat = me?.chat;
  if (chat === undefined) return null;
  return (
    <Link
      as="button"
      style={{ alignSelf: 'flex-start' }}
      onClick={() => host.open(`${chat}&message=${encodeURIComponent(message)}`)}
    >
      {texts.openChat}
    </Link>
  );
}
