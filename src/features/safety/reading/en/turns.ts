import type { Rule } from '../pattern.ts';
import type { Meaning, Turn } from '../meaning.ts';

const turn = (which: Turn['turn'], patterns: string): Rule<Meaning> => ({
	id: `turn-${which}`,
	what: { is: 'turn', turn: which },
	patterns,
});

/** What means something else than its words, and what turns the words around it. */
export const turns: Rule<Meaning>[] = [
	{
		id: 'idiom',
		what: { is: 'idiom' },
		patterns: `
			die|dead of|from|with laughter|laughing|boredom|embarrassment|curiosity|thirst|hunger|heat|cold|shame|cringe|cuteness|envy|happiness|excitement|stress
			die|dead laughing
			dying to|for know|see|try|hear|meet|go|get|play|read|watch|eat|tell|ask|visit|find|a|some|that|your|more|the
			embarrassed|hungry|cringe|awkward|bored|hot|cold|full|mortified ~2 want|could to? ~1 die|=died
			to die for
			rather|sooner die|starve|eat than
			die for a|an|that|some|those|you|him|her|this
			die hard|out|down|off
			never say die
			not|never die wondering
			drop dead gorgeous
			dead tired|serious|set|end|line|weight|pan|inside? lol|on|wrong|right|center|heat|sea|poets|body? of|pixel|lift|lifts|lifting|cells|skin|battery|phone|leg
			dead to me
			dead on my|his|her feet
			have me|him|her|us|them dead
			half|brain|near|stone|dead dead
			over my dead
			play dead
			wake the dead
			the living|walking dead
			battery|phone|laptop|car|computer|engine|plant|plants|flowers|tv|internet|wifi|conversation|chat|server|fish|joke|hype|show|meme|controller ~3 die|dead
			die inside
			nearly|almost|could|basically have? die|dead ~1 when|of|laughing|from|at|that|on|after
			think|feel|like|convinced|sure i ~1 be dying
			thought|convinced|sure i ~1 be|would going? to? die
			die|dye my hair
			suicide be ~1 not|never ~3 answer|option|solution|way|joke
			get ~1 hit by a|an car|truck|bus ~2 last|when|and|in|on|while
			have ~2 panic|heart|asthma|anxiety attack ~4 die
			afraid|scared|fear|terrified|worried|anxiety|phobia|anxious|panic of|about ~1 die|death
			fear|afraid|scared|terrified|worry|anxious i ~2 die
			feel like death ~1 warmed|today|sick|flu|hungover
			kill time|it|for|me|the|two|off|joy|vibe|mood|buzz|birds
			killing it
			kill a|some|an? hour|time|bug|spider|mosquito|fly|boss|enemy|monster|zombie
			could|will kill for
			kill|murder me|us|you|him|her
			feet|back|head|legs|knees|heels|shoes|suspense|heat|job|deadline|homework|exam|traffic|work|school|this|it ~1 be|s kill me|us
			kill me now
			kill me lol|haha
			can|will|want|going to? ~1 kill|strangle|murder my|the|this|that brother|sister|laptop|boss|cat|dog|computer|phone|printer|alarm|neighbor|neighbour|roommate|flatmate|kids|wifi
			kill ~1 them|you|him|her|it in|on|at the|saturday|sunday|final|game|stage
			lady killer
			buzz|painkiller kill|killer
			dressed to kill
			suicide squad|doors|silence|sprints|sprint|sheep|bomber|bombers|bombing|burger|cable|king|pass|squeeze|bunny|hill
			suicidal tendencies
			political|career|social|commercial|professional|financial|economic suicide
			suicide prevention|awareness|rate|rates|hotline|hotlines|line|lifeline|helpline|statistics|stats|research|watch|month|survivor|survivors|loss|cluster|training|risk|studies|bereavement|intervention|grief
			prevent|preventing|prevention of|about suicide
			physician|doctor assisted suicide
			that|this|the|it ~3 be suicide lol|haha
			cut myself|him|her|yourself|me some|a slack|break|slice
			cut myself|my|himself|herself|hand|finger|me ~3 shaving|shave|chopping|cooking|onion|onions|peeling|glass|paper|kitchen|tin|gardening|accidentally|accident|accidently|razor while|open
			accidentally|accident ~2 cut|burn|hurt|hit
			cut my|his|her finger|hair|nails|hours|losses|toe|grass|thumb|teeth|hand|foot|knee|costs|fringe|bangs
			cut my own hair
			cut it|my|some|all|the|them? off|out|down|back|short|corners|class|carbs|sugar|ties|contact|to|toxic|people|edge|the|weight|calories|onions|vegetables
			want|need to cut it|my hair
			cut open again
			hit me like|that|how|up
			reality|news|wave|waves|it|realization|grief|memories hit me
			hit my head|toe|knee|elbow ~1 on|against ~1 the? cupboard|door|cabinet|shelf|car|ceiling|table
			burn ~2 arm|hand|finger|tongue|mouth ~1 on|with|cooking ~1 oven|stove|pan|iron? door|pizza|tea|coffee|soup
			burn myself out
			burned|burnt|burning out
			shoot myself|himself|yourself in the foot
			shoot me a|an text|message|email|dm
			shoot photos|video|hoops|pool|me a|for
			take|give|have a|my|another shot
			bite|take|dodge|dodged the|a bullet
			hang in|out|on|up|around|tight|over|with|there
			hang in there
			hang up
			get the? hang of
			jump out of my skin
			jump in|on|to|at|for|rope|through|right|into whenever|the|a|my|conclusions|conclusion|bed|joy|call|hoops|chance|bandwagon|anytime|shower|ship|gun|here
			jump the|in gun|ship|shark
			jump out|off the|a window ~1 lol|haha|plane
			out|off ~1 the window lol|haha
			beat myself|yourself up
			beat me ~1 at|to|why|how
			end of ~1 story|the|my|day|week|month|year|discussion|season
			end it with|on|there|up
			end it with|when|because|by|on him|her|them|good|over
			end things|it with|between
			he|she|they|we ended it|things
			end this|the|my relationship|marriage|friendship|shift|call|conversation|chat|day|meeting|semester|lease|contract|job|project|thing|post|rant|message|year
			end up|s in|with|at|being|doing|going|getting|on|like|there|alone
			goodbye|bye|goodnight|farewell ~3 for now|next|thursday|tomorrow|week|later|soon|diet|see|sleep
			goodnight everyone|all|guys|everybody $
			not have to be
			goodbye|bye to? diet|summer|winter|party|dinner|meeting
			give up on|the|my|a printer|alcohol|smoking|drinking|coffee|sugar|job|dream|project|carbs|meat|gluten|homework|dairy|caffeine|seat|career|dating
			give up smoking|alcohol|drinking|sugar|coffee|meat|sweets|caffeine|weed|chocolate
			done with|of group|winter|school|work|homework|dating|men|women|him|her|them|exams|finals|people|college|uni|this|that|you|my job|project|conversation|shift|semester|chapter|book|class|course|degree
			tired of winter|work|school|homework|him|her|them|my|people|dating|waiting|being single|job|boss|ex
			not|can take|stand this|the heat|weather|noise|cold|job|humidity|commute ~1 anymore
			not take|stand|do this heat|job|course|class|commute|noise|weather
			do this anymore ~2 course|class|job|degree
			live without him|her|coffee|music|it|them|my
			disappear|vanish under|into|from ~2 duvet|blanket|covers|bed|book|woods|forest|cabin|social|radar|map|internet|facebook|instagram
			sleep like|well|through|in
			went to sleep
			want to? be someone|somebody else
			not want to be here $
			not want to be here parties|at|for this
			here parties|today because
			live forever
			live with|in|near|at|off|abroad|alone|paycheck|single|together|under|by|on ~1 my|a|him|her|them|parents|mother|dad|mom|this|that|the|paycheck|check|house|city|place|own
			live paycheck|alone|abroad|together|there
			living with ~1 parents|mother|father|mom|dad|roommate
			hit me with
			wake up early|late|tomorrow morning|at|from|in|to|next|feeling|and|with|every
			lose my mind|way|temper|cool|shit|keys
			overdose on chocolate|sugar|cake|coffee|candy|caffeine|netflix|cheese|pizza|sweets|cookies
			crash ~1 on|at|early|now|hard|night|couch|after|bed|sofa
			dead|died|killed ~2 level|boss|respawn|checkpoint|game
			over the edge|moon|hill|top
			rope me into|in
			die roll
			died at age|the
			killer whale|heels|app|smile|workout|view
			pull the trigger on
			cross that bridge
			burn bridges
			bridge|walk over|across|to|the bridge ~1 and|fed|with|walk
			feel dead after
			=will be dead by the? end of this|the ~1 spreadsheet|week|month|shift|semester|year|day
			without asking|talking|speaking|consulting
			dead|death by|of spreadsheet|powerpoint|paperwork|email|meeting
			be|=being dead by the end
			kill|die ~2 vibe|vibes|aesthetic
			rope and|for|from tarps|tent|camping|climbing|dog
			nothing to do with
			only a matter of time
			the plan for tomorrow|today|week|weekend|now
			see you|yall in|on|at|all|next|soon|tomorrow|later|thursday|monday|tuesday|wednesday|friday|saturday|sunday|then|there|around week|the? thursday|meeting|morning|minutes|bit|hour|friday|monday
			take ~1 my|the pills|tablets|medication ~3 breakfast|dinner|usual|bed|water|lunch|morning|food|every|daily|night|prescribed
			take my pills|tablets|medication and|before|at|with go|bed|night|breakfast
			take it|this|that|them seriously|back|personally|slow|easy|out|up|with|for|away|off|home
			look after|take|care ~2 cat|dog|kids|plants|baby ~2 for|while|weekend|when|until holiday|we|the|i|am|vacation|away
			cover|covering letter
			tired of being the|a|so|everyone|everybody|his|her|their|treated|told|asked|single|poor|sick|ignored|late
			letter|note to|from|for my? landlord|teacher|school|doctor|bank|boss|santa|council|insurance|lawyer
			write|leave a|the? note|letter ~2 landlord|neighbor|neighbour|teacher|roommate|flatmate|boss
			give away ~2 old|baby clothes|books|furniture|toys
			got|buy ~2 rope|knife|gun|pills ~2 camping|kitchen|climbing|hunting|headache|boat
		`,
	},
	turn(
		'recovered',
		`
		glad|grateful|thankful|happy|lucky|blessed ~1 i|to|that|it ~2 stay|alive|here|survived|failed|work|did|still|not
		clean|sober|free for|since|now|from|of|# # years|months|weeks|days|self
		# years|months|weeks|days clean|sober|free
		years|months|weeks|days|year since my? ~1 attempt|last|self|cut|relapse
		in recovery
		therapy|counseling|counselling|medication|treatment ~1 helped|saved|worked
		recover from
		use to
		no longer|not anymore feel|want|suicidal|think
		what|that|it|this|therapy|medication|which ~2 help|saved|saves|works|worked ~1 me
		it|things|that|this|life|everything ~2 get|become|became ~1 better|easier
		better|good|okay|great|fine|happy|happier|well|stable now|today|place|again|currently|these
		these days|now i ~2 happy|fine|better|okay|good|mostly|love
		feel|doing|be ~1 better|great|good|fine|amazing|happy|stable now|today|than|since|these|again
		i be wrong
		not mean it|that|to
		be|feel|feeling ~1 fine|ok|okay|alright|better now|again|today
		came|got|made through|out the? ~1 other|it|alive
		that time|chapter|part be over|behind
		it pass
		look back|looking
		there be a time
		i have been there
		been where you
		survived
		turned|turn around
	`,
	),
	turn(
		'supporting',
		`
		i hear|feel|see|understand|believe|know you|how|what
		you be ~1 not|never|stronger|strong|loved|brave|worth|worthy|enough|valid|important|amazing|welcome|so|valued|special
		you matter|deserve|can|got|will|should|might|need|have
		not alone
		sorry|sad to|you|that|for|about ~1 hear|feel|are|you|your|going
		thank you? for ~1 sharing|trusting|telling|posting|opening|reaching|your|being|saying|this
		get better
		hang|hold in|on there|tight
		reach out
		here for|to|if you|listen|talk
		feel free
		hope|wish you|things|your|that|it
		have you
		do you
		are you
		would you
		can you
		how be|long|do you|been|old
		what brings|brought|happened|helps|would
		would it|that|you help|like
		on a scale
		thank you? for|so
		proud of you
		send|big|virtual ~1 hugs|love|hug|strength
		pm|dm|message|inbox me
		your feelings|life|family|friends|pain|worth|story|post|mind|brain|therapist|doctor|own|situation|self
		stay strong|safe
		please do|stay|call|reach|talk|get|seek|consider|keep
		give yourself|it time
		i would recommend|suggest
		if you
		take care
		talk to someone|a|your
		one day at
		sound|that|must|it ~2 hard|tough|difficult|awful|painful|heavy|frightening|exhausting|unbearable
	`,
	),
	turn(
		'serious',
		`
		not|no|dead ~1 joke|joking|kidding|exaggerating|serious|lying|dramatic|attention
		i mean it
		serious|dead serious
		for real
		no lie
	`,
	),
	turn(
		'lost-somebody',
		`
		lose|loss my|a|him|her|someone|two|three|the ~3 suicide|overdose
		died|dies|death|dead|passed|gone|lost|killed|taken by|to|from suicide|overdose
		take|end his|her|their own? life
		anniversary ~3 suicide|death
		since|after his|her|their|my|the|he|she|they ~3 suicide|death|killed|died|shot|hanged|hung
	`,
	),
	turn(
		'recent',
		`
		last night|week|month|weekend|monday|tuesday|wednesday|thursday|friday|saturday|sunday
		yesterday|today|tonight|recently|now
		this morning|week|month|weekend|afternoon|year
		a? #|two|three|few|couple|several hours|weeks|minutes|months|day|week|month|hour ago
		a day|week|month|hour|couple|few ~3 ago
		on monday|tuesday|wednesday|thursday|friday|saturday|sunday
		in|since january|february|march|april|may|june|july|august|september|october|november|december
		there =will be|definitely
		next|another time|one|attempt
		still wish|want
		wish ~2 would|have|it work|succeeded|died|succeed
		again soon
	`,
	),
	turn(
		'long-ago',
		`
		#|two|three|four|five|six|seven|eight|nine|ten|many|several|some|few|couple|a|twenty|thirty|fifteen|twelve|eleven years|decades|year|decade ~1 ago
		years ago|back|since
		in ~1 1990|1995|2000|2005|2008|2009|2010|2011|2012|2013|2014|2015|2016|2017|2018|2019|2020|2021|2022
		when|at|since i be ~2 #|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|younger|kid|child|teen|teenager|little|young|uni|college|school
		when i be|feel ~1 suicidal|depressed|like|in|at|going|struggling|lowest|dark
		when i be ~4 school|college|uni|young
		as a|an teen|teenager|kid|child|adolescent
		in my|the teens|past|twenties|childhood|youth|20s
		back then|in|when
		use to
		once upon
		at one point
		years since|later
		for most of
		there be a time
		back before
		long before
	`,
	),
	turn(
		'still',
		`
		still|again|lately|currently|nowadays|anymore
		come|is|are back
		will be a|another
		worse
	`,
	),
];
