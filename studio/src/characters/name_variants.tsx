// Each character of a name as it prints, and every shape that is written for the one picked.
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { findVariants, type Character } from "../shared/service";
import { CharacterGrid, identity } from "./character_grid";
import { Glyph } from "./glyph";
import { countGraphemes } from "./graphemes";
import { SearchState } from "./search_state";
import { useAnswer } from "./use_answer";

interface NameVariantsProps {
  name: string;
  current?: Character | undefined;
  usable?: (character: Character) => boolean;
  /** Somebody looks at that character of the name. */
  onPick?: (character: Character) => void;
  /** `replaced` is the name with that character in the place of the one picked. */
  onChoose: (character: Character, replaced: string) => void;
}

/** As many as the service takes at once. */
const longest = 100;
const always = () => true;

const isLineFeed = (character: Character) => /^[\r\n]+$/.test(character.text);

export function NameVariants(props: NameVariantsProps) {
  const { name, current, usable = always, onPick, onChoose } = props;
  const [picked, setPicked] = useState(0);
  const chosen = useRef<string | null>(null);
  const row = useRef<HTMLDivElement>(null);
  const tooLong = countGraphemes(name) > longest;
  const asked = name.trim() === "" || tooLong ? "" : name;
  const found = useAnswer(asked, (signal) => findVariants(name, signal));
  // Until the newest text is answered, the row shows an older one: nothing can be put into that.
  const fresh = found.key === name;
  const written = (found.value ?? []).map(({ character }) => character.text);
  const entries = (found.value ?? [])
    .map((entry, place) => ({ ...entry, place }))
    .filter(({ character }) => !isLineFeed(character));
  const index = Math.min(picked, Math.max(entries.length - 1, 0));
  const entry = entries[index];

  // The new answer comes in another order, and a button that moves loses the keyboard's place.
  useLayoutEffect(() => {
    const wanted = chosen.current;
    chosen.current = null;
    if (wanted === null || document.activeElement !== document.body) return;
    const shape = row.current?.querySelector<HTMLElement>(
      `[data-character="${CSS.escape(wanted)}"]`,
    );
    const glyph = row.current?.querySelector<HTMLElement>('.name-glyphs [aria-pressed="true"]');
    (shape ?? glyph)?.focus();
  }, [found.value]);

  const choose = (character: Character, place: number) => {
    chosen.current = identity(character);
    onChoose(character, written.map((old, at) => (at === place ? character.text : old)).join(""));
  };
  const pick = (character: Character, at: number) => {
    setPicked(at);
    onPick?.(character);
  };

  return (
    <div ref={row}>
      <SearchState
        answer={found}
        words={tooLong ? `${longest}字までの文字列の字形を見られます。` : ""}
      />
      {entries.length > 0 && (
        <ol class="name-glyphs" aria-label="印字される字形">
          {entries.map(({ character, place }, at) => (
            <li key={place}>
              <button
                type="button"
                class="character"
                aria-pressed={at === index}
                aria-disabled={!fresh}
                aria-label={`${at + 1}字目 ${character.text}`}
                onClick={() => fresh && pick(character, at)}
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
            current={current ?? entry.character}
            label={`${index + 1}字目の字形`}
            usable={(character) => fresh && usable(character)}
            onChoose={(character) => choose(character, entry.place)}
          />
        </>
      )}
    </div>
  );
}
