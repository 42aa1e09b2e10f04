// What a person has in hand: a reading, a count of strokes, a radical, a code.
import type { CharacterSearch } from "../shared/service";
import { countGraphemes } from "./graphemes";

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
  ["code", "文字・番号・コード", "例：MJ025760、J+8FBB"],
];

const most = { strokes: 200, radical: 214 };

const whole = (text: string): number | undefined => {
  const narrow = text.normalize("NFKC").trim();
  return /^\d{1,3}$/.test(narrow) ? Number(narrow) : undefined;
};

/** What an input method makes of a number or a code, as it is meant. A character that is asked for
 * stays as it is: also Unicode's own normal forms would make another one of it. */
function asCode(typed: string): string {
  const text = typed.trim();
  if (countGraphemes(text) < 2) return text;
  const hyphened = text.replace(/(?<=[\d０-９])[ー－−](?=[\d０-９])/g, "-");
  if (!/^[!-~！-～]+$/.test(hyphened)) return text;
  return hyphened.replace(/[！-～]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0));
}

/** A register's code is digits, or begins as one. */
const isRegisterCode = (code: string) => /^(J\+.+|\d[\d-]+)$/i.test(code);

const isCharacter = (code: string) =>
  countGraphemes(code) === 1 || /^(MJ\d{6}|U\+.+)$/i.test(code);

type Complaints = Partial<Record<keyof SearchWords, string>>;

/** By field, what cannot be searched for. */
function complaintsOf(words: SearchWords): Complaints {
  const code = asCode(words.code);
  if (isCharacter(code) || isRegisterCode(code)) return {};
  if (code !== "")
    return { code: "1文字か、一つの番号・コードを入れてください。" };
  const outside = (name: "strokes" | "radical") => {
    if (words[name].trim() === "") return false;
    const number = whole(words[name]);
    return number === undefined || number < 1 || number > most[name];
  };
  return {
    ...(outside("strokes") ? { strokes: `総画数は1～${most.strokes}の整数で入れてください。` } : {}),
    ...(outside("radical")
      ? { radical: `部首の番号は1～${most.radical}の整数で入れてください。` }
      : {}),
  };
}

/** Null as long as nothing is asked, or something that cannot be. */
export function toSearch(words: SearchWords): CharacterSearch | null {
  if (Object.keys(complaintsOf(words)).length > 0) return null;
  const code = asCode(words.code);
  if (code !== "") return isRegisterCode(code) ? { code } : { written: code };
  const strokes = whole(words.strokes);
  const radical = whole(words.radical);
  const search: CharacterSearch = {
    ...(words.reading.trim() === "" ? {} : { reading: words.reading.trim() }),
    ...(strokes === undefined ? {} : { strokes }),
    ...(radical === undefined ? {} : { radical }),
  };
  return Object.keys(search).length > 0 ? search : null;
}

interface SearchFormProps {
  words: SearchWords;
  /** Where to ask about more than one character. */
  namesElsewhere: string;
  onChange: (words: SearchWords) => void;
}

export function SearchForm({ words, namesElsewhere, onChange }: SearchFormProps) {
  const complaints = complaintsOf(words);
  // A code names its character alone; the keyboard is then in its field, so the others may be off.
  const codeOnly = words.code.trim() !== "";
  const others = inputs.some(([name]) => name !== "code" && words[name].trim() !== "");
  const note = codeOnly && others ? "これを消すまで、ほかの条件は使いません。" : undefined;
  return (
    <div class="search-form" role="search">
      {inputs.map(([name, label, example]) => {
        const isWrong = name in complaints;
        const said = complaints[name] ?? (name === "code" ? note : undefined);
        return (
          <div class="search-word" key={name}>
            <label for={`search-${name}`}>{label}</label>
            <input
              id={`search-${name}`}
              value={words[name]}
              placeholder={example}
              autocomplete="off"
              disabled={codeOnly && name !== "code"}
              aria-invalid={isWrong}
              aria-describedby={`search-${name}-said`}
              onInput={(event) => onChange({ ...words, [name]: event.currentTarget.value })}
            />
            <p id={`search-${name}-said`} class={isWrong ? "wrong" : "quiet"} role="status">
              {said}
              {name === "code" && complaints.code && namesElsewhere}
            </p>
          </div>
        );
      })}
    </div>
  );
}
