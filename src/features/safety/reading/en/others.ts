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

/** Eating and doses: what may hurt readers who copy it, and what the writer goes through. */
export const eating: Rule<Meaning>[] = [
	{
		id: 'eating-hurting',
		what: about('eating', 1, { subject: 'self', anyway: true }),
		patterns: `
			make|force myself ~1 throw|sick|vomit|puke|purge
			purge
			binge|bingeing ~2 purge|throw|vomit|and
			throw|vomit|puke ~1 up? after|every ~1 eat|meal|every|dinner|i
			restrict $
			restrict again|food|calories|my|to
			starve myself
			not|nothing eat ~1 since|for|in ~2 monday|tuesday|wednesday|thursday|friday|saturday|sunday|days|week|yesterday
			fast ~1 for? # days|hours
			# calories today|day|again|a|per|or|total|only
			under # calories
			take|use|abuse|swallowed|box ~3 laxative|diuretics
			laxatives after|to|every
			thinspo|thinspiration|proana|promia|meanspo|bonespo
			pro ana|mia|anorexia
			ana|mia buddy|buddies|coach|tips|diary
			chew|chewing and spit|spitting
			ugw|gw|bmi ~1 #
			goal weight
			feel|m|be so? fat ~1 after|when|and|disgusting
			relapse ~2 anorexia|bulimia|eating|ed|binge
			anorexic|bulimic|anorexia|bulimia again|back|getting|relapse|worse
			my eating disorder ~2 back|worse|again|winning|louder
			too fat
		`,
	},
	{
		id: 'eating-advice',
		what: about('eating', 0, { subject: 'reader', anyway: true }),
		patterns: `
			if|just|only|eat|live|survive|stick ~3 # calories|kcal|cals|cal ~1 a|per|day|and|the|for
			weight falls|melts|drop|will|just ~1 off|right|fast
			chew gum
			gum|smoke|coffee|coke|water|cigarettes|ice|soda ~4 hunger|hungry|appetite|full|fast|eat|throw|purge|works
			hunger ~4 gum|smoke|coffee|coke|water|cigarettes|ice
			drink ~4 before|so|then ~2 throw|purge|vomit|puke
			come up easier|easy
			tips|tricks|trick|hacks|advice|how|ways|best|easiest ~2 to|for|on ~2 purge|throw|puke|puking|starve|fast|vomit|restrict|anorexic
			lowest|least|minimum|fewest ~1 weight|calorie
			how|way to ~1 suppress|kill|stop|hide|not|lose ~2 appetite|hunger|eating|purging|feel hungry|kg|kilos|pounds|lbs fast|week
			need|want|have|going|lose to? lose # kg|kilos|kilo|pounds|lbs|stone in|by
			lose # kg|kilos|pounds|lbs in|by
			skip meals|dinner|lunch|breakfast to lose
			looking|need|want|any for? ~2 ana|fasting|starving|anorexia buddy|partner|friend
			stay|keep|get skinny
		`,
	},
];

export const dosing: Rule<Meaning>[] = [
	{
		id: 'dose-advice',
		what: about('dosing', 0, { subject: 'reader' }),
		patterns: `
			^ you? should|can|need|might|may|must|want|just|ought ~2 double|triple|up|increase|raise|lower|halve|cut|skip|stop|quit|come|drop|take|try|reduce|ditch|lose|bump|go ~3 <drug>|dose|dosage|mg|medication|pills|tablets
			you should|can|need|might|must ~2 double|triple|up|increase|raise|lower|halve|cut|skip|stop|quit|drop|take|try|reduce|ditch|bump ~3 <drug>|dose|dosage|mg|medication|pills|tablets
			^ just? stop|quit|skip|drop|ditch|come taking|off|using ~1 your|the|those|that|all|with? <drug>
			^ honestly? just? come|get|go off ~1 your|the|those|them <drug>
			come|get|go|wean off ~1 the|your|those|them <drug>
			stop|quit|skip|ditch|drop|flush|bin taking? your|the|those|them|that <drug>
			^ stop taking ~1 <drug>
			i =would|d|will|ll ~1 skip|stop|double|ditch|drop|quit|increase|up|halve|take|come|cut|try ~3 <drug>|dose|mg
			^ you|so|then? take|try|use|pop|drop # of? <drug>
			^ take|try|pop|use # mg|milligrams|ml ~1 of?
			you|then|and take|try|pop # mg|of? ~1 <drug>?
			^ try # mg
			# mg ~2 instead|at|more|better|does|is|not
			double|triple|up|increase|raise|bump|halve your|the|it dose|dosage|medication|<drug>|mg
			double|up|raise|increase your <drug>
			mix|combine|wash|chase|take|washed it|them|this|the|that|<drug> ~1 with|down ~2 alcohol|beer|wine|vodka|weed|grapefruit|whiskey|whisky|drink|glass
			mix <drug> with|and
			crush|snort|smoke|inject|shoot|chew|parachute|boof the|your|those|them|it|up|a? ~1 <drug>|=up
			kick|hit|work ~1 faster|harder|quicker|better than
			no|not|without need|to ~1 taper|wean|ask|tell
			cold turkey
			quit|stop|came|went <drug> overnight|cold|suddenly|abruptly|straight
			<drug> ~1 be ~2 poison|scam|useless|toxic|numb
			# mg do|is nothing|weak|low
			one|half|that|it never|not ~1 do anything
			doctor|doctors|psychiatrist be ~2 too|overly careful|cautious|stupid|wrong|slow
			they numb you
			get|buy|order|find them|it|some|<drug> online|without|abroad ~1 prescription
		`,
	},
	{
		id: 'dose-request',
		what: about('dosing', 0, { subject: 'self', anyway: true }),
		patterns: `
			how many|much mg|milligrams|of|ml|<drug> ~5 take|safe|high|sleep|out|once|use|can|should
			how many|much <drug> ~2 can|should|is|to|do
			what happen|will|if|is ~2 take|mix|double|stop|combine|snort ~2 #
			what happen|will|if ~2 i ~1 take|mix|double|stop|combine|snort|drink ~3 <drug>
			max|maximum|highest|recreational|safe ~1 dose|dosage|amount|mg of|for|to
			can|should|is|it|safe i|to|it|okay|ok|for ~1 take|double|mix|stop|skip|snort|combine ~4 <drug>|dose|alcohol
			is # mg
		`,
	},
];

export const dosingPhrases: Record<string, string> = {
	drug: `sertraline|zoloft|lithium|xanax|quetiapine|seroquel|venlafaxine|effexor|zopiclone|diazepam|valium|prozac|fluoxetine|citalopram|escitalopram|lexapro|celexa|paxil|paroxetine|mirtazapine|trazodone|lamotrigine|lamictal|olanzapine|abilify|aripiprazole|risperidone|clonazepam|klonopin|lorazepam|ativan|adderall|ritalin|wellbutrin|bupropion|duloxetine|cymbalta|buspirone|propranolol|gabapentin|pregabalin|lyrica|codeine|tramadol|oxycodone|oxy|morphine|melatonin|benadryl|zolpidem|ambien|temazepam|amitriptyline|clozapine|haloperidol|methadone|ketamine|benzos|benzo|ssri|ssris|antidepressant|antidepressants|medication|medications|medicine|pill|tablet|antipsychotic|antipsychotics|valproate|depakote|insulin|ibuprofen|paracetamol|tylenol|sleepers`,
};

/** Taking a talk elsewhere, and what tends to come before harm to somebody young. */
export const contact: Rule<Meaning>[] = [
	{
		id: 'elsewhere',
		what: about('contact', 0, { anyway: true, subject: 'reader' }),
		patterns: `
			look|search|find ~2 me|for|up ~3 on|in <app>
			i ~1 be|go ~1 by|on|in <app>
			i go by ~4 on|in|at <app>
			can|could|may|shall i|we ~1 add|reach|find|follow|write|call|text|message|email you ~3 somewhere|outside|elsewhere|on|by|at|via
			give me|us a? way ~2 reach
			way to reach|contact you|me ~2 outside|elsewhere|off
			good number for
			rather|prefer|better|love|want|like ~3 use|used|on|over|by <app>
			keep|carry|continue|go ~2 talking|chatting|on|it ~2 on|by|over|via|through <app>
			write|writes to you|me ~2 by|via|at email|mail
			dm|pm|message me ~2 same name
			same name|user|username|handle|picture ~2 on|there <app>?
			wanna|want|shall|could|can|let ~2 to? skype|facetime|zoom|discord|telegram|whatsapp ~1 later|sometime|tonight|tomorrow|call|$
			add me user|username|name|by
			another|other app|place|site ~2 you ~1 use|on|talk
			in case # #
			in case ~1 my number|email|insta|snap|whatsapp
			add|follow|find|message|dm|text|reach|contact|pm|ping|catch|get|ring|call|email|mail me|us|hold ~3 on|at|via|through|over|by ~1 <app>
			hit me up ~2 on|at|via ~1 <app>
			chat|talk with|to me ~1 on|at|via|through|over ~1 <app>
			add|follow|find me ~2 <app>|@
			hmu
			hit me up
			my|mine <app> ~1 be|handle|username|user
			what be your|you <app>
			your <app> ~1 $
			give|send|drop|share|need|get|have your <app>
			do|have|got|you ~1 you|got|have|use|on ~2 <app>
			got|have <app> $
			take|move|switch|continue|bring|carry|switching|hop ~2 this|it|over|us|conversation|chat|talk|to? ~3 to|on|onto|over|in|via ~1 <app>
			take|move|switch|continue|bring|carry this|it|us|things|talk|chat ~1 to|over|onto ~1 <app>
			we|us|can|rather|prefer|want ~2 talk|chat|speak|text ~3 on|via|over|through <app>
			easier|better|nicer ~3 on|via|over|through|there <app>
			talk|chat|speak|text|go|easier|better|move ~2 off|outside|elsewhere|somewhere ~1 here|this|else|platform|app|site|private|forum
			talk|chat|speak ~2 there without|privately
			we|let us ~2 talk|chat|go|move|take ~3 private|privately|privacy|somewhere|off|outside|elsewhere
			more private there|on|that
			without|no|away|because|the mods|moderators|admins|admin|mod ~1 from|here|reading|read|watching|see|there
			mods|moderators|admins ~1 here|can|will ~1 read|see|watch|reading
			give|send|drop|share|text|exchange|swap|trade|have|what|need|want|get ~2 your|our|me|be|i|phone|have ~1 number|digits|phone|email|address|cell|snap|insta|discord|whatsapp|telegram|socials|skype|ig|kik
			swap|exchange|trade numbers|emails|snaps|socials|phone|details|contact
			text|call|ring|whatsapp|phone me ~1 on|at|tonight|tomorrow|@|# #
			^ text|whatsapp|ring me
			i =will|can ~1 call|text|ring|phone|facetime you
			my|the number ~1 be #
			join|come ~1 my|our|this|the|to|on ~1 server|<app>|group
			invite link
			discord|t|wa|bit dot gg|me|ly
			contact me outside|off|privately|at|on|via
		`,
	},
	{
		id: 'meet-up',
		what: about('contact', 0, { anyway: true, subject: 'reader' }),
		patterns: `
			meet me|us there|at|by|in|outside|tomorrow|tonight|on
			be at|in the ~6 meet me|us
			coffee|drink|walk|lunch ~2 near|by|at the|my|your ~2 on|this|tomorrow|saturday|sunday|station
			up for ~1 a? coffee|drink|walk|lunch|meeting
			only|just ~2 minutes|miles|hour away
			what|which city|town|area|state|part|neighborhood|neighbourhood ~2 do|are|you|in ~1 you ~1 live|in|from|based
			where|wheres ~1 you ~1 live|stay|located ~3 i|we|come|meet|visit|exactly|alone|$
			we|us|want|should|can|would|you|love to? ~2 meet|hang|meetup ~1 up|out|in|you|for|irl|me|somewhere ~1 in|person|coffee|for|irl|tonight|tomorrow|sometime|up|$
			meet in person|irl|real
			meet up ~1 for|in|with|sometime|tonight|tomorrow|$
			come|drive|fly ~2 over|to|see|visit ~1 you|mine|yours|my
			pick you up
			come to my|mine place|house|flat|apartment|room
			i can|will ~1 drive|come|visit|fly|travel ~2 you|over|see|to
			your address
			send me your address
		`,
	},
	{
		id: 'grooming',
		what: about('contact', 0, { anyway: true, subject: 'reader' }),
		patterns: `
			age sex|asl|and location
			asl
			mature for your|you age
			sound|seem|look|act|so|very ~2 mature|older ~1 for|than
			not like ~1 other girls|boys|kids|#|teens|girl|people
			different from|than other girls|boys|kids
			you special
			do not|never ~1 =tell|=show|=mention|=let ~3 anyone|anybody|your|nobody|parents|mum|mom|them|others|a|this|about|know ~1 about|parents|mom|mum|us|that|this|we|our|know
			do not =tell anyone|anybody|your
			our|a little? secret
			keep|stay this|it|our|that ~2 secret|between|private|us|ourselves
			delete these|this|our|the messages|chat|conversation|texts
			your|the mom|mum|parents|mother|dad|boyfriend|husband ~1 not ~2 know|understand|need|find
			they|nobody|others|people =would|will|can not understand us|this|what
			send|show|share|post|snd|got|want|see|trade ~2 me|a|your|some|more|us|to ~3 picture|photo|photos|selfie|selfies|nudes|nude|video|body|vid|boobs|feet
			send|show ~1 me ~3 picture|photo|selfie|nudes|body|selfies
			nudes|nude
			what|wat you|are ~2 wearing
			turn|turns|turned me|you on
			home alone
			your parents|mom|mum|dad home|there|around|asleep|out
			are you ~1 virgin|horny|single|naked
			horny|sexy|sexting|sext|masturbate|cum|dick|cock
			have you ~1 kissed|sex|touched
			sit on my
			cam|webcam|video with|on|me|call|chat ~1 me|with|tonight|alone
			turn on your|the cam|camera|webcam
			i|we love you ~1 already|so|like
			only|one i|who ~1 understand|understands|get|care you
			you can trust me
		`,
	},
	{
		id: 'personal-questions',
		what: about('contact', 0, { anyway: true, subject: 'reader', weight: 0.5 }),
		patterns: `
			how old be you
			what is? your age
			your age
			be ~1 you ~2 alone|home ~2 home|alone|right|now|tonight|$
			between us
		`,
	},
	{
		id: 'money',
		what: about('contact', 0, { anyway: true, subject: 'reader' }),
		patterns: `
			lend|loan|borrow|give|send|spare|spot|wire|donate|transfer ~2 me|some|a|you|us|little|out ~3 money|cash|#|bucks|dollars|pounds|euros|few|quid|rent|crypto|bitcoin
			lend|loan|spot me
			cashapp|venmo|paypal|zelle|gofundme|patreon|onlyfans|revolut|cashtag|ko-fi|bitcoin|crypto
			gift card|cards
			pay you|yall back
			short on ~1 rent|money|cash|bills
			invest|investment|trading|forex opportunity|with|in|platform|tips
		`,
	},
];

export const contactPhrases: Record<string, string> = {
	app: `snap|snapchat|sc|insta|instagram|ig|discord|disc|telegram|tg|tele|whatsapp|wa|kik|signal|viber|wechat|line|skype|zoom|facebook|fb|messenger|twitter|x|tiktok|reddit|dm|pm|pms|inbox|email|e-mail|gmail|phone|cell|number|imessage|facetime|text|socials|server|onlyfans|threema|matrix|steam|twitch
		whats app
		a call|text`,
};

/** Words against the reader; and words that push somebody towards harm. */
export const against: Rule<Meaning>[] = [
	{
		id: 'insult',
		what: about('harassment', 0, { subject: 'reader' }),
		patterns: `
			you|your are? a|an|such|so|the|just|nothing|fucking|one|stupid|fat|pathetic|some|being|very ~2 <slur>
			you are <slur>
			you|your are? ~2 waste|piece of ~1 space|shit|oxygen|air|trash|garbage|crap|time
			you <slur>
			shut|stfu the? ~2 up ~2 you|<slur>
			stfu
			fuck|screw you|off
			go fuck yourself
			get lost
			get|go out of? ~2 here|group|forum|lost|away
			go back to your|where
			nobody|one ~1 like|likes|asked|want|believes|care ~1 you|about|what ~1 here|$
			nobody asked
			no one asked|cares
			stop|quit whining|crying|posting|complaining|moaning|whinging|bitching|seeking|being ~2 you|loser|dramatic|pathetic|$
			stop whining|moaning|whinging|bitching
			stop posting
			attention seeking|seeker|whore
			attention whore
			drama queen
			cry me a river
			sob|pity story|party
			cry baby|more
			people|someone like you ~2 sick|disgust|disgusting|problem|ruin|hate|should
			you make me sick
			i hate you
			everyone|everybody|we|all|they ~1 here|in ~1 hate you
			no wonder ~3 hates|leave|alone
			your fake|stupid|dumb|pathetic|little ~1 illness|disorder|problems|story|drama|post|trauma
			you deserve it|that|this|what
			grow up
			man up
			^ fat|ugly|stupid|dumb|pathetic|disgusting|worthless ~1 <slur>
			^ <slur> $
			<hard-slur>
		`,
	},
	{
		id: 'encouragement',
		what: about('encouragement', 2, { subject: 'reader' }),
		patterns: `
			^ kill|hang|shoot|drown|off|neck|stab|unalive|delete yourself|yourselves
			^ go|just|please|so|then ~1 kill|hang|shoot|drown|off|neck|unalive yourself
			^ go ~1 die|hang|jump
			you should|better|might|must|deserve|need|ought|could ~3 kill yourself
			you should|deserve|need ~1 to? ~1 die|dead|end|jump|overdose|not|suicide ~1 it|yourself|alive|exist|live
			you =would|'d|be|will ~1 better off|dead ~1 dead
			better off dead
			just do it ~1 already|then|now|pussy|coward|nobody
			^ do it ~1 nobody|no|already|coward|pussy|then|and|you|now|we|the
			do ~1 everyone|everybody|us|the|world|all|your ~2 favor|favour ~3 end|die|kill|off|jump|disappear|yourself
			world|everyone|we|family|place ~3 better|happier ~2 without|if you
			if i be you ~2 i =would|d|'d ~2 end|kill|do|jump|just|die
			^ drink bleach
			^ eat a? bullet|glass
			^ jump|leap off a|the bridge|cliff|building|roof
			^ end it|yourself already|then|now|$
			^ end yourself|it
			it|dying|death be ~1 peaceful|painless|quick|easy ~2 do|promise|just
			your right|choice|decision to ~1 go|die|leave|end
			hope you ~1 die|kill|overdose|jump|succeed|do
			dare|double you to
			too much of a|too pussy|coward|scared to ~1 do|kill
		`,
	},
	{
		id: 'pact',
		what: about('encouragement', 3, { subject: 'reader', stance: 'asserted' }),
		patterns: `
			anyone|anybody|someone|somebody|who ~2 want|looking|willing|else ~1 to? ~1 die|go|do|leave|suicide|end ~2 together
			anyone|anybody|someone|somebody|who ~2 want|looking|willing|else ~1 to? ~1 die|do|suicide|end ~2 with me
			suicide pact|partner|buddy|partners
			we|us can|should ~2 die|end ~2 together
			die together
		`,
	},
	{
		id: 'nobody-would-miss',
		what: about('encouragement', 2, { subject: 'reader', anyway: true }),
		patterns: `
			why|when ~1 not you ~3 kill|end|hang|shoot|jump|die yourself|it|off|already
			nobody|one|no|who ~2 miss|care|notice|cry|mourn you|if you
			nobody|no|one ~2 care|notice|miss|cry ~2 if|when you ~1 die|gone|dead|disappeared|kill
			not let them|anyone|people ~2 talk|stop you ~2 out|doing
		`,
	},
];

export const againstPhrases: Record<string, string> = {
	slur: `pathetic|loser|stupid|idiot|idiots|moron|dumb|dumbass|cow|bitch|whore|slut|freak|pig|ugly|disgusting|worthless|liar|trash|garbage|scum|creep|retard|retarded|asshole|cunt|twat|prick|wanker|weirdo|psycho|crazy|joke|failure|coward|snowflake|crybaby|hypocrite|clown|troll|leech|waste|disgrace|parasite|useless|faker|fraud|bastard|dickhead|fat|pussy|simp|incel|brat|selfish
		mental case
		piece of shit|crap`,
	'hard-slur': `faggot|retard|tranny|nigger|kike|spic|cunt|whore`,
};
