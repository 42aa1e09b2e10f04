// Each character of a name as it prints, and every shape that is written for the one picked.
import { useState } from "preact/hooks";
import { findVariants, type Character } from "../shared/service";
import { CharacterGrid } from "./character_grid";
import { SearchState } from "./search_state";
import { useAnswer } from "./use_answer";
import { Glyph } from "./glyph";

interface NameVariantsProps {
  name: string;
  current?: string | undefined;
  /** The character of that index becomes the chosen one. */
  onChoose: (character: Character, index: number, written: string[]) => void;
}

export function NameVariants({ name, current, onChoose }: NameVariantsProps) {
  const [picked, setPicked] = useState(0);
  const found = useAnswer(name.trim() === "" ? "" : name, (signal) => findVariants(name, signal));
  const entries = found.value ?? [];
  const index = Math.min(picked, Math.max(entries.length - 1, 0));
  const entry = entries[index];
  const written = entries.map(({ character }) => character.text);
  return (
    <>
      <SearchState answer={found} words="" />
      {entries.length > 0 && (
        <ol class="name-glyphs" aria-label="印字される字形">
          {entries.map(({ character }, place) => (
            <li key={place}>
              <button
                type="button"
                class="character"
                aria-pressed={place === index}
                aria-label={`${place + 1}字目 ${character.text}`}
                onClick={() => setPicked(place)}
              >
                <Glyph character={character} />
              </button>
            </li>
          ))}
        </ol>
      )}
      {entry && (
        <>
          <p class="search-state">
            {index + 1}字目「{entry.character.text}」の字形
            {entry.variants.length === 0 && "：文字情報基盤にほかの字形はありません"}
          </p>
          <CharacterGrid
            characters={entry.variants}
            current={current ?? entry.character.text}
            label={`${index + 1}字目の字形`}
            onChoose={(character) => onChoose(character, index, written)}
          />
        </>
      )}
    </>
  );
}
