/** Phrases the rules are made of; each may use those before it. */
export const phrases: Record<string, string> = {
	refl: `myself|himself|herself|themselves|themself|yourself|yourselves|ourselves|themselfs|oneself|meself
		my|your self`,
	my: `my|his|her|their|your own?`,
	life: `<my> life|existence
		<my> own? life
		this life`,
	soon: `tonight|today|tomorrow|=now|midnight|soon
		this night|evening|afternoon|morning|weekend|week|friday|saturday|sunday|monday|tuesday|wednesday|thursday|month
		right now
		in a|an|few few hour|hours|minutes|days|few|bit
		in # minutes|hours|hour|day|weeks|week
		on my birthday
		on|this|next monday|tuesday|wednesday|thursday|friday|saturday|sunday|week|month|weekend
		at #
		by the? end of
		by tomorrow|tonight|morning|monday|friday|sunday|then
		before christmas|new|my|the
		after this|i|my
		when ~2 asleep|gone|home|away|sleeping
		later today`,
	pills: `pill|tablet|med|medication|medicine|antidepressant|paracetamol|tylenol|ibuprofen|acetaminophen|xanax|sertraline|zoloft|insulin|ambien|benadryl|melatonin|painkiller|painkillers|sleeping|aspirin|advil|prozac|lithium|seroquel|quetiapine|klonopin|valium|diazepam|opioids|fentanyl|heroin|morphine|oxy|codeine|trazodone|lexapro|benzos
		sleeping pill|tablet|med
		bottle|pack|packet|box|handful|bunch|lot|ton|load|strip|stash of ~2 pill|tablet|med|medication|medicine|tylenol|advil|paracetamol|ibuprofen|aspirin|xanax|benadryl|insulin|antidepressant
		whole|entire bottle|pack|box|packet`,
	allpills: `all|every|entire|whole|too ~3 <pills>
		too many <pills>
		a|the|an? whole|entire|full bottle|pack|packet|box|lot|stash !of
		# of? my|the|these|those|them? <pills>
		# of them|these|those
		all|every of|single? my|the|these|those|them|it? ~1 <pills>
		all of them|these|those
		them|these all
		a|some|the? bottle|handful|bunch|lot|ton|load of <pills>
		a bottle`,
	high: `bridge|building|roof|rooftop|cliff|balcony|window|overpass|ledge|tower|floor|garage|river|edge|rail|railing|canyon|parking|car park|tallest|highest|skyscraper|dam|pier|sea|ocean|lake|water|waterfall|flat|apartment|motorway|highway|freeway|mountain|quarry|viaduct`,
	vehicle: `train|bus|traffic|car|truck|lorry|tram|subway|metro|van|vehicle|track|tracks|semi|tube|rails|platform`,
	method: `hang|shoot|drown|stab|gas|poison|electrocute|suffocate|strangle|smother|starve|neck <refl>
		burn <refl> to|alive death?
		set <refl> on fire
		jump|leap|throw|dive|hurl|fling|step|fall|toss|launch|yeet <refl>? off|from|out|over|into of|the|a|my|this|that? ~3 <high>
		jump|leap|throw|walk|step|run|lie|dive|stand|wander|drive|yeet <refl>? ~1 in front of|into|onto|under|before a|the|an|my|moving|oncoming|of? ~2 <vehicle>
		jump in front
		blow|shoot|splatter ~1 brain|head|skull out|off|open|in?
		put|fire|stick|send a|one|this|that? bullet|gun|shotgun|pistol ~2 head|brain|skull|mouth|temple
		gun|pistol|shotgun|barrel to|against|in my|the|his|her head|mouth|temple
		shoot <refl>|my
		slit|slash|slice|cut|open <my> wrist|throat|neck|vein|artery|arteries
		overdose
		overdosing
		take|swallow|down|pop|eat|use|chug|neck|inject <allpills>
		take|swallow|down an overdose
		drive|crash|steer|swerve|run|veer|wrap ~2 into|off|over|around a|the|an|my|of|oncoming? ~2 tree|wall|bridge|cliff|river|pole|barrier|traffic|truck|lorry|lake|ravine|rail|road
		drink|swallow|chug bleach|antifreeze|poison|cyanide|pesticide
		pull the trigger
		walk|swim into|out the|a? sea|ocean|river|lake|woods
		bleed out|to death
		tie|make|knot a|the|my noose
		carbon monoxide
		sodium nitrite
		exit bag
		sit|lie|stand ~1 on|near|by the? railway|train|subway|metro? tracks`,
	killself: `kill|murder|off|delete|unalive|unlive|erase|top|terminate|exterminate|destroy|eliminate|end|slaughter <refl>
		me kill
		yeet <refl> !into
		do <refl> in
		do|make away with <refl>
		end|take|finish|terminate <life>
		end it all|forever|permanently
		end everything
		end it|things <soon>
		end it|things $
		end it myself|here|now|already|quickly|peacefully
		end this|the|my|all this|all the pain|suffering|misery|nightmare|torture|agony|hell|torment|horror
		commit|commiting|comit|do|attempt|complete suicide|sudoku|die|neck|unalive
		suicide <refl>
		unalive|unliving
		die by suicide|my
		put an end to <life>|it|everything|this|my|all
		self delete|terminate|destruct
		take <refl> out|off
		take|get <refl> off|out of? this earth|world|planet
		end|finish|kill <refl> off?
		go kill myself
		check|checking|opt out of life|living|existence`,
	die: `die
		be|become|drop? dead|deceased
		stop|quit|cease living|existing|breathing|being
		cease to exist
		end up? dead
		not exist|be|live|wake`,
	dead: `dead|gone|=died
		not alive|here|around|born|exist|living
		never born|existed|alive|woken|here
		=not exist|wake|be`,
	live: `live|exist
		continue|going|on $
		be alive|here|around|living
		go on|through
		keep living|going|existing|breathing|fighting|trying
		wake up
		see tomorrow|another|the next|my
		stay alive|here|on|around
		breathe
		carry on
		continue living|on|to
		do life|living
		live|exist ~3 anymore|longer`,
	nolonger: `anymore|longer
		any more|longer`,
	want: `want|wish|need|crave|desire|prefer|love
		want|need|like|love|have|prefer|beg|wish|long|yearn|ache|ready|hope|pray|happy|desperate|die? to
		would like|love|prefer|rather to?
		rather
		wish|hope|pray that? i|he|she|they can|will|may|might?
		feel like|of
		dying? to
		need|want nothing|anything|something more|but|except? than|to? to?
		want|need to have? to? be?`,
	think: `think|dream|fantasise|fantasize|daydream|obsess|ruminate|fixate|talk about|of|on|over
		consider|contemplate|imagine|picture|visualise|visualize|envision|debate|fantasizing|romanticize
		thought|idea|image|vision|fantasy|urge|impulse|plan|intention|possibility|talk|flash of|about|to
		tempt|debate|toy|flirt to|with|by the? idea|thought? of?
		have an? urge|impulse|compulsion|thoughts to
		look forward to
		think if i|that|whether|how? i? should|would|can
		close to
		verge|brink|edge of`,
	intend: `go|about|plan|intend|mean|prepare|decide|determine|ready|set|resolve|choose|vow|swear|bound|destine to|on
		=will|wil|shall
		=will eventually|probably|finally|soon be|end? up?
		plan|plot|prepare|arrange|organise|organize|schedule to|on|for|how|my
		have|need to go|do|be
		have|make|come|arrive no|my|the|a|to? ~1 choice|decision|plan|mind|option|conclusion|intention but|to|of|and
		be so|very|this|too? close to
		try|want|like|love to|and <soon>
		time|ready to|for me
		end up
		be <soon>`,
	attempt: `try|attempt|fail|tryed to|at|and`,
	close: `mother|mum|mom|dad|father|parent|family|kid|son|daughter|child|wife|husband|friend|dog|cat|brother|sister|partner|boyfriend|girlfriend|everyone|everybody|people|world|they|you|others|someone|anybody|nobody|society|earth|baby|pets|pet`,
	without: `without me|mine
		if i die|be|disappear|go|kill|leave|vanish
		with me gone|dead|out
		when|once i be gone|dead|not`,
	lived: `live|exist|go|continue|stay|keep|carry|fight|wake|breathe|get|be|try for|on|alive|going|living|fighting|trying|up|out|here|around?`,
	soMany: `#|a|one|two|three|four|five|six|several|few|couple|many|multiple|some|numerous|another|second|third|fourth|fifth|first|last|previous|past|failed|my|recent|latest|serious|actual|half|so|close|unsuccessful`,
	sui: `suicide|suicidal`,
};
