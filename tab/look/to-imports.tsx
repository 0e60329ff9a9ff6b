/** Where there are no claims yet: the way to bring them in. */
import { Button } from '@fluentui/react-components';
import { useLocation } from 'wouter';
import { texts } from '../texts.ts';
import { VIEW_PATHS } from './views.ts';

export function ToImports() {
  const [, go] = useLocation();
  return (
    <Button appearance="primary" onClick={() => go(VIEW_PATHS.imports)}>
      {texts.empty.toImports}
    </Button>
  );
}
