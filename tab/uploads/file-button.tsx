/** A button that asks for files: what a keyboard and a screen reader use in place of a drop. */
import { Button, type ButtonProps } from '@fluentui/react-components';
import { Attach20Regular } from '@fluentui/react-icons';
import { useRef } from 'react';
import type { Dropped } from './upload-queue.ts';

export interface FileButtonProps {
  readonly title: string;
  readonly onFiles: (files: readonly Dropped[]) => void;
  readonly appearance?: ButtonProps['appearance'];
  readonly size?: ButtonProps['size'];
}

export function FileButton({ title, onFiles, appearance, size }: FileButtonProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button
        icon={<Attach20Regular />}
        onClick={() => input.current?.click()}
        {...(appearance && { appearance })}
        {...(size && { size })}
      >
        {title}
      </Button>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        aria-label={title}
        onChange={({ currentTarget }) => {
          const files = [...(currentTarget.files ?? [])].map((file) => ({ file }));
          // The same file may be chosen again.
          currentTarget.value = '';
          if (files.length > 0) onFiles(files);
        }}
      />
    </>
  );
}
