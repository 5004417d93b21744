import type { Rule } from '../pattern.ts';
import type { Meaning, Raised } from '../meaning.ts';
import type { Category, Tier } from '../finding.ts';

const about = (category: Category, tier: Tier, more: Partial<Raised> = {}): Meaning => ({
	is: 'raised',
	category,
	weight: 1,
	tier,
	...more,
});

/** Words about hurting oneself, being hurt, and hurting others. */
export const harm: Rule<Meaning>[] = [
	{
		id: 'self-harm',
		what: about('self-harm', 1, { deed: true }),
		patterns: `
			cut|slice|burn|scratch|carve|bruise|slash|punch|hurt|harm|hit|stab|injure|mutilate|starve|bite|choke <refl>
			cut|slice|slash|burn|carve|scratch into? my arm|wrist|thigh|leg|skin|stomach|body|face|hip|hips
			self harm|injure|injury|mutilate|mutilation|harmer
			self inflict|inflicted
			=sh $
			=sh last|again|tonight|urges|urge|relapse|today
			sh'd
			relapse on|with|into sh|self|cutting|blade
			start|back|keep|been|resume|resumed ~1 to? cutting
			cut again|tonight|last|deep|deeper ~1 $
			i cut again
			cutting again|helps|makes|$
			need|want|urge|urges|crave|itch|going|about|tempted to cut|burn|bleed|sh ~1 $
			need|want|urge|urges|crave|itch to cut so|tonight|again|right|really|bad|badly|deep
			urge|urges|want|need|tempted to ~1 hurt|harm <refl>
			arm|thigh|leg|wrist be|covered|full ~2 scars|cut|scarred
			covered|full in|of cuts|scars
			fresh|new|deep cut|scars
			cuts|scars on my arm|thigh|leg|wrist
			hit|bang|smash|slam|punch ~1 my head|face|fist|legs
			punch|hit the|a|my wall|walls|head|face ~3 bleed|until|knuckles|hurt
			blade|razor|knife ~2 call|skin|wrist|arm
		`,
	},
	{
		id: 'self-harm-hurting',
		what: about('self-harm', 1, { anyway: true }),
		patterns: `
			hurting|cutting|burning|harming|punishing|starving myself be|helps|feels|makes|has
			pull|rip|ripping my hair ~2 out
			watch|watching|see|like|love|feel ~2 blood ~1 run|drip|flow
			deserve|punish to ~1 bleed|hurt|myself
			make myself bleed
		`,
	},
	{
		id: 'violence',
		what: about('abuse', 1, { anyway: true, subject: 'self' }),
		patterns: `
			<abuser> ~2 <hit> me
			<abuser> ~2 <hit> ~1 up? my|our mom|mum|mother|sister|brother|kids|arm|face|hair|neck|head|throat
			<abuser> ~3 <hit> me
			he|she|they <hit> me
			get|be ~1 beaten|hit|slapped|choked|strangled|abused|punched|kicked|whipped ~2 by|every|as|at ~1 <abuser>
			put|lay|laid|raise|lays ~1 his|her|their hands|hand on|to|at ~1 me
			physically|emotionally|verbally|sexually|mentally|psychologically|narcissistically|domestic|domestically abuse|abusive|violence
			abusive ~1 <abuser>|relationship|home|household|marriage|family|father|mother|childhood
			<abuser> be ~2 abusive|violent|abusing
			domestic|family violence|abuse
			abuse me
			i be|got ~1 abused|beaten|assaulted
			my|the bruises
			back|face|arm|eye ~1 be ~1 blue|bruised|black
			throw|push|slam|slammed|shove|drag me ~1 against|down|into|across|onto|by
			hold|point|pulled ~1 knife|gun to|at|on ~1 me|my
			chokes|choked|strangled|choking me
		`,
	},
	{
		id: 'sexual-violence',
		what: about('abuse', 1, { anyway: true, subject: 'self' }),
		patterns: `
			i be|got|have ~2 raped|molested|assaulted|groped
			be|get raped|molested
			rape|molest|grope me
			sexual|sexually assault|abuse|harass|molested
			<abuser> ~2 touch|grope ~1 me
			he|she touch me ~2 when|inappropriately|down|there|where|sexually|at|private|as|while|even
			touch me ~1 inappropriately|sexually|down
			make|force|pressures|coerced|pressured me ~2 sex|touch|have|do|anyway|sleep|kiss|perform|watch
			force himself|herself on me
			force me anyway|into|$
			is|it ~2 rape
			come|sneaks|sneak in|into my room|bed ~1 at|night
			rapist
			if i say no he|she
			incest
		`,
	},
	{
		id: 'threatened',
		what: about('abuse', 1, { anyway: true, subject: 'self' }),
		patterns: `
			he|she|<abuser> ~1 say|threaten ~3 kill|find|hurt ~1 me
			threaten to? ~1 kill|hurt|stab|shoot|beat me
			scared|afraid|terrified ~3 he|she ~1 =will kill|hurt|beat|find|hit ~1 me
		`,
	},
	{
		id: 'control',
		what: about('abuse', 0, { anyway: true, subject: 'self' }),
		patterns: `
			lock me in|out|up|inside|of
			<abuser> ~1 lock me
			take|check|checks|checked|go|read|reads|track|tracks|monitor|monitors|search|smashed|broke ~1 through? my phone|messages|texts|location|passport
			<abuser>|he|she|they ~1 not ~1 let|allow|allows|allowed me ~2 see|leave|go|have|talk|work|out|eat|speak|use|friends|sleep|contact
			will|does not let|allow me ~1 see|leave|go|have|talk|work|speak|sleep ~1 friends|family|house|out|home|money|anyone
			control|controlled|controlling all|my|the|everything|every|me ~1 money|finances|i|bank|account|move|life|phone|what|who|$
			say|threaten|swore|promises ~2 will|to|he ~1 kill|hurt|find|take|hit|harm|report|leak|post|deport|beat ~1 me|the|my|us kids|children|if|baby|custody|$
			say|threaten ~1 to|he|she|will ~2 kill|hurt|harm|beat|take|leak|find me|us|kids|the
			threaten me
			scared|afraid|terrified|fear of|to|what|that ~1 go|what|he|she|him|my|how|come|be ~2 home|will|might|husband|dad|boyfriend|father|do|mood|react|finds|reaction|ex|wife|mom|stepdad
			afraid|scared|terrified of my|him|her|going ~1 <abuser>|home
			stalk|follow me
			keep|turn|turned|show ~1 up? following|stalking|at|outside|up ~1 me|my|at ~1 work|house|home|job|door|school
			<abuser> ~2 following|stalking|stalks|tracking me
			not allowed|let|able to|me ~1 leave|see|have|talk|go ~1 house|friends|family|phone|anyone|money
			isolate|isolates|isolated|isolating me from ~1 family|friends|everyone
			blackmail|blackmails|blackmailed|blackmailing|gaslight|gaslights|gaslighting|gaslighted|gaslit me
			will find me
			walk on eggshells
		`,
	},
	{
		id: 'threat',
		what: about('threat', 2, { subject: 'self', time: 'future' }),
		patterns: `
			i =will|go|am|want|swear|need|plan|intend|about ~4 kill|stab|shoot|murder|strangle|slaughter|poison|bomb|torture|behead|cripple <victim>
			i =will|go|am|swear|plan|intend|about ~4 hurt|beat|attack|punch|smash|destroy|choke <victim>
			go|=will|want|about|plan|ready to? ~1 kill|stab|shoot|murder|strangle|attack|slaughter|torture <victim>
			go|=will|about to? ~1 hurt|beat|smash|attack|punch|jump <victim>
			go|=will to? ~1 beat|smash|kick the? shit|hell|crap|head|face|teeth
			burn|blow|shoot|bomb|torch|smash ~1 his|her|their|the|your|up ~1 house|car|school|place|office|up|church|mosque|windows ~1 down|up|in
			bring|bringing|take|carry|have|brought|carrying ~2 gun|knife|weapon|bomb|rifle ~3 to|in|into ~2 school|work|class|bag|office|church|backpack|college
			shoot up the|a|my|this
			know|find out? where you|he|she|they ~1 live|work|sleep
			come for|after you|him|her|them
			watch your back
			you|they|he|she =will|be|go ~1 regret|pay|dead|sorry ~1 for|meat
			you are dead
			make you|him|her|them pay|suffer|regret|bleed
			think|thoughts|fantasize|fantasise|urge|plan|dream of|about|to ~1 kill|stab|hurt|shoot|murder|strangling <victim>
			kill|murder|shoot|stab <victim> and|then myself|me
			mass shooting
			homicidal
		`,
	},
	{
		id: 'wish-to-hurt',
		what: about('threat', 1, { subject: 'self', weight: 0.6 }),
		patterns: `
			i want to hurt|beat|attack|punch|smash|destroy|choke <victim>
		`,
	},
];

/** Phrases only these rules use. */
export const harmPhrases: Record<string, string> = {
	abuser: `husband|wife|boyfriend|girlfriend|partner|ex|dad|father|mum|mom|mother|stepdad|stepfather|stepmum|stepmom|stepmother|uncle|brother|stepbrother|cousin|grandfather|grandpa|parent|fiance|boss|coach|priest|pastor|roommate|carer|caregiver|neighbour|neighbor|foster|sister|daddy|mommy|aunt|teacher|guardian`,
	hit: `hit|beat|slap|punch|kick|choke|strangle|whip|whips|whipped|throw|abuse|attacked|attacks|burned|burns|hurts|shoves|shoved|grabs|grabbed|drags|dragged|spits|spat`,
	victim: `him|her|them|you|everyone|someone|somebody|people|everybody|=his|=their
		my|the|this|that|a|some|these|those|all ~1 boss|father|dad|mother|mum|mom|brother|stepdad|stepfather|husband|wife|ex|teacher|parents|neighbour|neighbor|coworker|coworkers|people|guy|guys|man|men|woman|girl|bully|kid|manager|classmates|bastard|bitch|family|boyfriend|girlfriend|students|cops|rapist|abuser|landlord|bastards|fucker|motherfucker|asshole|prick|roommate
		the? ones who|that`,
};
