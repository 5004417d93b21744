import type { Rule } from '../pattern.ts';
import type { Meaning, Raised } from '../meaning.ts';
import type { Level } from '../finding.ts';

/** Words about one’s own death. Weights rise with the level; what leans needs other words of the kind beside it. */
const weight: Record<Level, number> = { 0: 0, 1: 1.7, 2: 2.5, 3: 3, 4: 3.6, 5: 4.4, 6: 4.2 };

const about = (level: Level, more: Partial<Raised> = {}): Meaning => ({
	is: 'raised',
	category: 'suicide',
	level,
	weight: weight[level],
	tier: level === 0 ? 0 : level === 1 ? 1 : level < 5 ? 2 : 3,
	...more,
});

export const suicide: Rule<Meaning>[] = [
	{
		id: 'wish-dead',
		what: about(1),
		patterns: `
			wish|hope|want ~3 someone|somebody|something|anyone|it ~3 shoot|kill|take|end|hit|run|finish me
			hope|hoping|wish|pray ~3 heart attack|stroke|cancer|aneurysm|accident|crash|covid
			wish ~1 i have|had not ~2 made|make|survived|lived|woken|been ~1 it|this|here
			jealous|envious|envy ~4 dead|died|dies|passes|rest|them|gone
			never ~1 have to ~1 wake|get ~1 up
			never ~2 think|thought|expected|planned i =would|will|=d ~2 live|make|be|see|get ~3 past|this|to|#|here|alive
			less|more|better ~6 if i =was|were|be dead|gone
			rather|sooner|prefer|happier be|=being? dead|gone
			be|=being dead ~1 be|sound|feel|look|seem ~2 restful|nice|good|better|peaceful|easier|easy|relief|quiet|appealing|fine|lovely
			die|dead|death|gone sound|feel|look|seem ~2 nice|good|better|peaceful|easy|easier|restful|appealing|tempting|great|right
			plan|goal|dream|hope|wish|retirement ~3 be|=is ~1 die|dying|=being|to ~1 dead|young|die
			wish|hope|want|could|would|like ~3 despawn|respawn|uninstall|deleted|unexist|unborn
			hope|pray|wish|ask|beg ~3 take|taken|be take|away|home|soon|me|to
			ask|pray|beg|plead ~1 to be taken
			hope|pray|wish|want ~6 be|=is my|the last one|night|day|time
			hope|hoping|wish|pray|wanting ~4 crash|crashes|malignant|terminal|tumour|bad|fatal|lump|stop|stops|explode|explodes
			wish ~6 got|=gone it wrong
			never come|came|wake|woke round
			press|push|hit ~2 button
			look forward to|for being? dead|death|gone|it all over
			just|want|wish|need|like ~2 lights out
			content|ready|happy|prepared|fine to go any|whenever|now|soon
			want|wish|like ~2 to be where|with he|she|him|her|they ~1 be|is|gone|again|now
			weeks|months|days|year ~1 to live|left ~4 relieve|relieved|relief|happy|glad
			relieve|relieved|relief|happy|glad ~8 weeks|months|days ~1 to? live|left
			wish|hope|want ~2 i|it|someone ~2 be ~1 dead|over|me instead
			should have been me
			wish it be|had|was me instead|who
			not ~2 mind|care|bother|upset|sad ~2 if i ~3 not|never ~1 wake|woke|make|made|come|came|around|here
			be|feel ~1 at peace with die|dying|death|going
			if i =died|die ~2 in my sleep|tonight|tomorrow|today|now
			would be ~2 relief|blessing|mercy|kindness|favour|favor|okay|fine|ok ~2 if|to ~2 die|=died|dead|gone|end
			death be|=is ~2 only|best|easier|better|answer|way|comfort|peace|rest|escape|relief
			disappointed|sad|upset|angry|hate|regret|devastated ~5 =woke|wake|waking up
			wish|hope|want|love|pray|if|relieved|glad|could|should|would ~4 hit|run|struck|crushed by|over ~2 car|bus|truck|train|lorry|lightning|meteor
			relieved|glad|happy|grateful|jealous|envy|envious|wish|relief|lucky ~5 cancer|terminal|shot|murdered|died|tumor|aneurysm
			beg|ask|pray|begging ~3 take|end|kill me
			take me in ~1 sleep
			button ~3 dead|die|gone|exist|disappear|end
			what if i ~2 disappear|=died|die|vanish
			what if i ~1 be ~1 gone|dead
			not want to be saved|helped|fixed|found
			envy|jealous of? the? dead|people who died
			wish|hope ~2 be aborted|dead
			wish ~2 stayed asleep
			hope|wish|pray|want ~2 sleep|night|tonight|today ~2 last
			hope|wish|pray ~2 do not wake|survive|make
			want to be|go with god|jesus|mom|dad|mum|heaven|him|her ~1 heaven|again
			not|never be afraid|scared of? death
			be so? done being|living|existing|with ~1 alive
			it be time for me to go
			i should be dead|gone
			<want> be|=being <dead>
			wish|hope|pray|beg|ask ~1 i|god|someone|something|life|it|to ~2 <dead>
			wish|hope|pray ~1 i|god|someone|something|cancer|illness|accident|death ~2 die|kill|take ~1 me|=died|=die|soon
			wish|want ~1 i|someone|god ~1 never born|exist|been|wake
			want|wish|love|like|need ~3 disappear|vanish $
			no|only|any|other|one other? ~1 option|way|choice|escape|solution|out|answer ~3 death|die|dead|suicide
			wish|want|need|love|like|would|rather|try|deserve|ready ~2 disappear|vanish|fade|evaporate ~2 forever|away|completely|earth|existence|world|life|all
			want|wish|love|like|need to|i|would|can disappear|vanish $
			want|wish|love|like|need|prefer to not|stop|cease|quit exist|be|living
			want|wish|love|like|need|prefer|be to? not exist|be alive|here?
			want|wish|love|like to cease
			rather be <dead>
			rather die
			rather not|never be|exist|live|wake|have
			should|would|could|might have ~1 died
			should|supposed|meant|deserve|ought to? be? <dead>
			should not be|have alive|here|living|exist|born|survived|been|lived
			deserve to die|death
			deserve death
			do not deserve to? <live>|life
			not deserve to? live|life|exist
			sleep|asleep|bed|dream forever|eternally|permanently
			sleep|asleep|bed|eyes ~4 not|never wake|get up|again
			sleep|asleep|bed|eyes ~2 and|to|without|but|hope|wishing|i|that|never|not ~2 not|never ~1 wake|awake
			not|never wake up|from|again|tomorrow|anymore|the
			fall asleep and be|that|have it|dead
			hope|wish|pray|disappointed|sad|upset|angry|hate|mad|regret|annoyed|depressed|devastated ~3 =woke|wake up
			take|have|end|kill|let ~1 me already|away|now|lord|god|die|go|home
			god|lord|universe|someone|please|somebody take|kill|end|shoot|smite ~1 me|=my
			let me die|go|rest|leave
			please|just let me die
			end my|the|this|all this suffering|misery|torment
			put me down|out
			kill me $
			give ~2 life back
			bus|car|truck|train|lorry|lightning|plane|meteor can|will|to|just|should|hit ~2 hit|run|take|crash|kill|strike|crush|me
			wish|hope|want ~2 get|have ~1 cancer|disease|hit|shot|murdered|killed|heart|stroke|accident|covid
			heart|plane stop|crash|go ~1 in|while|beating|down|and
			not exist
			stop existing|being|living
			wish|hope|want|pray ~2 something|someone|anything|an would? ~1 happen|kill|accident to?
			would not mind|care ~1 die|death|if|being ~4 dead|die|crash|hit|down|killed|gone|wake|stopped|ended|happened
			fine|okay|ok|happy|glad|peace|content|relieve|relieved|comfortable with|if|to|about ~1 die|death|dead|gone|i|bus|a|car|it ~1 die|hit|dead|gone|today|tonight|tomorrow|all
			prefer death
			welcome|crave|embrace|await|invite|long|yearn|wish|beg|pray|hope|ready|want|desire for? death
			death will|be|seem|sound|feel|look ~2 relief|better|easier|peaceful|peace|comforting|only|escape|release|nice|good|sweet|solution|answer|beautiful|mercy|blessing|freedom|gift|inviting|appealing|calling
			how|so nice|good|peaceful|better|easy|lovely|quiet|great|wonderful|relieving|calm it|death|not|be|would|to ~3 dead|die|exist|be|gone|death|stop
			nice|good|better|easier|peaceful|relief|great|happier|best|lovely to|if|be|for ~2 dead|die|gone|exist|not
			life ~2 never happened|began|started
			never ask|want|choose|consented to be|exist|live ~1 born|alive|here
			regret be born|alive|surviving|here
			hate be|that|myself alive|born|living|existing|conscious|i ~1 born|alive|exist
			hate|despise|resent living|existing|existence|waking
			should|wish|hope ~2 abort|aborted|miscarried
			hand|give ~2 life|rest ~2 to someone|somebody|back|away
			not scared|afraid|fear of? death|die
			look forward to death|die
			wait to|for die|death
			life to|will end|stop
			want|wish|need|hope|pray|ready for? it all|my|this|everything ~1 life? to|would be? ~1 end|over|stop|done|finished
			nothing ~1 keep me
			fall|go|drift asleep|sleep|off and that|it|never ~1 would|be it
			my life to|would|could ~1 end|stop|be over
			it|everything|this|life|all|things to? be over|done|finished ~1 with
		`,
	},
	{
		id: 'end-it-passively',
		what: about(0, { weight: 1.1, kind: 'wish-dead' }),
		patterns: `
			life|it be|feel ~1 over
			my life be ~1 over
			want|wish|need|pray|hope|beg|ready|wait for? it|everything|this|that|things|pain|life|suffering|all|hurt|the|my|to ~4 to|for|would|can be? stop|end|over|go|finish|finally
			make it|the|everything|this|all stop|end
			want|need out of? this? life|here|world|it|$
			way|want|need|try|looking|desperate to|for? escape this|life|it|the|my|everything
			be at|find|have|feel|rest peace|in
			<want> disappear|vanish|escape|fade
			<want> give up
			give up on everything
			give up $
			be done with life|living|everything|it|this|existence|existing|world|trying|fighting
			be done $
			ready to|for go|leave|end
			want to|i leave this|the world|earth|planet|place
			<want> peace
			want to be free
			want to sleep $
			want to sleep ~1 forever|until|all
		`,
	},
	{
		id: 'life-pointless',
		what: about(1, { leans: true, anyway: true, subject: 'self' }),
		patterns: `
			can not live|exist like|with|anymore|this
			not|never can|be|able ~1 live|exist like|with|anymore|here|without
			not live ~2 <nolonger>
			not know how to|much|long ~2 go|live|longer|hold|keep|continue|survive
			hate my|this|the? life|living|existence|being|existing
			hate everything|this ~1 about ~1 life|world
			dead inside
			already dead inside?
			not see|find ~1 point|reason ~2 going|staying|being|continuing|keep
			life|it be|have|feel|seem pointless|worthless|meaningless|unlivable|unbearable|hell|purposeless|torture|suffering|useless|curse|prison
			meaningless|pointless|useless|worthless|miserable|pathetic|shitty life|existence
			<think> death
			think|obsess about|of|on ~2 death
		`,
	},
	{
		id: 'not-live',
		what: about(1, { weight: 1.8, anyway: true }),
		patterns: `
			have to ~1 keep|continue|carry living|existing|breathing ~1 inside|with|like|for
			can not|barely|hardly imagine|picture|face|do|stand ~2 another|=more|forty|thirty|fifty|twenty|ten|# ~1 day|year|years|month|decades|week
			not ~2 want ~2 any|to do|those|more|another|# ~1 years|year|days
			not ~2 add up to wanting|want
			no use|need|place for|in|on this|me ~1 side|world|life|here
			not|never|no ~3 carry|carrying|go|going on ~1 anymore|like|longer|with|$
			not|hardly|barely see|find|get|know ~1 point|reason ~2 anything|anymore|any|it|this|me
			not|never ~2 meant|supposed ~1 to be here|alive|born|exist
			not ~2 want|wish ~1 be here ~1 in|any|at|anymore|most|tomorrow
			not ~1 know|sure|see ~2 want|can|could ~1 be|live|keep|stay|go|carry ~2 here|alive|anymore|longer|on|living
			not|no|never ~3 want|wish|sure to be on|in|part ~1 this|earth|planet|world
			not ~2 sure|know if|i|that ~2 want to? <live>|be ~2 anymore|longer|alive|here
			struggle|hard|difficult ~3 alive|living|exist
			not built|made|meant|cut for|out ~1 this life|world|living
			not belong in|on|here this|earth|world
			can not be|stay alive|here
			hate|sick|tired of? being alive
			every|another day i|alive be|wake ~2 torture|hell|regret|curse|disappointed|disappointment
			no|not|never|stop|quit ~1 want|wish|care|desire|need|feel|deserve|enjoy|like to|being|for|life|living|like|feeling live|alive|exist|existence
			not|never|stopped ~1 want|wish|like|feel|need ~1 to|being|like ~1 be|wake|go|continue|keep|stay|carry|see|do ~1 alive|on|up|going|living|existing|earth|planet|tomorrow|another|here <nolonger>
			not want to? be|live|stay|exist on|in|part this|the|earth|of planet|world|earth|life|it
			not want|wish to be|stay here <nolonger>
			not want|wish to be alive|living|on earth|around|conscious
			not want|wish to <live> ~2 anymore|more|longer|this|world|life
			not want|wish|need to wake|see|experience|face ~1 up|tomorrow|another|the|future|next
			not want|wish to exist|live|continue|carry
			no longer want|wish|feel|care to|like ~1 <live>
			not want|wish|like|feel|ask life
			not want this|my|a|any|to? life|have
			not want any of this|it
			no|lose|zero|without|little ~1 will|desire|wish|motivation|reason|interest|want|purpose|strength|energy|point to|for|in|of ~1 <live>|life|living|exist|being
			no will|desire to|for ~2 live|life|go
			will|desire to live ~1 gone|left|disappeared|fading|away|lost
			not|never see|find|have|imagine|feel|know ~2 reason|point|purpose|worth|sense|use|meaning|value ~2 <live>|living|life|alive|exist
			not|never see|imagine|picture|have|think|expect|plan ~2 future|living|myself|making|life|getting|reaching|past|old|be ~2 for|past|alive|living|long|much|to|me|reaching|here|old|#|future
			not plan|expect|think|see|intend|imagine|want|picture|believe|going ~2 be|live|make|alive|i|surviving|lasting ~3 alive|past|much|long|longer|to see|another|#|next|that|it|this
			not make it past|to|through|another|much ~1 #|christmas|age|another|day|week|year|night|weekend|tonight|birthday|long|longer
			life|living ~1 be|feel|seem not|hardly|never ~1 worth|living|for|meant
			not|nothing|never|hardly|barely ~1 worth|worthy|point|use|reason|meaning|purpose ~1 living|it|life|in|to|being|existing|of|alive ~1 <live>|life|living|alive|existing|anymore
			life|existence have|lost no|all|any|zero ~1 meaning|purpose|point|sense|value
			give up on life|living|myself
			not know|see|understand|get why|how|what ~1 i|keep|bother|be|the ~1 alive|here|point|live|reason|exist|still
			not|hardly|barely|never keep|go|carry|continue|live|take|face|bear|handle|stand|survive|want|do ~1 living|life|going|existing|breathing|like|alive|being|anymore|on living ~1 this|life|anymore|longer|like|day
			can not go on
			can|to not|barely|hardly ~1 go on|any
			not go on
			not|never ~1 here|exist|alive <nolonger>
		`,
	},
	{
		id: 'no-reason',
		what: about(1, { weight: 1.6, anyway: true }),
		patterns: `
			why ~4 keep|to|still ~1 living|live|alive|exist|existing|breathing
			no|any|a|one|single|reason|point|purpose|use ~1 reason|point|purpose|use|sense ~1 to|in|for|of ~1 <live>|life|alive|living|existing|being|going|staying|fighting|trying|me
			nothing|nobody|anything|no ~1 left|one|to? ~1 live|left|for|stay|keep ~1 for|me|to live|here|alive|in
			nothing to live for
			nothing|not anything|much left|to|worth for|to|in|living ~1 me|live|life|for|this
			no|not|nothing|one ~1 keep|hold|stopping ~1 me here|alive|going|around|on
			what is? ~1 point|purpose|reason|use|meaning ~1 in|of|to ~2 <live>|life|living|being|existing|alive|anything|anymore|staying|existence|continuing|keeping|waking|going
			what is ~1 point|purpose of|in|to|anymore|$ ~1 anything|anymore|it|all|me
			why ~1 bother|keep|should|do|live|be|continue|stay|exist|even|try|must ~1 i? ~1 live|alive|exist|here|going|continue|born|breathing|on|stay|keep|trying|wake
			why be i ~1 born|alive|here|created
			what am i ~1 living|here|alive for|here?
			give|tell|find|need|want|looking|searching|name|have ~1 me? ~1 reason ~1 to|for|why|not|i ~2 <live>|not|living|alive|life|kill|stay
			only|one reason|thing|person ~3 alive|here|living|going|stay|around|earth
			only|reason ~2 alive|here|live|stay|keep ~2 is|because|for
			only alive|here|live|stay for|because|so|until|to
			keep me alive|here|around
			if it be not for ~4 $
			if not for my|him|her|them ~2 i would ~2 gone|dead|here|alive
			just exist|surviving
		`,
	},
	{
		id: 'better-without-me',
		what: about(1, { weight: 1.9, anyway: true, subject: 'self' }),
		patterns: `
			family|kids|everyone|they|people|world ~4 come|comes|be|is|=are out? ahead|better|happier|freer ~6 dead|gone|without
			worth|more ~1 dead than alive
			be worth ~1 more ~1 dead
			one|only ~8 where|when|if i be dead|gone
			nobody|no one|none|who ~2 would|will|=d ~2 notice|miss|care|remember|cry|mind|find ~2 me|if|i|anyway|gone
			everyone|they|people|family|kids|mum|mom ~3 would|will|=d ~3 better|happier|fine|relieved|free|easier|over|forget ~2 me|it|without|off|eventually
			better|happier|easier|fine|good|okay|relieve|relieved|less|great|nicer|peaceful|grateful|glad|thrilled ~2 without me
			better off <dead>
			better off $
			better|happier|easier|best|fine|good|simpler|free|freer|relieved|glad|nicer|great ~3 if|when|once|were i ~1 be|die|disappear|go|kill|leave|vanish|not|never|exist|ended|ceased
			be better|best ~1 dead
			better|easier|best to|if|be|off ~2 dead|die|gone
			better place|life|world ~2 without me|if
			world|family|everyone|everybody|life|kid|parent|people|they ~4 without me
			nobody|one|no|who|anyone|not|everyone|person|soul ~2 notice|miss|care|cry|sad|come|mourn|remember|attend|affected|know|realise|realize|hurt|mind|blink|grieve|love ~2 if|when|that|me|my|once|to ~2 i|me|be|funeral|die|death|gone ~2 die|gone|disappear|dead|kill|vanish|miss|funeral|not|leave|end|went
			if i ~2 die|disappear|gone|dead|vanish|kill|drop|leave|stop ~4 nobody|no|everyone|one|not|who|people|anyone|they|would|better ~2 care|notice|miss|better|happy|happier|cry|sad|relieve|relieved|one|matter|know
			if i ~2 die|drop|dead|gone ~2 tonight|tomorrow|today|now|right
			world|family|parent|life|they|everyone|nobody ~2 not need|miss|want me
			do everyone|everybody|world|family|them|you|people a favor|favour
			should not|never have been born|alive
			never should have been born
			my funeral
			at my funeral
		`,
	},
	{
		id: 'tired-of-life',
		what: about(1, { weight: 1.6, anyway: true }),
		patterns: `
			have|had enough of it|life|this|everything|all|living
			tired|done|sick|over|finished|through ~1 with|of|by ~1 life|living|existing|existence|being|everything|it all|world
			so|too|just|very|really tired of this|life|living|everything
			sick|exhaust|fed|done|bored|weary|over|had|drained|finished|through|tire ~1 of|with|up|from|enough ~1 live|life|alive|existence|being|exist|waking|breathing
			tired|sick|exhausted|done|fed|weary of|with|up ~2 it all|anymore
			tired|sick|exhausted of fighting|surviving|suffering|hurting|this ~1 life|world|
			life be|has|just too|so much|hard|painful|exhausting|unbearable|unlivable|shit|hell|misery|torture
			enough of|with this|my|the? life|living|world
			every|each day|morning|breath|second|minute|hour be|feel|seem a|an|like|just|worse ~1 struggle|torture|hell|nightmare|battle|pain|torment|fight|chore|burden|agony
		`,
	},
	{
		id: 'not-care-if-die',
		what: about(1, { anyway: true, weight: 1.6 }),
		patterns: `
			not|hardly|stopped|no ~1 care|mind|bother|matter|afraid|worried|scared ~2 if|whether|about|anymore ~2 i|live|die|dead|alive|death|happens|wake ~2 live|die|dead|alive|survive|wake|to me|died
			indifferent|ambivalent to|about|towards ~1 death|living|life|die
			live|alive or die|dead
			whether|if i live|die|survive|wake|make
			not look|check ~3 cross|street|road
			cross ~2 street|road ~2 without|not look
			if a car|bus|truck come|hit
		`,
	},
	{
		id: 'want-die',
		what: about(2),
		patterns: `
			want|wish|need|like|love|ready ~3 to|be|for|i|it ~1 die|dead|over|end
			wanna|want to? die
			want|wish|need|like ~2 check|opt|log|clock|tap out ~2 permanently|forever|life|all|good|$
			tell|telling|told|say|saying ~2 me ~2 to check|opt out
			opt|opted|opting|check|checking|checked|log|logging out permanently|forever|of life|$
			think|thinking|consider|considered|idea|thoughts ~4 end|ending it|things|everything|all|this
			think|thinking|consider|want|wanting ~3 make|making it|this|everything|the|pain stop ~1 for|forever|permanently|good
			consider|considered|think|thinking|thought ~2 not ~1 carry|carrying|go|going|be|being ~1 on|here|around
			stop|stopping|ending it|this|everything|myself for good|ever
			the|only|one|an|easy|easiest|my ~1 way out ~3 of this|all|here|life
			kill the person|thing|part|version ~4 me|be|myself
			brain|head|voice|voices|mind|thought|thoughts|idea|something|they ~4 tell|say|scream|whisper|shout|be|go ~3 kill|end|off|hurt yourself|myself|me|it
			could|can|should just kill|end|off yourself|myself|it
			every|same|one ~2 problem|idea|thought ~4 kill yourself|myself
			<want> die
			<want> be|=being dead|dying
			want|need|wish|ready|desire|long|rather|pray|beg|crave|love|like ~1 to|for|i|me|could ~1 die
			wanting|wishing|longing|craving|hoping|ready|begging|praying to|for death|die
			feel like die|death
			want death
			<want> end it
			die right now|here
			make me? want to? die
			can|may|might|would i|you|we|someone? just die|dead
			can i|someone|you die|kill me
			let me die
			i should die
			try to die
			part|side|half|bit of me ~2 want|wish to? die|dead|end|gone|death
			<think> die|dead
			<think> =being dead
			<think> not being|existing
			think|obsess|fantasize|dream about|of|on ~2 die|dead
		`,
	},
	{
		id: 'suicidal-thoughts',
		what: about(2),
		patterns: `
			my|the|bad|having|with|really|passive|active si !no|que|me|yo|es
			is it ~2 sin|wrong|bad|selfish|normal|weird ~2 to? ~2 suicide|kill|die|end|think
			sin|hell|heaven|god ~6 suicide|<killself>
			thought|thoughts|thots|ideas|idea|feelings|urges ~3 of|about|on ~2 suicide|ending|dying|death|killing|not being|existing|it all
			suicide|dying|death|ending ~3 be|=is ~2 only|thing|all|option|answer|comfort|constantly|always|back|often|on
			suicide|dying|death|ending ~6 go|run|running|come|cross|pop|stick|stay ~2 through|in|across|into|to ~1 my mind|head
			think|thinking ~2 suicide|dying|death ~2 again|lot|every|all|constantly|now|often|more|day
			can not|never stop|quit|help think|thinking|thoughts ~3 suicide|die|dying|death|dead|it|killing|ending
			suicide ~3 if|option|when|choice|plan|answer|way|solution|thing|question
			scared|afraid ~1 of myself|what i|me
			thought|thoughts|idea ~6 you|i could|can|should just? kill|die|end
			resort|answer|thought|thoughts|option|mind|way ~1 be suicide
			all i ~1 think about be ~2 death|dying|suicide|die
			suicide be ~2 back|front|on|in of? ~1 my mind|head
			death be ~2 on|in my mind|head
			suicide ~1 sound|look|feel|seem|appeal ~2 good|nice|better|great|tempting|easy|peaceful|right|appealing
			go|drift|drifts|turn|turns|wander|come ~2 to suicide|killing|<killself>
			go through with suicide|<killself>
			<think> my own? death|funeral|suicide|obituary
			think|daydream|fantasize|imagine|picture|dream about|of? ~1 my own? ~1 death|funeral|suicide|dying
			intrusive thoughts of|about killing|dying|suicide|death|jumping
			suicidal
			urge|urges|impulse|temptation to ~1 end|die|kill|jump|do it|things
			si thoughts|ideation|again|is|bad
			thoughts|urges ~2 tell me to
			suicidal
			<sui> ideation|thought|ideations|feelings|feeling|urges|urge|impulses|tendencies|mind|plan|mood|intent|intentions|fantasies|episode|spiral|crisis|state
			<think> suicide|<killself>
			think|idea|urge|consider|contemplate|imagine|plan|fantasize ~2 suicide
			suicide be|seem|feel|sound|look ~3 only|answer|option|way|solution|out|best|inevitable|easier|escape|choice|logical|mind|good|great|tempting|relief|right|better|close|thoughts
			suicide ~2 cross|enter|entered|pop|pops|on ~1 mind|head
			suicide ~1 always|constantly|every
			thoughts of|about killing|ending|dying|hurting|death|harming|not
			thoughts ~1 getting|are|become|became|come ~1 worse|darker|stronger|back|louder|loud|dark
			dark thoughts
			active|passive ideation|thoughts|si
			ideation
			self annihilation|destruction
			voice|head|brain|mind|depression|thoughts|something ~2 tell|say|scream|want|whisper|yell|beg ~2 me|to|i ~3 <killself>
			voice|head|brain|mind|thoughts tell|say|scream|want ~1 me|to ~2 die|jump|cut|it|dead|death
			want|need|beg to? end|stop my|this life|existence
			end my|this? suffering|pain|misery|agony
		`,
	},
	{
		id: 'told-to',
		what: about(2, { anyway: true, stance: 'quoted', settles: true }),
		patterns: `
			=told|=tells|=telling|=said|=says|=texted|=messaged|=wrote|=commented|=asked|=wants|=wanted|=encouraged|=urged|=yelled|=screamed|=tell ~1 me ~3 <killself>|<method>|die
			=said|=says|=told|=tells|=threatened|=threatens|=threatening ~2 he|she|they|to|hed ~2 <killself>|<method>|suicide
		`,
	},
	{
		id: 'suicide-word',
		what: about(2, { deed: true, leans: true, weight: 1.5 }),
		patterns: `
			suicide
			suicides
		`,
	},
	{
		id: 'suicide-named',
		what: about(2, { deed: true }),
		patterns: `
			<killself>
			<want> <killself>
			<think> <killself>
			want|try|tempted|going|scared|afraid|terrified|hope|need to|of|i|that ~2 <killself>
		`,
	},
	{
		id: 'held-back',
		what: about(2, { anyway: true, weight: 2.6, settles: true, time: 'now' }),
		patterns: `
			coward|cowardly|scared|afraid|chicken|weak|pussy|wimp ~2 to|for ~1 <killself>|<method>|do it|die|end
			only|one|main|reason|thing|things|what|something ~3 stop|keep|prevent|hold|preventing|not ~3 from|because|be ~2 <killself>|suicide|die|jumping|doing|it
			not|lack|without|enough|have|find|the|need|no ~2 strength|courage|guts|balls|nerve|energy|will|bravery|brave|motivation|strong|means|way ~2 to|of|for|enough ~2 <killself>|<method>|die|suicide|it all
			too|so scared|afraid|weak|coward|cowardly|pussy|chicken|tired|lazy|much of ~2 to|of|and|for ~2 <killself>|<method>|die|suicide
			scared|afraid|terrified|worried|fear|convinced|think|know that|i|of|am|will|might|may ~4 <killself>|suicide
			be|m a? scared|afraid|terrified|worried|close|going|about|trying|hard ~1 to|of|not|i ~1 not ~1 <killself> <soon>?
			try|struggle|fight|hard|best|resist|resisting ~3 not|from ~2 <killself>|suicide|<method> <soon>?
			if|were i|it ~1 not|be ~4 would ~2 <killself>|<method>|be dead|gone|done
			would|could|might|should have <killself>|<method> <soon>?
			would|could|might|should have be dead
			would|could|should|might|may <killself>|<method> <soon>?
			why|reason|convince|tell|give|talk ~3 not|out|me ~2 <killself>|suicide|of killing|to <killself> <soon>?
			why not ~2 <killself>|<method> <soon>?
			help|stop|convince|talk|prevent ~2 me|myself|from|out|not ~2 <killself>|<method>|suicide
			can not stop|help|shake|quit ~2 think|imagining|wanting|fantasizing|dreaming ~2 suicide|<killself>|die|<method>|death
			before i <killself>|die|go
			not be that|like ~2 want|wish to die
			coward|weak|selfish ~2 <killself>|to die|suicide
			what will happen if i ~1 <killself>|die
			no|not want|plan to? live|be alive
			suicidal|suicide|<killself> ~4 lie
			scared|afraid to ~1 tell|say|admit ~4 suicidal|suicide
		`,
	},
	{
		id: 'method',
		what: about(3, { deed: true }),
		patterns: `
			insulin|pills|gun|meds|rope ~4 way out
			think|thought|thinking|thoughts|imagine|picture ~3 walk|walking|step|stepping|drive|driving|jump|jumping ~1 into|in|off|out|front ~2 traffic|road|bridge|water|train|tree|wall|roof|cliff
			read|reading|looked|looking|research|researching|googled ~3 method|methods|way|ways|how ~3 night|lately|die|painless|kill|sleep|online|$
			different|some|which|best methods|method
			cut|cutting deep enough
			drown|drowned|hang|hanged|shot|shoot|gas|overdose myself ~3 lake|sea|car|garage|river|tub|bath
			thought|thoughts|urges|idea|images|pictures|image|picture|fantasies|impulses ~3 of|about hanging|hang|jumping|drowning|crashing|overdosing|shooting|cutting|stepping|driving|falling
			hurt|painful|long|fast|quick|quickly|slow|feel ~2 if|when|to|for you|i|one|someone? drown|drowning|hang|jump|overdose|die|bleed
			under|before|in front ~1 of? the|a train|bus|lorry|truck|metro|tube|car
			walk|walking|go|step|wade into|in the|a water|river|canal|lake|sea|traffic|road|ocean
			not ~3 train|railway|tracks ~4 mean
			how many|much|much of ~6 would|will|=d be|take|is ~1 too|enough|it|kill|fatal
			would|will|might|could ~1 that|it|they|this be enough|quick|slow|fast|hold
			use|using|used ~1 them|it|knife|gun|rope|blade|razor on my|me|myself
			in my head ~3 cliff|cliffs|bridge|train|rope|gun|roof|water
			gun|shotgun|rope|pills|bridge|train|trains|tracks|cliff|cliffs|beam|beams|cabinet|tablets|railway|river|window|knife|knives|morphine|insulin|medication|meds|cupboard ~6 think|thinking|thought|look|looking|mind|head|different|answer|enough|hold|quick|slow|easy|tempting|call
			think|thinking|thought|look|looking|stare|imagine|picture|dream|pictures ~6 gun|shotgun|rope|pills|bridge|train|trains|tracks|cliff|cliffs|beam|cabinet|tablets|railway|noose|overdose|overdosing
			noose
			knife|blade|razor|gun|glass ~1 to|against|at|on|over my wrist|throat|neck|chest|vein|temple
			research|google|look ~3 methods|painless|lethality
			lethal|fatal dose|amount
			think|consider|want|going|tempted ~2 jump $
			i want to jump|hang|overdose
			pills|gun|rope|noose|razor|pistol|shotgun|tablets ~3 in|against|to|around|on my hand|hands|head|lap|mouth|wrist|throat|neck|temple
			<method>
			<want> <method>
			<think> <method>
			if i have a|my|the|access|any ~1 gun|pistol|rope|pills|means|firearm|shotgun|method|way
			have|access|get|own a? gun|pistol|firearm|rope ~3 <killself>|head|myself|to do
			look|staring|stare|stared|hold|sit|glance ~3 at|my|a|the|with|against ~2 pill|bridge|gun|noose|blade|rope|knife|razor|edge ~4 think|how|wonder|wondering|quick|easy|imagine|jump|do
			think|imagine|picture|urge|consider|fantasise|fantasize|keep ~2 jump|drowning|hang|shoot|slitting|crashing|swerving|bleach|noose|gun|overdose|stabbing|rope
			balcony|bridge|roof|train|platform|edge|window ~3 how|think|and ~2 quick|easy|easily|fast|jump|high|simple|end
			imagine|picture|think|about jumping|hanging|drowning|driving
		`,
	},
	{
		id: 'means-near',
		what: about(3, { anyway: true, leans: true }),
		patterns: `
			stare|staring|stared|look at ~2 rope|noose|gun|pills|knife|bridge|blade|razor|edge|belt
			thinking|think|looking about|at ~1 my|the|those pills|gun|rope|bridge
		`,
	},
	{
		id: 'looking-for-a-way',
		what: about(3, { anyway: true, weight: 3.1 }),
		patterns: `
			google|research|look|search|read|find|ask|know|figure|learn|wonder|need|want|investigate|study|wondering|plan|exploring ~2 way|method|methods|how|painless|for|up|about|many|best|easiest ~3 to|of|for ~1 <killself>|die|suicide|<method>|overdose
			painless|easiest|easy|quick|quickest|best|fastest|least|fast|peaceful|effective|clean|painful|simplest|good|most|less ~3 way|method|death|suicide|methods ~2 to|of|out|for ~1 <killself>|die|go|suicide|death|out
			painless|quick|peaceful|easy|quickest|easiest|painlessly death|suicide|exit|method|methods|way
			die|kill|death ~2 painlessly|peacefully|quickly
			die|kill|death ~2 without pain|suffering
			# ~1 <pills> ~3 kill|enough|fatal|lethal|die|overdose me?
			way|method to|of <killself>|die
			suicide method|methods|note|plan|ways|pact|forum|date|letter|kit|spot
			how many|much ~3 <pills> ~2 would|do|to|it|take|can|i|is ~2 kill|die|take|overdose|fatal|lethal|enough|need
			how many|much <pills> it|to|will|do
			lethal|fatal|deadly dose|amount|overdose|dosage|height
			how to <killself>|die|<method>|overdose|tie
			how|where|what ~2 i ~2 <killself>|<method>
			will|does|is|can|think|if # ~2 kill|enough|fatal|lethal
			which|what|how bridge|building|height|high|tall|floor ~3 kill|die|jump|enough|survive
			assisted suicide|dying|death ~1 for? me|myself|i|switzerland|dignitas|canada|depression
			euthanasia|dignitas
		`,
	},
	{
		id: 'intent',
		what: about(4, { deed: true, time: 'future' }),
		patterns: `
			=will|'ll|going|gonna ~1 be ~1 dead ~2 by|before|soon|when|after
			make sure ~2 it|this ~1 work|works|time|$
			act on ~1 it|them|thoughts|this|my
			want|wanting|going|about|intend ~1 to? act on them|it|these|thoughts
			not going|want ~1 through another year|day|winter|birthday
			not ~3 make|making it ~2 through|to|past ~1 tonight|night|weekend|week|tomorrow|month
			go|going|want ~1 to? be|join ~1 with|to? him|her|them|mom|dad|mum ~1 soon|$
			talk|talking myself out of it
			closer ~2 to do|doing it|this
			<killself>|<method> tonight|tomorrow
			<intend> <killself>
			<intend> <method>
			<intend> die by? ~1 <soon>
			=will|go ~1 to? be|=being dead ~1 <soon>
			go|=will to? commit ~1 suicide
			plan|decide|intend|ready|going|choose|prepared|preparing|determined ~2 suicide|die|death|to die
			i am <killself> ~1 <soon>|if|when|because|and|$
			can not stop|keep|hold|prevent|control|trust ~1 myself|me from? ~2 <killself>|doing|it|<method>|tonight
			not trust myself
			if ~10 i =will|am|go|might|swear|may ~2 <killself>|<method>
			end up <killself>|dead
			go|=will|plan to? <killself>
			suicide be inevitable
			die by suicide ~3 matter|one|day|when|someday
			how|when|one|matter|someday|day i|of ~2 will|going|when|time ~2 <killself>|die by
			know|sure|certain i =will|am|go ~2 <killself>
			=will|go be? the? death of myself
			not|if ~4 stop|control|keep|hold|trust myself ~1 from doing
			not trust myself not
			make|set|put|have|pick|choose up? my mind ~3 <killself>|die|suicide|end|leave
		`,
	},
	{
		id: 'intent-hinted',
		what: about(4, { anyway: true, time: 'future', weight: 3.2 }),
		patterns: `
			if ~10 i am|be|will|=m done|out|finished|gone $
			if|when|once ~10 i go|leave|=m out $
			once|when|after|if the|my|she|he|they|it ~4 go|gone|die|dead|dies|goes|fails|leaves ~2 i go|leave|follow|am|will|can ~1 too|done|go|leave|follow|out|$
			not|never ~2 see|seeing|reach|make|need|around|here ~2 christmas|summer|spring|next|another|birthday|new|for|morning
			not ~2 come|coming home|back after|again|from|this
			=will not be ~2 around|here|alive|back for|to|much|long|then|when|after|by
			#|percent ~2 go|going to do|end|kill
			hardly|nearly|almost agree|agreed|done|did ~1 to|it
			tell|told me to? do it
			it be|=is not ~2 if ~4 when|more
			go|will stop trying ~2 altogether|everything|all|completely
			not ~1 promise ~2 alive|safe|stay|here|do
			not ~1 keep|trust|guarantee ~1 myself|safe ~1 safe|alive|tonight|anymore
			make|made|making|set|have my|a|the mind|decision ~1 up|made|$
			decide|decided ~3 end|die|kill|do|this|tonight|not|it
			only|just|all ~2 need ~2 courage|guts|nerve|right|time|alone
			get|got|work|working|build|building up? ~1 the courage|nerve|guts
			right thing to do ~5 get on with|do
			going to do it|=this ~2 soon|tonight|tomorrow|today|when|after|anyway|this|by|next
			do it|=this ~1 soon|tonight|when|once|after ~2 they|everyone|everybody|she|he|asleep|alone|bed|gone
			not ~1 be|here|alive|around|exist|see|make|live ~2 next year|month|week|christmas|summer|birthday|much longer|for long|this time
			not going|will to? be here|alive|around
			not think|believe|expect|know|sure ~3 survive|make|alive|here|last|live|through ~3 night|weekend|week|tonight|month|tomorrow|year|day|morning
			not survive ~1 night|weekend|week|tonight|month|year
			not last the|this|another|through|until|till ~1 night|weekend|week|month|year
			so|very|really|too|this|dangerously close to ~2 do|end|giving it|all|up
		`,
	},
	{
		id: 'plan',
		what: about(5, { anyway: true, time: 'future' }),
		patterns: `
			date|day|place|spot|time|method|way picked|chosen|set|planned|decided ~1 out|on?
			have|got|picked|chose|chosen|set a|the|my date|day|place|spot ~1 picked|out|and|$
			it all|everything ~1 work|worked|planned|figured|mapped out
			work|worked|planned it all out
			book|booked|rent|rented ~2 hotel|room|motel|cabin ~6 find|me|alone|saturday|night
			stock|stocking|save|saving|saved|stockpiling|hoard|collect|collecting up ~2 my|on|meds|pills|medication|tablets
			loaded gun|shotgun|pistol
			buy|bought|got|get ~2 rope|gun|noose|bullets|shotgun|helium|blades ~1 today|yesterday|this|last|from|and|$
			waiting period
			suicide clause
			policy|insurance pay|pays|covers ~2 off|suicide|kids|family|wife
			done|did the math|maths
			not ~2 the? ones? to? find me
			so ~2 the # it is
			that be|=is when ~2 going|=will ~2 take|do|die|end
			have|got|bought|prepared|ready|ordered|arranged ~1 everything|all|what i|=stuff ~1 need|ready|prepared
			everything|all|it be|=is ~1 ready|prepared|arranged|set|sorted|planned|packed ~3 tonight|tomorrow|now|for|tuesday|friday
			plan be|=is|for ~1 tonight|tomorrow|monday|tuesday|wednesday|thursday|friday|saturday|sunday|when|midnight
			date|day|time|place be|=is ~1 set|picked|chosen|fixed|decided|marked
			note|notes|letter|letters ~2 be|=is|=are|already ~1 write|written|done|finished|ready|on|in
			write|wrote|written|writing ~1 the|my|teh|all|some|a ~1 note|notes|letters|goodbyes|goodbye|letter ~2 already|done|tonight|all|for|to|and|$
			deadline be midnight|tonight
			the method be|=is
			edge|ledge|railing|top|rail of|on|off ~2 bridge|roof|building|cliff|overpass|balcony
			plan and|with a date|day|note|method
			have|got|made|picked a|the plan and ~1 date|day|note|method|place
			<intend> <killself> ~2 <soon>
			<intend> <method> ~2 <soon>
			i? be <killself> <soon>
			tonight|tomorrow|today i ~1 =will|go|am ~1 <killself>|<method>|die|do it
			have|got|make|already|a|detailed|clear ~2 plan|date|day|method|time|everything|place|means ~4 <killself>|suicide|die|end|how|kill|note|date|do it|pick|set|ready|helium|rope|gun|pills|over
			a|the|my|detailed|clear|specific plan ~2 <killself>|<method>|suicide|end
			suicide ~1 note|plan|date|kit|letter
			write|leave|finish|made|have|prepare|compose|type|drafting ~2 note|letter|goodbye ~2 to|for|tonight|and|my|on|be|already
			goodbye|farewell|final letter|note|message|video|post
			my last letter|note|message|video|post|words
			letter|note|will|goodbyes be ~1 write|done|finished|ready|desk
			buy|order|get|have|save|stockpile|stockpiled|hoard|hoarding|collect|collected|gathered|stashed|stole|loaded|stash|collecting ~3 rope|gun|pills|helium|noose|bullets|bullet|shotgun|pistol|nitrogen|tablets|medication|blades|hose|charcoal|overdose ~3 <soon>|to|and|ready|for|in|up|enough|next|beside|yesterday ~3 <killself>|do|end|die|use|tonight|me|take|it|myself|asleep|suicide
			save|stockpile|hoard|hoarding|stockpiling|collecting|collect|stash up? ~3 pills|medication|tablets
			give away|all my|all|most|everything ~2 stuff|things|belongings|possessions|clothes|everything|cat|dog|pets
			use it|this|the on myself|me
			gun|rope|it to|and use ~1 it on? myself
		`,
	},
	{
		id: 'goodbye',
		what: about(5, { subject: 'self', anyway: true, time: 'now', weight: 4 }),
		patterns: `
			take care of|look after ~1 my|bella|the|him|her|them|cat|dog ~12 goodbye|sorry|love
			to whoever ~2 cares|finds|reads|find
			not because of|about ~1 him|her|you|them|anyone
			left|leave|leaving ~1 a|the|my message|note|letter|voicemail|video ~2 for|to ~1 my|him|her|them|brother|mom|sister|wife|mum|dad|kids
			written|wrote|writing ~2 to|for ~1 my|the ~1 kids|mom|parents|wife|family|sister|brother|husband
			thank|thanks ~2 everything|being|all|it ~4 tonight|last|end|goodbye|over|time|done
			good|nice|been|great ~1 talk|talking|know|knowing ~2 you|all ~2 goodbye|bye|off|tonight|$
			sorry|thank|thanks|love ~6 it be|=is|was never|not|nobody ~1 your|anyones|her|his|fault
			my|the last|final night|day|hours|week|moments on|alive|here
			i love you all|guys|everyone ~2 goodbye|bye|sorry|goodnight
			this|it|here be|=is ~1 my|the|a? ~1 goodbye|farewell
			goodbye|bye|farewell|goodnight ~1 everyone|everybody|all|world|cruel|life|forever|reddit|guys|friends|family|mom|mum|dad|my !off|see|thanks|sleep|love
			by the time ~2 you|anyone|someone|they|this|anybody|somebody ~2 read|see|find|reads|is
			when|if|once you|anyone|someone|they|anybody read|reads|see|find|be this|me|reading ~2 i ~1 =will|be|dead|gone|have ~2 dead|gone|already|not|over|done
			this|my be? ~2 my|last|final ~1 last|final ~1 post|message|day|night|words|letter|time|goodbye|text|hours|week|evening|note
		`,
	},
	{
		id: 'attempt',
		what: about(6, { anyway: true, deed: true, time: 'past' }),
		patterns: `
			=took|=swallowed|=taken|=drank everything|all ~2 in|of|the|my cabinet|medicine|house|bathroom|them|bottle
			attempt|attempted ~2 for|last|ten|two|three|#|a|this ~2 time|days|weeks|week|month|ago
			so sure i =would|will|'d be dead
			tied|chained|anchored myself ~1 to
			car on|running ~6 garage|off|turned|minutes
			day|night|time|what i did it
			hospital|psych|inpatient|ward|er|unit ~6 did|attempt|overdose|pills|outpatient|discharged
			stomach|my ~1 pump|pumped
			they|doctors|nurse ~1 pump|pumped ~1 stomach
			pump|pumped my|his|her? stomach
			wake|woke ~1 up? ~1 in|at hospital|er|icu|a ~3 disappoint|disappointed|angry|sad|alive|still|gutted
			wake|woke ~1 up? ~1 in|at hospital|er|icu|a|the|intensive|ward|resus
			over the|a railing|barrier|rail|edge|side ~8 grab|grabbed|pull|pulled|talk|talked|stop|stopped|police|bag
			swallow|swallowed|swalowed|took|taken|downed ~2 loads|lots|bunch|load|all|whole|too|# ~2 pills|tablets|tabets|meds|of|them|paracetamol
			=tied ~3 it|rope|knot|noose|belt|sheet
			=kicked ~1 chair|stool
			chair|rail|rope|belt|branch|beam|hook|knot ~2 came|broke|snapped|gave|slipped|failed|out|give
			=drove|=went|=walked|=got to|out ~3 place|bridge|spot|cliff|tracks|station ~8 stop|stopped|back|home|phone|call|called|out|car|rang
			set|put ~1 it all|everything up ~6 phone|stopped|came|back|down|rang|home
			not glad|happy|grateful ~1 i|to|that ~1 survive|survived|alive|still|here|wake|woke
			glad|happy|wish|disappointed|angry|sad|upset|hate ~3 not ~1 work|worked|succeed|die|died|wake|enough
			what i did pills|overdose|wrists
			survive|survived ~3 attempt|overdose|it|jump|hanging|fall|myself
			=put|=held|=stuck|=pointed|=pressed ~3 gun|barrel|pistol|shotgun|rifle|knife|blade ~2 mouth|head|throat|wrist|chest|temple|neck
			=tied|=made|=hung|=put a|the|my ~1 noose|rope|belt ~2 neck|ceiling|door|tree|beam
			=climbed|=stood|=got|=sat ~2 over|on|onto ~2 railing|ledge|bridge|edge ~6 pulled|stopped|talked|police|saved|stranger
			bridge|ledge|edge|roof|railing|gun|rope|pills ~8 =pulled|=talked|=stopped|=grabbed|=saved me
			chickened|backed out
			=tried|=attempted to overdose|jump|hang|die
			attempt this|last|in|two|three|a|few|yesterday ~1 year|month|week|summer|june|july|august|night
			gun|rope|it jammed|snapped|misfired
			=tried|=attempted|=trying|failed|failing|attempt|tryed to|at|and ~1 <killself>|<method>|die
			=tried|=attempted ~1 suicide|overdose|hang|drown
			attempt suicide
			suicide ~1 attempt
			suicidal attempt|behavior|behaviour|gesture
			<soMany> attempt $
			<soMany> attempt at|on|to|and|this|last|since|in|by|when|was|ago|later|already <my>?
			attempt on|at my|ending|taking|suicide own?|my? life
			i ~2 =attempted ~1 $
			=attempted and|again|before|twice|once|last|this|when|in|multiple|several|#|three|two|yesterday
			have ~2 =attempted
			overdosed ~1 on|last|yesterday|again|when|and|in|two|a|this|twice|by|once|but|$
			=hung|=hanged|=shot|=drowned|=gassed|=poisoned <refl>
			i|have|just ~1 =slit|=slashed|=sliced|=cut my wrist|throat|veins
			=jumped|=leapt|=leaped off|from|in front ~3 bridge|building|roof|balcony|window|train|car|overpass|floor|cliff
			=took|=swallowed|=downed|=taken|=drank <allpills>
			=took|=swallowed|=taken an overdose
			survive my|an|the|a|suicide ~2 attempt|overdose|hanging
			attempt|overdose ~2 survive|fail|hospital|hospitalized|revived|work
			wake up ~2 in|at the? ~1 hospital|icu|er|psych ~3 overdose|attempt|after|suicide
			almost|nearly|came|about|close =killed|=did|=ended|=hung|=jumped|=took|to myself|it|my|doing
			rope|noose|belt|branch|gun break|snapped|jammed|misfired
			stomach pumped
			fail suicide|attempt
			fail at killing|suicide|dying
		`,
	},
	{
		id: 'being-done',
		what: about(6, { anyway: true, time: 'now', weight: 5 }),
		patterns: `
			already|just|i did it ~4 took|them|call|late|over
			took|swallowed|drank|taken ~1 something|them|it|stuff ~10 sleepy|tired|weird|dizzy|asleep|fall|ears|scared|call
			stopped answering because ~1 i ~1 took|did
			legs|feet ~1 over the side|edge
			on|at|up ~1 top|edge|roof of ~2 parking|garage|bridge|building|school|car
			ears ~1 ringing
			not call|send anyone|ambulance|911|police
			fall|falling asleep ~1 while|now|and
			feel|feeling|getting|be ~2 sleepy|drowsy|dizzy|cold|heavy ~6 not|wont|will be ~1 long|now|over
			not|=won't be|take long now
			i|have|just|already =drank|=took|=taken|=swallowed|=did it|them|loads|everything ~3 now|and|ago|already
			just|already|finally|now|i|have =took|=taken|=swallowed|=downed|=drank|=ate ~1 <allpills>
			=took|=swallowed|=taken|=downed <allpills> ~3 ago|already|now|feel|sleepy|scared|regret|dizzy
			already|just =swallowed ~1 the|my|these|those <pills>
			just =swallowed|=took|=cut|=slit ~3 tablets|wrist|pill|bleach|overdose|throat
			=took|=swallowed ~1 # of? them|pills|tablets|my
			already|just do it ~2 =took|taken|swallowed|pills
			=cut|=slit my wrist|throat ~6 bleed|blood|stop
			be|m bleeding out|everywhere|a|to|so ~2 death|lot|bad
			pills|tablets ~2 working|kick|start ~1 in|effect?
			overdosed|overdosing right|tonight|now|just|minutes|an|hour
			be|m overdosing
			noose|rope be around ~1 neck
			be|m dying right|now|slowly
		`,
	},
	{
		id: 'hospital-after',
		what: about(6, { anyway: true, time: 'past', weight: 2.6, tier: 1 }),
		patterns: `
			discharged|released|out|home|hospitalised|hospitalized|admitted|sectioned|committed|5150|ward|icu|psych ~5 attempt|overdose|trying|suicide|suicidal
			psych|psychiatric|mental ward|hospital|hold|unit ~4 for|after|because ~2 attempt|suicide|trying|overdose|suicidal
			involuntary|involuntarily hold|committed|hospitalized
		`,
	},
	{
		id: 'intent-hinted-leaning',
		what: about(4, { anyway: true, leans: true, time: 'future' }),
		patterns: `
			do something stupid|bad|drastic|permanent|irreversible
			do something to <refl>
			make up my mind
			really|finally|actually|definitely doing it|this
			tell me to do it
			not scared|afraid anymore
			it will|is be? ~1 over soon
			have decide $
			after|once|when|until|till|soon|wait|since my|the|her|his|him|she|he|they ~2 die|pass|dead|go|death ~3 i ~1 =will|am|go|out|too|follow|done|can|leave|join|
			wait|until|till for? ~2 to? die|pass|death ~2 i ~1 can|then|will|go|leave|follow
			stay|alive|wait|hold ~2 until|till ~3 die|passes|christmas|birthday|graduation|gone
			give myself|it|life|me until|till
			want|go|=will|ready|plan|might|may|about to? do it <soon>
			=will|go|about to|do do it this|for real|time|soon|tonight|today|anyway
			really|actually|finally|definitely go|will to? do it
			do it this time
			my time ~1 come|up|here|is ~1 up
			soon|then|finally i =will|can|get|going|be ~2 gone|peace|free|rest|join|with
			i|and =will join|see|follow|be ~2 him|her|them|mom|dad|mum|soon|heaven|with
			i =will be|go ~1 gone|dead
			not be|have ~1 much|any time|days|longer left|live|to?
			days|hours|weeks|time ~1 number|numbered|left ~1 live?
			my|the last|final christmas|birthday|summer|weekend
			nothing|no|one|anyone ~3 change|stop|save ~2 mind|me|it
		`,
	},
	{
		id: 'prepared',
		what: about(5, { anyway: true, leans: true, time: 'future' }),
		patterns: `
			tonight|tomorrow ~1 i be|=am|will ~1 not|no more|gone|here
			it be|=is tonight|tomorrow|today|time $
			tonight be|=is the? ~1 night|it|when
			by then|morning|tomorrow|tonight|sunday|monday ~2 gone|dead|over|left
			have|will ~1 gone by then|tomorrow|morning
			delete|close|deactivate|cancel my account|accounts|subscription|page ~4 after|when|will|not|able
			password|passwords|pin|keys ~2 be|=are|on|in ~2 notebook|envelope|drawer|desk|table|under|book
			pill|tablets|pills|bottles|boxes ~3 bed|lap|lined|tipped|count|counting|counted|table|front|beside|floor|hand
			count|counting|counted ~3 pills|tablets|them
			last|final|best day|night|meal|walk|evening|time|hug|shower|one|dinner|weekend ~2 her|him|them|with|together|ever|ever|remember|mum|mom
			fed|feed ~2 fish|cat|dog ~2 week|days|last
			dog|cat|hamster|rabbit|pets|kids|stock ~3 neighbour|neighbor|sister|brother|friend|shelter|looked|sorted|home|mum|mom
			insurance|will|money|bills|rent|paperwork|policy ~3 sorted|paid|done|cover|covered|signed|name|pay|pays|order|clean
			return|returned|gave|given|handed|pack|packed ~2 library|books|keys|stuff|things|room|cases|ring|belongings|everything
			all squared away|up
			will be off tonight|then
			not be able to ~1 after|from|then
			have|got|made ~1 a plan !for|to|b|with
			get|have|found ~3 gun|rope|noose|shotgun|pistol
			it|this|everything all? end|over|stops
			letter|note|goodbyes be ~1 done|finished|written|ready
			leave tonight|tomorrow|this
			climb|climbed|stand|sat ~2 over|on|at|near ~2 railing|bridge|ledge|edge|roof|rooftop|tracks
			got|have|buy|order the|a|my|some? helium|noose|nitrogen|shotgun|cyanide
			on the|a|this bridge|roof|ledge|rooftop|tracks <soon>?
			plan|date|note|letter|method|means and|with|a ~1 plan|date|note|letter|method|means|time|day
			write|finish|leave my|the|a|goodbye|final|last|suicide ~1 note|letter|will
			pick|set|choose|decide|circle|mark ~1 a|the|my|on? ~1 date|day
			know the|my date|day|when
			tonight|tomorrow|today =will|might|may|can? be|=is ~1 the? night|day|end|it|time|over
			this be it $
			it|this|everything|all will|be|going|end|goes ~3 over|end|happening|finished|done ~2 tonight|tomorrow|today|soon|friday|saturday|sunday|monday|weekend
			it end ~2 tonight|tomorrow|today
			happen tonight|today|tomorrow
			buy|order a|the|my|some? ~1 rope|gun|helium|noose|shotgun|nitrogen ~1 $
			have|got|with the|a|my|all|these|gun|rope|noose|knife|blade|bottle|tablets|pill ~4 next|beside|front|hand|ready|here|head|loaded|lap|desk|bed|near
			gun|rope|noose|pills|knife|blade|tablets ~3 to my head|neck|wrist|ready|tied|loaded|lap|hand|waiting|drawer|table
			sit|stand|here|lay|lying|be|m|currently ~3 on|at|by|near|top|outside|atop ~2 edge|bridge|roof|rooftop|ledge|overpass|cliff|railing|tracks|balcony|platform
			say my|all|the|goodbye|final ~1 goodbye|farewell to?
			say goodbye to my|everyone|them|the|all
			put|get|have|settle my affairs|things|everything in order
			get|put my affairs
			take|swallow them|these|those|it|all ~2 tonight|now|soon|tomorrow
			find|make a home|someone for|to ~3 cat|dog|cats|dogs|pets|pet
			close|cancel|cancelled my|all ~1 account|accounts
		`,
	},
	{
		id: 'farewell',
		what: about(5, { subject: 'self', anyway: true, leans: true, time: 'future' }),
		patterns: `
			my|the last|final post|message|words|day|night|hours|evening|moments|goodbye
			not|never be|here|alive|around|see|hear ~2 tomorrow|morning|anymore ~2 thank|goodbye|bye|love|sorry
			will be gone|dead by|in|tomorrow|soon|before|tonight|when
			=tell ~2 my|him|her|them|everyone|mom|mum|dad ~4 i|it|that ~2 love|sorry|her|his|their|be|not ~1 him|her|them|fault|sorry|their
			look|take|care after|care|for ~1 my|of cat|dog|kid|cats|dogs|mother|mom|mum|brother|sister|family|baby|each|yourself $
			thank you? all|everyone ~2 for|everything ~4 goodbye|bye|goodnight|good|farewell
			see you|yall on|in|all the|another|hell other|side|heaven|next|hell
			i am|m sorry|sorry, mom|mum|dad|everyone|family|to|for|momma|mama
			forgive me ~2 $
			goodbye $
		`,
	},
];
