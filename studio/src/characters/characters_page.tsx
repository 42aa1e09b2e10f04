// The page about characters: by what one knows of them, or by a name they stand in.
import { useEffect, useRef, useState } from "preact/hooks";
import type { Character } from "../shared/service";
import { CharacterFacts } from "./character_facts";
import { CharacterSearch } from "./character_search";
import { NameVariants } from "./name_variants";

/** As in characters.css: the facts are then under everything else. */
const narrow = "(max-width: 44rem)";

export function CharactersPage() {
  const [name, setName] = useState("");
  const [shown, setShown] = useState<Character | null>(null);
  const facts = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (shown && matchMedia(narrow).matches) facts.current?.scrollIntoView();
  }, [shown]);
  const rename = (text: string) => {
    setName(text);
    setShown(null);
  };
  return (
    <div class="page">
      <header class="bar">
        <h1>
          窓口 <small>文字を調べる</small>
        </h1>
        <nav>
          <a href="/">様式の印字へ</a>
        </nav>
      </header>
      <main class="characters-page">
        <div class="lookups">
          <section aria-labelledby="by-name">
            <h2 id="by-name">氏名の字形から</h2>
            <input
              aria-label="氏名など"
              value={name}
              placeholder="例：渡邉　辻"
              autocomplete="off"
              onInput={(event) => rename(event.currentTarget.value)}
            />
            <NameVariants
              name={name}
              current={shown ?? undefined}
              onPick={setShown}
              onChoose={setShown}
            />
          </section>
          <section aria-labelledby="by-words">
            <h2 id="by-words">読み・画数・番号から</h2>
            <CharacterSearch
              current={shown ?? undefined}
              namesElsewhere="氏名は上の「氏名など」で調べられます。"
              onChoose={setShown}
            />
          </section>
        </div>
        <div class="found" ref={facts} aria-live="polite">
          {shown ? (
            <CharacterFacts character={shown} />
          ) : (
            <p class="quiet">文字を選ぶと、ここに番号・コード・読み・縮退の候補が出ます。</p>
          )}
        </div>
      </main>
    </div>
  );
}
