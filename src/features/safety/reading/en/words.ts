import { words, writtenOut, type Forms } from '../lexicon.ts';

/** The commonest words, by which English is told from other languages. */
export const common = words(`
	the and i you to of a in that is was my me it for on with this be have are not but do so just like
	what or if they he she we your all at no can will from up out there when about know get would one
	been how don't i'm it's im dont cant ive them then than who why want feel because had has an as by
	did didn't any some over myself really think going more only even still him her his our us were
	could should too much very never please help thank thanks sorry hello hi someone anyone everyone
	people life nobody am i've
`);

export const shortForms = writtenOut(`
	im i'm = i am
	ive i've = i have
	id i'd = i would
	ill i'll = i will
	imma ima i'ma = i am going to
	dont don't dnt don't = do not
	doesnt doesn't dosent = does not
	didnt didn't = did not
	isnt isn't = is not
	wasnt wasn't = was not
	arent aren't = are not
	werent weren't = were not
	cant can't cannot cnt = can not
	couldnt couldn't = could not
	wont won't = will not
	wouldnt wouldn't = would not
	shouldnt shouldn't = should not
	havent haven't = have not
	hasnt hasn't = has not
	hadnt hadn't = had not
	aint ain't = is not
	mustnt = must not
	neednt = need not
	wanna wana wnna = want to
	gonna gunna gona gon goin2 gnna = going to
	gotta = got to
	hafta = have to
	tryna tryin2 = trying to
	finna boutta bouta = about to
	lemme = let me
	gimme = give me
	dunno = do not know
	u ya = you
	ur youre you're yr = you are
	youve you've = you have
	youll you'll = you will
	youd you'd = you would
	urself yourself = yourself
	hes he's = he is
	shes she's = she is
	its it's = it is
	itll it'll = it will
	thats that's = that is
	theres there's = there is
	whats what's = what is
	whos who's = who is
	heres here's = here is
	theyre they're = they are
	theyve they've = they have
	theyll they'll = they will
	theyd they'd = they would
	hell's = hell is
	were we're = were
	weve we've = we have
	we'll = we will
	lets let's = let us
	everyones everyone's = everyone is
	everythings everything's = everything is
	nobodys nobody's = nobody is
	nothings nothing's = nothing is
	noones noone = no one
	r = are
	k = ok
	rn = right now
	tn 2nite tonite tnite 2night = tonight
	2moro tmrw tmr tmrrw 2morrow tomoz = tomorrow
	yday = yesterday
	nite = night
	b4 = before
	bc cuz cos coz becuz bcuz bcz cause becoz = because
	n & = and
	w = with
	wo = without
	thru = through
	tho = though
	thx ty tysm = thank you
	pls plz plss = please
	ppl = people
	smth sth = something
	sb = somebody
	idc = i do not care
	ily ilysm = i love you
	msg = message
	pic pics = picture
	kms = kill myself
	kys = kill yourself
	kts = kill yourself
	ctb = kill myself
	sewerslide sewer-slide sudoku? sooicide suislide soupicide = suicide
	sh'd shd sh'ing = self harm
	sewerslidal = suicidal
	unaliving unalived = unalive
	selfharm selfharming selfharmed = self harm
	dieing dyin dien = dying
	dyed = died
	killin kiling = killing
	livin = living
	endin = ending
	thinkin = thinking
	feelin = feeling
	hurtin = hurting
	cuttin = cutting
	anymor anymoore nomore = anymore
	alot = a lot
	atleast = at least
	infront = in front
	incase = in case
	suicid sui suecide suside suiside sucide = suicide
	suicidle suisidal sucidal suicdal sucicidal = suicidal
	od od'd oded odd'd ods oding = overdose
	killmyself = kill myself
	killyourself = kill yourself
	wanttodie wannadie = want to die
	lik = like
	rly rlly realy = really
	wnt = want
	kno = know
	dat = that
	abt bout = about
	thots thoughs thougts thouhgts = thoughts
	thikning thinkng thinkin' thiking = thinking
	kll kil klil = kill
	evry evrey = every
	shud = should
	wud = would
	cud = could
	waht wat wut = what
	wnat = want
	exsist exisit exsit = exist
	exsisting = existing
	teh = the
	alredy = already
	jus = just
	i'm'a = i am going to
	ttyl = talk later
	imo imho = probably
	idk iono = honestly
	bf = boyfriend
	gf = girlfriend
	hubby = husband
	bday = birthday
	meds = medication
	docs = doctors
	gp = doctor
	yo = old
	yrs = years
	hrs = hours
	mins = minutes
	mths = months
	wks = weeks
	every1 = everyone
	any1 = anyone
	some1 = someone
	no1 = no one
`);

/** Words that can stand anywhere and change nothing. */
export const fillers = words(`
	just really so fucking fkn fkin fuckin freaking damn bloody literally honestly actually seriously
	kinda sorta lowkey highkey ngl tbh fr always sometimes often constantly even simply truly genuinely
	basically probably maybe perhaps definitely absolutely totally completely also like pretty quite
	very extremely desperately sincerely badly much ok okay well oh um uh hmm man dude bro guys lol
	currently slowly finally already somehow eventually randomly legit legitimately deadass istg again
	lately secretly quietly usually generally mostly frankly sadly suddenly almost deeply strongly
`);

export const conjunctions = words(
	'but because although though unless until while whereas cause if when whenever since',
);
export const linking = words('and or so that then as after before');

export const subjects = new Map<string, 'self' | 'other' | 'reader'>([
	...[...words('i we')].map((word) => [word, 'self'] as const),
	...[...words('you yall')].map((word) => [word, 'reader'] as const),
	...[...words('he she they who everyone someone somebody people nobody anyone anybody')].map(
		(word) => [word, 'other'] as const,
	),
]);

export const reflexives = new Map<string, 'self' | 'other' | 'reader'>([
	['myself', 'self'],
	['me', 'self'],
	['ourselves', 'self'],
	['meself', 'self'],
	['yourself', 'reader'],
	['yourselves', 'reader'],
	['himself', 'other'],
	['herself', 'other'],
	['themselves', 'other'],
	['themself', 'other'],
	['themselfs', 'other'],
	['oneself', 'other'],
	['his', 'other'],
	['their', 'other'],
	['your', 'reader'],
]);

/** Verbs that, bare at the beginning, tell the reader to do something. */
export const commands = words(
	'take jump hang shoot cut kill drink swallow slit put throw drive step pop try go do leap walk stab off neck end overdose',
);

export const people = words(`
	friend friends bestfriend boyfriend girlfriend husband wife partner fiance ex mother mum mom mam dad
	father brother sister son daughter child kid kids cousin uncle aunt auntie grandma grandpa
	grandfather grandmother nan gran niece nephew roommate flatmate housemate neighbour neighbor teacher
	student colleague coworker boss patient patients client girl boy guy man woman lady person men women
	teenager teen teens veteran veterans people classmate stepdad stepmum stepmom stepfather character
	hero heroine protagonist singer actor celebrity officer soldier baby twin parent parents family dog
	cat therapist doctor nurse psychiatrist counselor counsellor others
`);

export const negations = words('not never no without nor neither none nope hardly barely');
export const negationEnds = words(`
	keep fight
	know sure why how strength courage guts balls nerve energy brave strong stop help resist wait
	because joke joking kidding lie lying care matter understand only let doubt deny long enough
	guarantee promise exaggerate unless but wonder imagine believe mind able until tell say anything
	nothing hide pretend quit control shake ignore escape question find anyone someone worth sleep eat
	feel friends seen trust future reason point cope deal handle afraid scared surprised fault stand
	mean except other than besides beyond yet left
`);

export const pastMarkers = words(`
	ago used formerly previously teenager teen younger young childhood yrs
	1990 1995 1998 2000 2001 2002 2003 2004 2005 2006 2007 2008 2009 2010 2011 2012 2013 2014 2015 2016 2017 2018 2019 2020 2021 2022
`);
export const nowMarkers = words(`
	now still again lately today tonight currently everyday daily anymore recently since nowadays keep constantly
	yesterday week morning
`);
export const media = words(`
	song songs lyric lyrics movie movies film films book novel episode series season chapter scene plot
	anime manga character characters game games level respawn player players boss match round fps
	minecraft fortnite gta essay dissertation thesis research paper study studies article documentary
	podcast squad bomber bombers album band poem story script roleplay protagonist netflix checkpoint
`);
export const jokes = words(
	'lol lmao lmfao rofl haha hahaha hahahaha jk jks xd 😂 🤣 💀 😅 😹 😆 hehe lolol loll joking kidding',
);

export const hidden = words(`
	suicide suicidal kill killing killed die dying died dead death myself kms kys ctb cut cutting cuts
	cutter self harm rape raped hang hanging overdose pills gun noose rope unalive fuck fucking fucked
	end sui bleed wrist wrists blade razor bitch retard whore cunt faggot slut porn nudes snap snapchat
	instagram insta discord telegram whatsapp kik
`);

export const anchors = words(`
	suicide suicidal myself overdose overdosed anymore hopeless worthless depressed depression tonight
	goodbye thoughts thinking killing everyone everything attempted attempt existing tomorrow yourself swallowed
	medication calories
`);
/** Real words that differ from an anchor by a letter. */
export const notMisspelt = words(
	'through thinking thinning chilling filling milling willing billing tilling killings skilling thought thoughts everything tempted attempts attempt overdosed depressing depressed overdoses goodbyes exiting existing',
);

/** Regular verbs, whose forms are made by rule. */
const regular = `
	seem sound look want end jump live need try wish hope kill murder hate love care stop happen
	disappear vanish exist cease plan decide attempt overdose swallow pray deserve bother wait cry
	scream starve poison drown strangle suffocate slash slice carve scratch burn punch bang purge
	restrict fast skip abuse rape touch molest assault force control lock threaten stalk follow choke
	slap kick push shove text message call ask talk chat move join share help reach consider contemplate
	imagine picture fantasise fantasize dream daydream research google search walk step crash pull load
	save prepare order finish close miss fail ruin waste thank promise believe trust survive relapse
	recover suffer struggle tire exhaust worry fear pass admit hide increase reduce lower raise double
	taper mix crush drop snort inject combine use start continue stay burden unalive delete erase
	terminate yeet gas neck top stab electrocute smother work matter change clean settle cancel donate
	arrange empty crave itch weigh vomit binge date bully harass fade escape handle manage cope cross
	listen show play harm injure enjoy smile improve cure fix breathe contact add dm swap trade exchange
	pay lend borrow transfer cashapp venmo visit pick bitch kiss strip grope finger commit debate tempt
	lie
`;

/** Irregular ones: forms of the present : forms of the past. */
const irregular = `
	be: am is are be being 's 'm 're : was were been
	have: has having 've : had
	do: does doing : did done
	go: goes going : went gone
	get: gets getting : got gotten
	can: can could :
	will: will would :
	die: dies dying : died
	take: takes taking : took taken
	think: thinks thinking : thought
	feel: feels feeling : felt
	cut: cuts cutting :
	hit: hits hitting :
	hurt: hurts hurting :
	hang: hangs hanging : hung hanged
	shoot: shoots shooting : shot
	slit: slits slitting :
	put: puts putting :
	give: gives giving : gave given
	write: writes writing : wrote written
	buy: buys buying : bought
	say: says saying : said
	tell: tells telling : told
	leave: leaves leaving : left
	lose: loses losing losin : lost
	find: finds finding : found
	make: makes making : made
	see: sees seeing : saw seen
	wake: wakes waking : woke woken
	sleep: sleeps sleeping : slept
	throw: throws throwing : threw thrown
	blow: blows blowing : blew blown
	drive: drives driving : drove driven
	drink: drinks drinking : drank drunk
	eat: eats eating : ate eaten
	come: comes coming : came
	keep: keeps keeping : kept
	begin: begins beginning : began begun
	run: runs running : ran
	stand: stands standing : stood
	sit: sits sitting : sat
	lie: lies lying : lay lain
	beat: beats beating : beaten
	break: breaks breaking : broke broken
	bleed: bleeds bleeding : bled
	hold: holds holding : held
	send: sends sending : sent
	meet: meets meeting : met
	know: knows knowing : knew known
	mean: means meaning : meant
	bear: bears bearing : bore borne
	grow: grows growing : grew grown
	choose: chooses choosing : chose chosen
	let: lets letting :
	set: sets setting :
	quit: quits quitting :
	fight: fights fighting : fought
	stick: sticks sticking : stuck
	steal: steals stealing : stole stolen
	spend: spends spending : spent
	teach: teaches teaching : taught
	sell: sells selling : sold
	fall: falls falling : fell fallen
	step: steps stepping : stepped
	pull: pulls pulling : pulled
	off: offs offing : offed
	dream: dreams dreaming : dreamt dreamed
	burn: burns burning : burned burnt
`;

const nouns = `pill tablet thought plan note letter wrist vein arm thigh leg bridge building train gun rope blade razor scar
	calorie meal laxative kid child parent friend problem day night life reason attempt dose number brain voice cut burn bruise
	razorblade knife bottle goodbye option way`;

/** Forms that say how somebody is, not what they did. */
const states = words(
	'tired exhausted scared worried trapped burdened cornered decided determined tempted closed finished prepared',
);

export function makeForms(): Forms {
	const forms: Forms = new Map();
	const add = (form: string, lemma: string, past: boolean) => {
		if (!forms.has(form)) forms.set(form, { lemma, past, person: 0 });
	};
	for (const line of irregular.split('\n').filter((line) => line.includes(':'))) {
		const [lemma, present, past] = line.split(':') as [string, string, string];
		add(lemma.trim(), lemma.trim(), false);
		for (const form of words(present)) add(form, lemma.trim(), false);
		for (const form of words(past)) add(form, lemma.trim(), true);
	}
	for (const verb of words(regular)) {
		if (verb.endsWith('?')) continue;
		add(verb, verb, false);
		const stem = verb.endsWith('e') ? verb.slice(0, -1) : verb;
		const y = /[^aeiou]y$/.test(verb);
		const double =
			/^(plan|stop|step|slip|commit|admit|grab|stab|slap|drop|swap|strip|skip|top|gas|shrug|rot|trap|chat|bog|finger?)$/.test(
				verb,
			)
				? verb.at(-1)!
				: '';
		add(
			y ? `${verb.slice(0, -1)}ies` : /(s|sh|ch|x|z|o)$/.test(verb) ? `${verb}es` : `${verb}s`,
			verb,
			false,
		);
		add(`${stem}${double}ing`, verb, false);
		add(`${stem}${double}in`, verb, false);
		const past = y ? `${verb.slice(0, -1)}ied` : `${stem}${double}ed`;
		add(past, verb, !states.has(past));
	}
	for (const noun of words(nouns)) {
		add(noun, noun, false);
		add(noun.endsWith('y') && !/[aeiou]y$/.test(noun) ? `${noun.slice(0, -1)}ies` : `${noun}s`, noun, false);
	}
	for (const [form, lemma] of [
		['lives', 'life'],
		['knives', 'knife'],
		['children', 'child'],
		['would', 'will'],
	] as const)
		forms.set(form, { lemma, past: false, person: 0 });
	return forms;
}
