/** What a serial number of ACME says. */
export interface Serial {
  /** As it stands on the label. */
  readonly text: string;
  readonly model: string;
}

const MODELS: Readonly<Record<string, string>> = {
  '2207': 'Anchor 22 label printer',
  '3105': 'Beacon 31 hand scanner',
  '4410': 'Compass 44 docking station',
};

/** Reads a serial number however it is typed: AC, four digits of the model, four more, a check digit. */
export function readSerial(text: string): Serial | undefined {
  const [, model = '', number = '', check] =
    /^AC(\d{4})(\d{4})(\d)$/.exec(text.toUpperCase().replaceAll(/[^A-Z0-9]/g, '')) ?? [];
  const name = MODELS[model];
  if (!name || Number(check) !== checkDigit(model + number)) return undefined;
  return { text: `AC-${model}-${number}-${check}`, model: name };
}

function checkDigit(digits: string): number {
  const weighted = Array.from(digits, (digit, index) => Number(digit) * (index % 2 ? 3 : 1));
  return (10 - (weighted.reduce((sum, value) => sum + value, 0) % 10)) % 10;
}

/** A Standard Schema, written without any library. The form and the server both check with it. */
export const serialSchema = {
  '~standard': {
    version: 1,
    vendor: 'acme',
    validate(value: unknown) {
      const serial = readSerial(String(value));
      if (serial) return { value: serial.text };
      return {
        issues: [{ message: 'This is no serial number of ours. Check it with the label.' }],
      };
    },
  },
} as const;
