export const FILES: Readonly<Record<string, (length: number) => Readonly<Record<string, () => unknown>>>> = {};
