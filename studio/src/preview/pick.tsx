interface PickProps {
  id: string;
  label: string;
  options: { value: string; title: string }[];
  value: string;
  onPick: (value: string) => void;
}

export function Pick({ id, label, options, value, onPick }: PickProps) {
  return (
    <>
      <label for={id}>{label}</label>
      <select id={id} value={value} onChange={(event) => onPick(event.currentTarget.value)}>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.title}
          </option>
        ))}
      </select>
    </>
  );
}
