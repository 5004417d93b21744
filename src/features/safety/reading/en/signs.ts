import type { Rule } from '../pattern.ts';
import type { Meaning } from '../meaning.ts';

/** Words that raise nothing alone and add up: what people say around thoughts of death. */
const sign = (kind: string, weight: number, patterns: string, anyway = true): Rule<Meaning> => ({
	id: `sign-${kind}`,
	what: { is: 'sign', kind, weight, anyway },
	patterns,
});

export const signs: Rule<Meaning>[] = [
	sign(
		'hopeless',
		0.55,
		`
		hopeless|hopelessness|helpless|despair|pointless|meaningless|futile|doomed
		no|any|zero|lose|without|out|given|little ~1 hope|future
		no|any|only|other|one|see|find ~1 way out
		no light|end ~2 tunnel
		no future|way|escape|solution|fix|cure|exit
		=not|never|nothing ~2 get|be|going|feel|become ~2 better|easier|happy|normal|okay|improve|change
		nothing ~2 matters|left|changes|changed|help|work
		not ~1 matter anymore
		never ~1 be|feel|get ~1 happy|loved|okay|good|enough|better|normal
		not see ~2 point|future|hope|way|light|end|purpose
		no|the|any|what|is ~1 point
		no purpose|reason
		trapped|stuck ~3 life|hell|cycle|body|forever|head|here
		rock bottom
		too late ~2 me
		life be|feels over|hopeless|ruined|empty|joke|mess|falling|done|shit|hell|horrible|terrible
		ruined my life
		my life be ~2 over|ruined|hell|nothing|shit|mess|joke|failure
		end of ~1 the|my rope|tether|road|line
	`,
	),
	sign(
		'burden',
		0.9,
		`
		burden
		drag|weigh everyone|everybody|people|them|others|him|her|you down
		dead weight
		waste of ~1 space|oxygen|air|life|time|breath|skin|money
		better|easier ~2 without me
		everyone|everybody|nobody|they|people ~2 better|happier|hate|tired|sick ~2 without|me|off
		hurt|ruin|disappoint|disappointing|let ~1 everyone|everybody|everything
	`,
	),
	sign(
		'worthless',
		0.5,
		`
		worthless|useless|unlovable|unloveable|unwanted|pathetic|disgusting|disgust|unworthy|broken|failure|ugly|loser|stupid|trash|garbage|scum
		hate|despise|loathe|disgust|detest ~1 myself|me|who|everything
		self hatred|loathing|hate|esteem
		not|never ~1 good|worth|deserve|enough ~1 enough|anything|it|happiness|love|better|nothing
		deserve ~2 this|pain|suffer|bad|nothing|worse
		i be ~1 nothing|mistake|disappointment|problem|monster|shit|failure|worst|waste|useless
		my own? fault
		everything ~2 my fault
		fuck up|everything
		fail at|everyone|everything|life
		ashamed|guilt|guilty|regret
	`,
	),
	sign(
		'alone',
		0.35,
		`
		alone|lonely|loneliness|isolated|abandoned|unloved|invisible|rejected|outcast
		no friends|one|family|support
		no one
		nobody|one|anyone ~2 care|love|understand|understands|listen|want|talk|like|likes|help|believe|notice|notices|miss
		lost everyone|everything|everybody
		everyone|everybody|they ~2 leave|hate|abandoned|gone
		no one|anyone|nobody to|left talk|turn|to|love
		left me|alone
	`,
	),
	sign(
		'spent',
		0.6,
		`
		not ~1 cope|coping|bear|live|carry|face
		do not care|mind anymore
		nothing left|more ~1 to|in ~1 give|me
		nothing|what ~1 point
		not ~1 do|take|handle|stand|deal|cope|bear|keep|fight|manage|go|hold ~1 this|it|anymore|life|with|any|on|doing|going|fighting|the
		not ~2 anymore|any longer|much longer
		not do this
		tired|sick|exhaust|done|weary|drained ~2 of|with|from ~1 everything|it|trying|fighting|pretending|life|this|all|feeling|being|struggling|suffering|hurting|myself|people|crying
		so tired|exhausted|done|drained
		tired|exhausted|drained|empty|numb
		give up
		break|boiling point
		fall apart|to
		be done|finished
		have enough
		at ~2 my limit|end|lowest|worst
		too much
		too|much|so hard|painful|difficult
		want it|this|everything|the|all|my ~1 to? stop|end|over|pain
		run out of ~1 time|energy|options|strength|fight
	`,
	),
	sign(
		'pain',
		0.5,
		`
		pain|suffering|agony|torture|torment|unbearable|misery|anguish|tormented|hell|suffocating|drowning|hurts|nightmare|excruciating
		suffer
		hurt ~2 so|too|bad|much|everyday|inside
		make|stop|end the|this|it ~1 pain|suffering|stop|go
	`,
	),
	sign(
		'low',
		0.3,
		`
		depressed|depression|miserable|numb|empty|broken|darkness|dark|breakdown|sad|sadness|unhappy|grief|devastated|crying|sobbing|anxiety|ptsd|bipolar|bpd|anhedonia|psychosis
		cry|sob
		not ~1 sleep|eat|feel|function|get
		mental illness|health|breakdown|hospital
		hate my life|everything|this|it
		panic attacks
	`,
	),
	sign(
		'call-for-help',
		0.45,
		`
		please ~1 help|someone|anyone|somebody|save|tell|talk
		help me
		need ~1 help|someone|somebody|anyone|advice
		someone|somebody|anyone ~1 please|help|talk|there|save|listen
		not know what|how|where|who ~1 to|else|i do|turn|go|anymore|this|cope
		scared|afraid|terrified ~2 myself|of|what
		save me
		last resort|hope|chance|option
		idk what to
		crisis line|hotline|text|lifeline
		therapist|therapy|psychiatrist|hospital|medication
	`,
	),
	sign(
		'death',
		0.5,
		`
		insurance|afterlife|heaven|hell|shotgun|morphine|insulin|railway|tracks|beam|canal|hanging|drown|drowning
		death|dead|die
		grave|funeral|coffin|afterlife|heaven|obituary|casket|cremated
		gun|noose|rope|overdose|pills|bridge|cliff|blade|razor|bleach|knife|shotgun|pistol|bullet|belt|train
		life insurance
		my death|body|corpse|note
		end|over
		forever
		goodbye
		permanently|permanent
	`,
	),
	sign(
		'farewell',
		0.7,
		`
		sorry ~2 mom|mum|dad|everyone|everybody|world|family|all|friends|for everything
		i love you|all|my ~2 all|mom|mum|everyone|family
		forgive me
		tell my|them|her|him ~3 love|sorry
		goodbye
		last|final ~2 post|message|time|words|day|night
		after|when|once i ~1 be|die ~1 gone|dead
		it be|=is almost? time
		made peace|up my
		thank you ~2 everything
		take care of|yourself|yourselves|each
	`,
	),
	sign(
		'selfharm-near',
		0.55,
		`
		self harm|injury|mutilation|destructive|harmer
		cut|burn|hurt|harm|scratch|hit ~1 myself|my
		cutting|relapse|scars|blade
	`,
	),
	sign(
		'worsening',
		0.25,
		`
		get worse|bad|harder|unbearable
		worse and|every|than
		every|each ~1 day|night|morning|second|minute|hour
		all the time
		anymore
		no|any longer
		always|constantly
		years
		tonight
	`,
	),
];
