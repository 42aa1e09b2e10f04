// Characters side by side, each with its number: the shapes differ by a dot, so they are large.
import type { Character } from "../shared/service";
import { Glyph } from "./glyph";

interface CharacterGridProps {
  characters: Character[];
  /** The text of the one that is chosen or looked at. */
  current?: string | undefined;
  label: string;
  onChoose: (character: Character) => void;
}

export function CharacterGrid({ characters, current, label, onChoose }: CharacterGridProps) {
  return (
    <ul class="character-grid" aria-label={label}>
      {characters.map((character) => (
        <li key={character.mj ?? character.text}>
          <button
            type="button"
            class="character"
            aria-pressed={character.text === current}
            onClick={() => onChoose(character)}
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
