/** What most products have instead of a grammar: phrases to look for. Ours, of the kind that is found everywhere. */
const phrases = `
	kill myself|killing myself|want to die|wanna die|end my life|ending my life|end it all|suicide|suicidal|take my own life|
	better off dead|wish i was dead|no reason to live|nothing to live for|don't want to live|dont want to live|want to be dead|
	hang myself|shoot myself|overdose|jump off|slit my wrists|cut myself|self harm|self-harm|hurt myself|kms|kys|kill yourself|
	unalive|goodbye forever|can't go on|cant go on|end it|die|not wake up|better off without me|tired of living|
	suicidio|suicidarme|matarme|me quiero morir|quiero morir|quitarme la vida|acabar con todo|acabar con mi vida|no quiero vivir|
	mejor muerto|mejor muerta|cortarme|hacerme daño|sobredosis|ahorcarme|desaparecer para siempre|ganas de morir|sin mí|
	cansado de vivir|cansada de vivir|no vale la pena vivir|mátate
`
	.split('|')
	.map((phrase) => phrase.trim())
	.filter(Boolean);

export const phraseCount = phrases.length;

/** Whether any of the phrases is in the text. */
export function listed(text: string): boolean {
	const plain = text.toLowerCase();
	return phrases.some((phrase) => plain.includes(phrase));
}
