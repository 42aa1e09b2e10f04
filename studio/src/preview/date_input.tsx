// A date, or the wording that is printed for one that is not wholly known (不詳表記).
import { isObject, type Json, type JsonObject } from "../shared/json";
import { asText, state } from "./control";
import type { FieldInputProps } from "./field_input";

const wordingName = "不詳表記";
const dateName = "日付";

/** As the service reads dates; what is typed in another way can only be a wording. */
const looksLikeDate = (text: string): boolean => /^[\d-]*$/.test(text);

const withoutEmpty = (wording: string, date: string): JsonObject =>
  date === "" ? { [wordingName]: wording } : { [dateName]: date, [wordingName]: wording };

/** What was typed is kept where it fits, and is never both. */
function toggled(value: Json | undefined): Json | undefined {
  if (isObject(value)) return asText(value[dateName]) || undefined;
  const text = asText(value);
  return looksLikeDate(text) ? withoutEmpty("", text) : withoutEmpty(text, "");
}

export function DateInput(props: FieldInputProps) {
  const { field, id, value, onChange } = props;
  const unknown = isObject(value);
  return (
    <div class="date" role="group" aria-label={field.name}>
      {unknown ? <label for={id}>{wordingName}</label> : <Day {...props} />}
      <label class="unknown">
        <input
          type="checkbox"
          aria-label={`${field.name} 不詳`}
          checked={unknown}
          onChange={() => onChange(toggled(value))}
        />
        不詳
      </label>
      {unknown && <Wording {...props} />}
      {unknown && <KnownPart {...props} />}
    </div>
  );
}

function Day(props: FieldInputProps) {
  const { field, value, onChange } = props;
  return (
    <input
      {...state(props)}
      value={asText(value)}
      placeholder={`例：${field.example || "2026-04-01"}`}
      autocomplete="off"
      onInput={(event) => onChange(event.currentTarget.value || undefined)}
    />
  );
}

const member = (value: Json | undefined, name: string): string =>
  isObject(value) ? asText(value[name]) : "";

function Wording(props: FieldInputProps) {
  const { id, value, onChange } = props;
  return (
    <input
      {...state(props, [id, `${id}/${wordingName}`])}
      class="wording"
      value={member(value, wordingName)}
      placeholder="例：昭和10年10月日不詳"
      autocomplete="off"
      onInput={(event) => onChange(withoutEmpty(event.currentTarget.value, member(value, dateName)))}
    />
  );
}

function KnownPart(props: FieldInputProps) {
  const { id, value, onChange } = props;
  const pointer = `${id}/${dateName}`;
  return (
    <label class="known">
      わかる日付
      <input
        {...state(props, [pointer])}
        id={pointer}
        aria-required={false}
        value={member(value, dateName)}
        placeholder="例：1935-10"
        autocomplete="off"
        onInput={(event) =>
          onChange(withoutEmpty(member(value, wordingName), event.currentTarget.value))
        }
      />
    </label>
  );
}
