// What a person has in hand: a reading, a count of strokes, a radical, a code.
import type { CharacterSearch } from "../shared/service";

export interface SearchWords {
  reading: string;
  strokes: string;
  radical: string;
  code: string;
}

export const noWords: SearchWords = { reading: "", strokes: "", radical: "", code: "" };

const inputs: [keyof SearchWords, string, string][] = [
  ["reading", "読み", "例：つじ"],
  ["strokes", "総画数", "例：6"],
  ["radical", "部首の番号（1～214）", "例：162"],
  ["code", "文字・番号・コード", "例：MJ025760、U+8FBB、J+8FBB、1-36-52"],
];

const whole = (text: string): number | undefined => {
  const narrow = text.normalize("NFKC").trim();
  return /^\d{1,3}$/.test(narrow) ? Number(narrow) : undefined;
};

/** A register's code is digits, or begins as one; anything else is the character itself. */
const isRegisterCode = (code: string) => /^(J\+[0-9A-F]+|\d+-\d+-\d+|\d{6}|\d{8})$/i.test(code);

/** Null as long as nothing is asked. */
export function toSearch(words: SearchWords): CharacterSearch | null {
  const code = words.code.normalize("NFC").trim();
  if (code !== "" && !isRegisterCode(code)) return { written: code };
  const strokes = whole(words.strokes);
  const radical = whole(words.radical);
  const search: CharacterSearch = {
    ...(words.reading.trim() === "" ? {} : { reading: words.reading.trim() }),
    ...(strokes === undefined ? {} : { strokes }),
    ...(radical === undefined ? {} : { radical }),
    ...(code === "" ? {} : { code }),
  };
  return Object.keys(search).length > 0 ? search : null;
}

interface SearchFormProps {
  words: SearchWords;
  onChange: (words: SearchWords) => void;
}

export function SearchForm({ words, onChange }: SearchFormProps) {
  return (
    <div class="search-form" role="search">
      {inputs.map(([name, label, example]) => (
        <div class="search-word" key={name}>
          <label for={`search-${name}`}>{label}</label>
          <input
            id={`search-${name}`}
            value={words[name]}
            placeholder={example}
            autocomplete="off"
            onInput={(event) => onChange({ ...words, [name]: event.currentTarget.value })}
          />
        </div>
      ))}
    </div>
  );
}
