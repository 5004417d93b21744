/** How much of one kind of empathy a reply shows: none, some, clearly. */
export type Shown = 0 | 1 | 2;

/**
 * What a reply mostly does, in the words of motivational interviewing as its open transcripts are annotated (AnnoMI, 2022).
 */
export type Behaviour = 'question' | 'reflection' | 'therapist_input' | 'other';

/** What a rule hears in a reply. */
export type Heard = {
	reaction?: Shown;
	interpretation?: Shown;
	exploration?: Shown;
	behaviour?: Exclude<Behaviour, 'question'>;
};

/**
 * A reply as a listener’s coach hears it: the three mechanisms of empathy in text (EPITOME, Sharma and others, 2020), and
 * what the reply mostly does.
 */
export interface Listening {
	/** Warmth, or a feeling of one’s own, in answer. */
	reaction: Shown;
	/** That it was understood: named feelings, or having been there too. */
	interpretation: Shown;
	/** That one would like to know more. */
	exploration: Shown;
	behaviour: Behaviour;
	/** Ids of the rules met. Each has a plain sentence, `safety.coaching.because.ID`. */
	because: string[];
}
