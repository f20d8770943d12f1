import type { ReactNode } from 'react';
import { Button as AriaButton, Tooltip, TooltipTrigger } from 'react-aria-components';
import { Icon, type IconName } from './icon.tsx';
import './button.css';

interface ButtonProps {
  readonly onPress: () => void;
  readonly children: ReactNode;
  readonly icon?: IconName;
  readonly look?: 'plain' | 'accent' | 'quiet';
  readonly isDisabled?: boolean;
  readonly autoFocus?: boolean;
  /** The name for those who do not see beside what it stands. */
  readonly label?: string;
}

/** A button with words. */
export function Button({ onPress, children, icon, look = 'plain', isDisabled = false, autoFocus = false, label }: ButtonProps) {
  return (
    <AriaButton className="button" data-look={look} onPress={onPress} isDisabled={isDisabled} autoFocus={autoFocus} {...(label === undefined ? {} : { 'aria-label': label })}>
      {icon !== undefined && <Icon name={icon} size={18} />}
      <span>{children}</span>
    </AriaButton>
  );
}

interface IconButtonProps {
  readonly onPress: () => void;
  readonly icon: IconName;
  /** The name for those who do not see it, and the hint for those who do. */
  readonly label: string;
  readonly isDisabled?: boolean;
  readonly isPressed?: boolean;
}

/** A button with a sign only: its words come as a hint. */
export function IconButton({ onPress, icon, label, isDisabled = false, isPressed }: IconButtonProps) {
  return (
    <TooltipTrigger delay={500}>
      <AriaButton className="button icon-button" data-look="quiet" onPress={onPress} isDisabled={isDisabled} aria-label={label} {...(isPressed === undefined ? {} : { 'aria-pressed': isPressed })}>
        <Icon name={icon} />
      </AriaButton>
      <Tooltip className="tooltip" offset={6}>{label}</Tooltip>
    </TooltipTrigger>
  );
}
