import { Button } from "../shared/button";

interface SheetStepsProps {
  sheet: number;
  sheets: number;
  onStep: (sheet: number) => void;
}

export function SheetSteps({ sheet, sheets, onStep }: SheetStepsProps) {
  return (
    <div class="steps">
      <Button usable={sheet > 1} onPress={() => onStep(sheet - 1)}>
        前の枚
      </Button>
      <span>
        {sheet}／{sheets}枚
      </span>
      <Button usable={sheet < sheets} onPress={() => onStep(sheet + 1)}>
        次の枚
      </Button>
    </div>
  );
}
