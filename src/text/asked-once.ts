/** A question whose answer stays: a text may ask it of the same word a thousand times. */

/** @returns the same function, which is asked once for each word */
export function askedOnce<Answer>(ask: (word: string) => Answer): (word: string) => Answer {
  const answers = new Map<string, Answer>();
  return (word) => {
    if (!answers.has(word)) answers.set(word, ask(word));
    return answers.get(word) as Answer;
  };
}
