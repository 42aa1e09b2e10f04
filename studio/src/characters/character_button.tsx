// Beside an input: opens the shapes of what is typed in it.
import { useState } from "preact/hooks";
import { CharacterDialog } from "./character_dialog";

interface CharacterButtonProps {
  title: string;
  text: string;
  onChange: (text: string) => void;
}

export function CharacterButton(props: CharacterButtonProps) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <button
        type="button"
        class="to-characters"
        aria-label={`${props.title}の字形を見る`}
        title="字形を見る・選ぶ"
        onClick={() => setOpen(true)}
      >
        字
      </button>
      {open && <CharacterDialog {...props} onClose={() => setOpen(false)} />}
    </>
  );
}
