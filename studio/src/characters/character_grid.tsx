// Characters side by side, each with its number: the shapes differ by a dot, so they are large.
import type { Character } from "../shared/service";
import { Glyph } from "./glyph";

interface CharacterGridProps {
  characters: Character[];
  /** The one that is chosen or looked at. */
  current?: Character | undefined;
  label: string;
  usable: (character: Character) => boolean;
  onChoose: (character: Character) => void;
}

/** One shape may be written with a selector or without: its number says which it is. */
export const identity = (character: Character): string => character.mj ?? character.text;

export function CharacterGrid(props: CharacterGridProps) {
  const { characters, current, label, usable, onChoose } = props;
  return (
    <ul class="character-grid" aria-label={label}>
      {characters.map((character) => (
        <li key={identity(character)}>
          <button
            type="button"
            class="character"
            data-character={identity(character)}
            aria-pressed={current !== undefined && identity(character) === identity(current)}
            aria-disabled={!usable(character)}
            onClick={() => usable(character) && onChoose(character)}
          >
            <Glyph character={character} />
            <span class="number">{character.mj ?? character.codes}</span>
            {character.strokes !== undefined && <span class="strokes">{character.strokes}画</span>}
          </button>
        </li>
      ))}
    </ul>
  );
}
