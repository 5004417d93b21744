/** The sentence that says what was heard: for each id in `because`. */
export const heardKey = (rule: string) => `safety.coaching.because.${rule}`;
