// What is known of one character, in the words of the registers.
import type { Character } from "../shared/service";
import { Glyph } from "./glyph";

const jis = (character: Character): string | undefined =>
  character.jisX0213 &&
  `${character.jisX0213}${character.unified ? "（別の字形に包摂される）" : "（この字形）"}`;

const codes = (character: Character): string | undefined =>
  character.codes &&
  (character.collection ? `${character.codes}（${character.collection}）` : character.codes);

const rows = (character: Character): [string, string | undefined][] => [
  ["MJ文字図形名", character.mj],
  ["コード", codes(character)],
  ["自治体の外字", character.gaiji ? (character.meaning ?? "意味は登録されていません") : undefined],
  ["同定", character.identified === "none" ? "該当する文字なし" : character.identified],
  ["対応するUCS", character.corresponding],
  ["読み", character.readings?.join("、")],
  ["総画数", character.strokes?.toString()],
  ["部首.画数", character.radicals?.join("、")],
  ["JIS X 0213 面区点", jis(character)],
  ["JIS X 0212 区点", character.jisX0212],
  ["住基ネット統一文字コード", character.residentNetwork],
  ["戸籍統一文字番号", character.familyRegister],
  ["登記統一文字番号", character.estateRegister],
  ["入管正字コード", character.immigration],
  ["描くフォント", character.picture?.face],
];

/** What it is reduced to; a character that the set has needs nothing. */
const substitutes = (character: Character) =>
  character.candidates?.filter(
    ({ text, codes }) => text !== character.text || codes !== character.codes,
  ) ?? [];

export function CharacterFacts({ character }: { character: Character }) {
  const candidates = substitutes(character);
  return (
    <section class="character-facts" aria-label="文字の説明">
      <Glyph character={character} />
      <table>
        <tbody>
          {rows(character)
            .filter(([, value]) => value)
            .map(([name, value]) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                <td>{value}</td>
              </tr>
            ))}
        </tbody>
      </table>
      {candidates.length > 0 && (
        <>
          <h3>縮退の候補（JIS X 0213）</h3>
          <ul class="candidates">
            {candidates.map((candidate) => (
              <li key={candidate.codes + candidate.ground}>
                <span class="written">{candidate.text}</span> {candidate.codes}
                <small>{candidate.ground}</small>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
