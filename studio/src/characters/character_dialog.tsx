// A window over an input: the exact shapes of what is typed, and another shape for any of them.
import { useEffect, useRef, useState } from "preact/hooks";
import { Button } from "../shared/button";
import type { Character } from "../shared/service";
import { CharacterSearch } from "./character_search";
import { NameVariants } from "./name_variants";

interface CharacterDialogProps {
  title: string;
  text: string;
  onChange: (text: string) => void;
  onClose: () => void;
}

/** What no font draws would stop the sheet. */
const isDrawn = (character: Character) => character.picture !== undefined;

export function CharacterDialog({ title, text, onChange, onClose }: CharacterDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [searching, setSearching] = useState(text === "");
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} class="character-dialog" aria-label={`${title}の文字`} onClose={onClose}>
      <header>
        <h2>{title}の文字</h2>
        <Button onPress={() => dialog.current?.close()}>閉じる</Button>
      </header>
      {text !== "" && (
        <NameVariants
          name={text}
          usable={isDrawn}
          onChoose={(_, replaced) => onChange(replaced)}
        />
      )}
      <details open={searching} onToggle={(event) => setSearching(event.currentTarget.open)}>
        <summary>文字を探して末尾に加える</summary>
        {searching && (
          <CharacterSearch
            usable={isDrawn}
            onChoose={(character) => onChange(text + character.text)}
          />
        )}
      </details>
    </dialog>
  );
}
