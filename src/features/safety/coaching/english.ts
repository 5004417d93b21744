import type { Rule } from '../reading/pattern.ts';
import type { Heard } from './heard.ts';

export const phrases: Record<string, string> = {
	feeling: `sad|sadness|anxious|anxiety|alone|lonely|isolated|scared|afraid|terrified|hopeless|helpless|angry|frustrated|frustrating|overwhelmed|overwhelming|hurt|hurting|empty|numb|worthless|exhausted|tired|stressed|worried|depressed|upset|guilty|ashamed|trapped|stuck|broken|lost|confused|betrayed|rejected|abandoned|devastated|miserable|pain|painful|grief|panic|nervous|disappointed|embarrassed|insecure|unloved|unwanted|invisible|ignored|hated|like|stupid|useless|heartbroken|jealous|bitter|desperate|suicidal|uncomfortable|awful|terrible|horrible|down`,
	hard: `hard|tough|difficult|rough|awful|terrible|horrible|painful|exhausting|frustrating|scary|heartbreaking|overwhelming|devastating|lonely|unbearable|stressful|isolating|confusing|heavy|unfair|sad|brutal|draining|frightening|miserable|crushing|suck|sucks`,
};

export const rules: Rule<Heard>[] = [
	{
		id: 'warm-named',
		what: { reaction: 2 },
		patterns: `
			i feel|felt ~2 sad|bad|terrible|awful|sorry|heartbroken|angry|upset|hurt ~1 for|that|about|hearing|reading
			i be ~2 sad|heartbroken|worried|concerned|saddened|devastated|angry|upset ~2 for|to|that|about|by
			break|breaks|broke|hurts|ache|aches my heart
			makes|make|made me ~1 sad|cry|happy|angry|tear
			my heart ~1 break|breaks|go|goes|ache|aches|hurts
			i ~1 care about you
			i love you
			i feel for|your you|pain
			i be worried|concerned about
		`,
	},
	{
		id: 'warm',
		what: { reaction: 1 },
		patterns: `
			i be so|really|very|truly|terribly|deeply sorry
			i be so|really|very|truly glad|happy|proud|grateful|relieved
			i hope you|things|it|that ~5 feel|better|peace|happy|happiness|improve|okay|well|find
			wish i could ~1 hug|give|take|help|make|hold
			sending|send ~1 you ~2 love|hug|hugs|warmth
			sorry|glad|happy|proud
			will|going to? be ~1 okay|ok|fine|alright|better
			get|gets|getting ~1 better
			hang|hold in|on there|tight
			stay strong|safe
			you can|got do? this|it|through
			here for you|if
			be here to? ~1 for|listen|talk|you|help
			not alone
			hug|hugs|love|hope|thinking of
			best of? ~1 luck
			take care
			wish you|i
			keep your|fighting|going|pushing ~1
			good luck
			you matter|deserve
			you be|are ~1 strong|loved|brave|amazing|worth|important|enough|worthy|great
			it be|is ~1 ok|okay ~1 to|not
			thank|thanks you? for ~1 sharing|telling|opening
			do not give up
			believe in you
		`,
	},
	{
		id: 'understood-named',
		what: { interpretation: 2 },
		patterns: `
			you ~2 feel|feeling|felt ~3 <feeling>
			you be|must|seem|sound ~3 <feeling>
			sound|sounds|seem|seems|must|looks ~1 like|be|have|as|been ~1 you|be|been|it|a|really|so|very ~3 <hard>|<feeling>
			sound|sounds|seem|seems like|that|as you|your|it|he|she|they|this
			that|this|it ~2 sound|sounds|must|seem|seems|be|is|would|can ~2 <hard>
			imagine|understand ~1 how|why|what|that|feeling ~3 <hard>|<feeling>|you|it|feel|would
			i ~2 feel|felt|been|have|had|went|go|struggle|struggled|deal|dealt|suffer|suffered|experienced|lost|tried|do|know|was ~4 same|similar|too|through|myself|also|exactly|way|anxiety|depression|alone|divorce
			if that|i|it ~4 i would ~1 feel|be
			know|understand|get what|how|exactly|that ~2 you|feel|be|like|mean|is|feeling
			me too
			same here|boat|thing|way|situation
			i feel the? ~1 same|way|you|like|this
			i relate|identify
			relate to
			been|be there|in ~1 same|your|situation|that|shoes|place|similar
			when i be|was ~3 <feeling>|same|going|your|#
			i used to ~3
			i ~1 have ~1 depression|anxiety|bipolar|ptsd|bpd|ocd|adhd ~1
			for me
			in my|own experience|case|opinion
			so you|your be|feel|are|want|have|do|think|find
			part of you
			happened to me
			my mom|mum|dad|brother|friend|wife|husband|parents|boyfriend|girlfriend|ex|family|therapist|depression|anxiety|life
		`,
	},
	{
		id: 'understood',
		what: { interpretation: 1 },
		patterns: `
			i ~1 understand|hear|get|see|know you|it|that|how|what|this|your
			understandable
			make|makes ~1 sense
			valid
			normal|natural|common to ~1 feel|be
			anyone|anybody|everyone|lots|many ~2 would|feel|feels|people
			i know ~1
			i understand
			been there
			i relate
		`,
	},
	{
		id: 'asked-closely',
		what: { exploration: 2 },
		patterns: `
			do|are|have|did|is|does|were|has|was|can|could|would ~1 you|your|he|she|they|it|there|that|this|anyone|someone|anything ~6 feel|feeling|<feeling>|tried|try|talk|told|tell|happened|happen|thought|think|want|friends|family|parents|therapist|job|school|help|plan|safe|mean|make|like|help|work|medication|sleep|see|seeing|someone|anyone|close|live|alone|hobbies|reason
			what|why|how|who|where|when ~2 do|are|did|is|has|have|would|makes|made|make|does|was|were|be ~1 you|he|she|they|your|it ~4 feel|feeling|<feeling>|say|said|think|do|want|mean|happen|help|so|that|like|enjoy|afraid|about|upset|stop|hate|need|love
			what|which ~1 kind|sort|part|thing|type|parts|things
			how long
			how old
			how ~1 be|are|is|did|do ~2 your|that|he|she|they|it
			why do|are|did|would you
			what ~1 make|makes|made ~2 you
		`,
	},
	{
		id: 'asked',
		what: { exploration: 1 },
		patterns: `
			what|whats ~1 happened|happen|wrong|up|going|on|is|be|mind
			how are|be you|things
			want|like|need|care to talk|chat|vent|share|tell|elaborate|discuss
			are you ok|okay|alright|safe
			tell me|us more
			more about
			what do you mean
			why
			anything ~2 help|do
			pm|dm|message me
			can you explain|elaborate|say|tell
		`,
	},
	{
		id: 'reflecting',
		what: { behaviour: 'reflection' },
		patterns: `
			^ so|and|but|okay|ok|yeah|right|well ~1 you|your|it|that|for|there|part|on
			sound|sounds|seem|seems|look|looks like|to|as|that
			you be|feel|want|have|know|do|think|would|like|find|enjoy|need|can|see|love|mention|mentioned|notice|seem|felt|thought|wanted|try|tried|got|get|said|say|recognize|realize|care
			your ~3 be|is|has|are|was
			i hear|imagine|guess|gather|wonder|get|understand ~2 you|that|it|the
			what i hear|am
			on the one|other hand
			part of you
			it be|is|'s ~2 important|hard|difficult|tough|frustrating|scary|been|you|your
			that be|is|'s ~2 important|hard|difficult|tough|frustrating|scary|something|a
			he|she|they be|is|are|do|does|has|want|wants
			kind of|like
			because
			not sure|ready|a problem
		`,
	},
	{
		id: 'informing',
		what: { behaviour: 'therapist_input' },
		patterns: `
			you should|could|must|might|may|ought
			you need|have|want to
			try|consider|remember|maybe|perhaps|keep|make|take|let|talk|call|see|find|give|get|think|stop|start|write|ask|focus|don't
			i would|suggest|recommend|think|believe|advise|want|just|will|can|am|have|had|was|did|feel|know|appreciate|agree
			there be|are ~2
			studies|research|people|doctor|doctors|patients|risk|percent|treatment|medication|program|options|information|recommend|recommended|guidelines|evidence|typically|drinking|smoking|alcohol|health
			we can|could|will|talk|have|would|know|recommend|need|do
			let us|me
			if you
			the ~1 best|first|next|good|important|reason|idea|goal|other
			one thing|of|way|option
			some people|of|things|ideas|folks
			good|great|excellent|nice|wonderful|awesome|fantastic ~1 job|idea|for|work|that|question|plan|to
			my name
			here to|is
			thank|thanks you ~1
		`,
	},
	{
		id: 'small-sounds',
		what: { behaviour: 'other' },
		patterns: `
			^ ok|okay|yeah|yes|yep|right|sure|hmm|mm|hm|uh|um|mhm|alright|great|good|exactly|wow|oh|no|absolutely|definitely|correct|cool|nice|thanks|hi|hello|hey|bye|goodbye|perfect|gotcha|wonderful|fine|excellent|well
			thank|thanks you
			see you
			good morning|afternoon|evening|luck|to
			nice to meet
			all right
			take care
			you be welcome
		`,
	},
];
