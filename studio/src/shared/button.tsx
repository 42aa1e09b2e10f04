// A button that keeps the keyboard's place while it cannot be used: one that is `disabled` loses it.
import type { ComponentChildren } from "preact";

interface ButtonProps {
  children: ComponentChildren;
  usable?: boolean;
  class?: string;
  label?: string;
  onPress: () => void;
}

export function Button({ children, usable = true, label, onPress, ...rest }: ButtonProps) {
  return (
    <button
      type="button"
      aria-disabled={!usable}
      aria-label={label}
      onClick={() => usable && onPress()}
      {...rest}
    >
      {children}
    </button>
  );
}
