import { words, writtenOut, type Form, type Forms } from '../lexicon.ts';

/** The commonest words, by which Spanish is told from other languages. Written without accents, as everything read here. */
export const common = words(`
	que de la el en y a los se del las un por con no una su para es al lo como mas o pero sus le ya este
	si porque esta entre cuando muy sin sobre tambien me hasta hay donde quien desde todo nos durante
	todos uno les ni contra otros ese eso ante ellos e esto mi antes algunos unos yo otro otras otra
	tanto esa estos mucho nada muchos cual te tu tus mis estoy soy siento tengo quiero hola gracias vida
	nadie solo sola ahora hoy siempre nunca estas fue era son ha he hace hacer ser estar mal bien asi
	algo alguien ella noche dia dias familia mama papa
`);

export const shortForms = writtenOut(`
	q k qe ke = que
	xq pq porq xk pk = porque
	x = por
	xa pa = para
	d = de
	tb tmb tambn = tambien
	tqm tkm = te quiero mucho
	toy = estoy
	stoy = estoy
	ta = esta
	kiero kero qiero qro = quiero
	kieres = quieres
	kien = quien
	ksa = casa
	aki = aqui
	asi asii = asi
	aveces avces = a veces
	nomas = no mas
	ati = a ti
	msj = mensaje
	tlf tfno tel = telefono
	finde = fin de semana
	bn = bien
	grax = gracias
	xfa porfa porfis = por favor
	xfavor = por favor
	salu2 = saludos
	sta = esta
	sty = estoy
	c = se
	m = me
	t = te
	n = en
	ntp = no te preocupes
	suisidio suicidyo suicido' suisido = suicidio
	suisidar = suicidar
	suisidarse = suicidar se
	suisida = suicida
	suisidarme = suicidar me
	suicidarm = suicidar me
	matarm = matar me
	morirm = morir me
	desvivirme desvivirm = suicidar me
	desvivirse = suicidar se
	desvivirte = suicidar te
	desvivo = suicido
	kms = matar me
	kys = mata te
	suic = suicidio
	autolesion autolesiones autolesionarme autolesiono = autolesion
	autolesionarse autolesionando autolesionado autolesionaba autolesione = autolesion
	depre = depresion
	psico = psicologo
	insti = instituto
	insta ig = instagram
	wsp wpp wasap guasap whats wasa was = whatsapp
	num nro = numero
	tlfno = telefono
	ay ahi = ahi
	nk = no
	estr = estar
	enserio = en serio
	aca = aqui
	s_icidio suicdio suicido? suicidiio = suicidio
	penso = pienso
	weekend = fin de semana
`);

export const fillers = words(`
	solo solamente realmente muy tan tanto simplemente verdaderamente literalmente sinceramente
	honestamente puto puta pinche maldita maldito jodido jodida bastante demasiado siempre
	constantemente quizas quiza incluso hasta otra vez nuevamente pues bueno eh ay dios ya aun
	todavia tambien casi siquiera nomas mas seriamente jaja totalmente absolutamente completamente mucho
	muchas mucha poco ultimamente verdad sencillamente mero como osea igual
`);

export const conjunctions = words('pero porque aunque mientras cuando si');
export const linking = words('y o e que');

export const subjects = new Map<string, 'self' | 'other' | 'reader'>([
	['yo', 'self'],
	['nosotros', 'self'],
	['vos', 'reader'],
	['usted', 'reader'],
	['ustedes', 'reader'],
	['ella', 'other'],
	['ellos', 'other'],
	['ellas', 'other'],
	['alguien', 'other'],
	['quien', 'other'],
	['gente', 'other'],
	['nadie', 'other'],
	['todos', 'other'],
]);

export const reflexives = new Map<string, 'self' | 'other' | 'reader'>([
	['me', 'self'],
	['mi', 'self'],
	['nos', 'self'],
	['te', 'reader'],
	['os', 'reader'],
	['se', 'other'],
	['su', 'other'],
	['tu', 'reader'],
]);

export const commands = words('toma tira salta mata corta cuelga bebe haz lanza traga dispara');

export const people = words(`
	amigo amiga amigos amigas novio novia marido esposo esposa mujer pareja ex madre mama padre papa
	hermano hermana hermanos hijo hija hijos primo prima tio tia abuelo abuela sobrino sobrina companero
	companera vecino vecina profesor profesora alumno alumna jefe jefa paciente chico chica nino nina
	hombre senor senora personaje cantante actor protagonista gente persona personas terapeuta medico
	medica psicologo psicologa perro gato
`);

export const negations = words('no nunca jamas sin ni tampoco nadie ningun ninguna');
export const negationEnds = words(`
	puedo aguanto soporto poder aguantar soportar doy
	saber porque fuerza fuerzas valor valiente coraje energia dejo dejar parar paro evitar aguantar
	aguanto esperar broma importa importar entender entiendo excepto salvo sino miedo capaz quitar sacar
	seguro segura otra salida opcion remedio alternativa aqui forma manera
`);

export const pastMarkers = words(`
	antes pasado entonces epoca joven pequeno pequena adolescente adolescencia infancia nino nina antano
	2001 2002 2003 2004 2005 2006 2007 2008 2009 2010 2011 2012 2013 2014 2015 2016 2017 2018 2019 2020 2021 2022
`);
export const nowMarkers = words(
	'ahora hoy ayer anoche actualmente ultimamente todavia sigo manana vez semana llevo desde semanas dias siempre',
);
export const media = words(`
	cancion canciones letra pelicula peliculas peli libro novela episodio temporada capitulo escena
	personaje personajes juego nivel niveles partida jefe ronda serie protagonista documental ensayo
	tesis investigacion articulo estudio tfg cuento poema pelis manga anime videojuego escuadron guion
	album banda
`);
export const jokes = words(
	'jaja jajaja jajajaja jajajajaja jeje jejeje lol xd jajaj jajja ajaja jsjs 😂 🤣 💀 😅 😹 😆 bromita',
);

export const hidden = words(`
	suicidio suicidar suicidarme suicida matar matarme morir morirme muerte muerto muerta kms kys cortar
	cortarme mierda puta cortes pistola soga pastillas snap instagram telegram whatsapp discord
	suicidarse
`);

export const anchors = words(
	'suicidio suicidarme suicida suicidarse matarme morirme despertar pastillas desaparecer autolesiones despedida',
);
export const notMisspelt = words(
	'matarte matarse morirte morirse despertare despertara desaparecera suicidas suicide',
);

/** Regular verbs by their endings; stems that change stand behind a slash: `querer/quier`. */
const verbs = `
	matar suicidar acabar terminar quitar tirar lanzar saltar ahorcar colgar/cuelg ahogar disparar
	pegar/pegu cortar quemar aranar golpear desear pensar/piens imaginar intentar tratar tomar tragar
	despertar/despiert aguantar soportar dejar quedar llevar llamar odiar lastimar danar sangrar arrojar
	envenenar descansar importar estorbar sobrar cansar hartar llorar gritar regalar comprar guardar
	preparar planear planificar buscar/busqu mirar entrar asomar abusar violar tocar/toqu controlar
	encerrar/encierr amenazar/amenac obligar/obligu forzar/fuerz empujar agarrar revisar insultar
	vomitar ayunar purgar/purgu mezclar doblar aumentar bajar probar/prueb mandar pasar agregar/agregu
	hablar enviar prestar ayudar escuchar contar/cuent atropellar estrellar chocar/choqu inyectar
	recuperar curar superar mejorar cambiar mutilar autolesionar rajar pinchar rascar lesionar
	morir/muer/mur vivir existir sufrir desaparecer/desaparezc nacer/nazc querer/quier merecer/merezc
	beber comer perder/pierd seguir/sig/sigu sentir/sient/sint dormir/duerm/durm escribir
	despedir/despid deber poder/pued/pud volver/vuelv romper doler/duel esconder subir decidir doler
	creer meter responder atar reunir valer/valg servir/sirv respirar luchar fingir/finj elegir/elij
	conseguir/consig abandonar extranar echar necesitar preguntar/pregunt olvidar arreglar
	apretar/apriet clavar asfixiar intoxicar empastillar eliminar borrar cerrar/cierr firmar dudar jurar
	tardar pesar faltar gustar encantar molestar cargar/cargu rendir/rind hundir desvivir parar
	aventar/avient botar
`;

/** Forms that follow no rule: lemma: present 1, 2, 3, others : past 1, 2, 3, others. */
const irregular = `
	ser: soy eres es somos son sea seas sean siendo sido ser sere seras sera seria serian : fui fuiste fue fuimos fueron era eras eran fuera fuese
	estar: estoy estas esta estamos estan este esten estando estado estar estare estaras estara estaria estarian estaremos : estuve estuviste estuvo estuvimos estuvieron estaba estabas estaban estuviera estuviese estuvieran
	ir: voy vas va vamos van vaya vayas vayan yendo ido ir ire iras ira iria : iba ibas iban
	tener: tengo tienes tiene tenemos tienen tenga tengas tengan teniendo tenido tener tendre tendras tendra tendria : tuve tuviste tuvo tuvieron tenia tenias tenian tuviera tuviese
	hacer: hago haces hace hacemos hacen haga hagas hagan haciendo hecho hacer hare haras hara haria haz : hice hiciste hizo hicieron hacia hacias hacian hiciera
	haber: he has ha hemos han haya hayas hayan habiendo haber habre habra habria hay : habia habias habian hubo hubiera hubiese hube hubieran
	querer: quisiera quisieras querria querrias : quise quisiste quiso quisieron
	decir: digo dices dice decimos dicen diga digas digan diciendo dicho decir dire diras dira diria : dije dijiste dijo dijeron decia decias decian
	saber: se_ sabes sabe sabemos saben sepa sepas sabiendo sabido saber sabre : supe supo sabia sabias sabian
	dar: doy das da damos dan de_ den dando dado dar dare daras dara daria : di diste dio dieron daba dabas daban diera
	ver: veo ves ve vemos ven vea veas viendo visto ver vere : vi viste vio vieron veia veias
	poder: podria podrias podrian : pudo pude podia
	poner: pongo pones pone ponen ponga poniendo puesto poner pondre pon : puse puso ponia pusiste
	caer: caigo caes cae caen caiga cayendo caido caer : cai cayo caia
	salir: salgo sales sale salen salga saliendo salido salir saldre : sali salio salia
	venir: vengo vienes viene vienen venga viniendo venido venir : vine vino venia
	traer: traigo traes trae trayendo traido traer : traje trajo
	recaer: recaigo recaes recae recaer recaido : recai recayo
	morir: muerto_ muriendo : murio murieron
	leer: leo lees lee leen lea lean leyendo leido leer : lei leyo leyeron
	restringir: restrinjo restringes restringe restringiendo restringido restringir : restringi restringio
`;

const endings: Record<
	string,
	{ stem: string; present: string[]; other: string[]; future: string[]; past: [string, 0 | 1 | 2 | 3][] }
> = {
	ar: {
		stem: 'ar',
		present: ['o', 'as', 'a', 'amos', 'an', 'ais'],
		other: ['e1', 'es2', 'e3', 'emos1', 'en3', 'ando0', 'ado0', 'ar0', 'ada0'],
		future: ['are', 'aras', 'ara', 'aremos', 'aran'],
		past: [
			['e', 1],
			['aste', 2],
			['o', 3],
			['aron', 3],
			['aba', 0],
			['abas', 2],
			['aban', 3],
			['ara', 0],
			['aras', 2],
			['ase', 0],
			['aran', 3],
		],
	},
	er: {
		stem: 'er',
		present: ['o', 'es', 'e', 'emos', 'en', 'eis'],
		other: ['a1', 'as2', 'a3', 'amos1', 'an3', 'iendo0', 'ido0', 'er0', 'ida0'],
		future: ['ere', 'eras', 'era', 'eremos', 'eran'],
		past: [
			['i', 1],
			['iste', 2],
			['io', 3],
			['ieron', 3],
			['ia', 0],
			['ias', 2],
			['ian', 3],
			['iera', 0],
			['ieras', 2],
			['iese', 0],
			['ieran', 3],
		],
	},
	ir: {
		stem: 'ir',
		present: ['o', 'es', 'e', 'imos', 'en', 'is'],
		other: ['a1', 'as2', 'a3', 'amos1', 'an3', 'iendo0', 'ido0', 'ir0', 'ida0'],
		future: ['ire', 'iras', 'ira', 'iremos', 'iran'],
		past: [
			['i', 1],
			['iste', 2],
			['io', 3],
			['ieron', 3],
			['ia', 0],
			['ias', 2],
			['ian', 3],
			['iera', 0],
			['ieras', 2],
			['iese', 0],
			['ieran', 3],
		],
	},
};

export function makeForms(): Forms {
	const forms: Forms = new Map();
	const add = (form: string, lemma: string, past: boolean, person: Form['person']) => {
		if (form && !form.endsWith('_') && !forms.has(form)) forms.set(form, { lemma, past, person });
	};
	for (const line of irregular.split('\n').filter((one) => one.includes(':'))) {
		const [lemma, present, past] = line.split(':') as [string, string, string];
		for (const form of words(present)) add(form, lemma.trim(), false, personOf(form));
		for (const form of words(past)) add(form, lemma.trim(), true, personOf(form));
	}
	for (const entry of words(verbs)) {
		if (entry.endsWith('?')) continue;
		const [infinitive, ...changed] = entry.split('/') as [string, ...string[]];
		const kind = endings[infinitive.slice(-2)]!;
		const own = infinitive.slice(0, -2);
		const persons = [1, 2, 3, 1, 3, 2] as const;
		for (const stem of [own, ...changed]) {
			kind.present.forEach((ending, place) => add(stem + ending, infinitive, false, persons[place]!));
			for (const ending of kind.other)
				add(stem + ending.slice(0, -1), infinitive, false, Number(ending.at(-1)) as Form['person']);
			for (const [ending, person] of kind.past) add(stem + ending, infinitive, true, person);
		}
		kind.future.forEach((ending, place) => add(own + ending, infinitive, false, persons[place]!));
		for (const ending of ['ia', 'ias', 'ian']) add(infinitive + ending, infinitive, false, 0);
	}
	for (const [form, told] of forms)
		if (nobody.has(form) || (told.person === 3 && impersonal.has(told.lemma)))
			forms.set(form, { ...told, person: 0 });
	return forms;
}

/** Verbs whose third person is mostly nobody: “vale la pena”, “se acabó”, “duele”. */
const impersonal = words(`
	valer importar servir doler acabar terminar sobrar parar gustar dar pasar faltar quedar llevar atropellar cansar pesar
	encantar tocar molestar costar seguir ser haber hacer deber poder ir matar estar morir vivir cambiar caer
`);
/** Nouns and others that look like a verb’s form. */
const nobody = words(
	'suicida suicidas vida vivo viva carga cortes corte mata quema para nada vino sobre bajo saltar dice muere es hay ha va',
);

/** First persons of the irregular verbs; others are told by their pronouns. */
function personOf(form: string): Form['person'] {
	if (
		/^(soy|estoy|voy|tengo|hago|he|digo|doy|veo|pongo|caigo|salgo|vengo|traigo|tuve|hice|estuve|quise|dije|pude|puse|fui|vine|tendre|hare|ire|sere|estare|quisiera|recai|recaigo|leo)$/.test(
			form,
		)
	)
		return 1;
	if (
		/^(eres|estas|vas|tienes|haces|has|dices|das|ves|fuiste|tuviste|hiciste|dijiste|haz|pon|diras|estaras)$/.test(
			form,
		)
	)
		return 2;
	if (/^(es|va|tiene|hace|da|fue|tuvo|hizo|dijo|tienen|dicen|fueron|dijeron|murio|murieron)$/.test(form))
		return 3;
	return 0;
}

const clitics = /(?:me|te|se|nos|os)?(?:lo|la|los|las|le|les)?$/;

/** “matarme”, “tomándomelas”: the verb and its pronouns apart. Only verbs it knows. */
export function splitting(forms: Forms): (word: string) => string[] | undefined {
	return (word) => {
		if (word.length < 5 || forms.has(word)) return undefined;
		const found = clitics.exec(word)![0];
		if (!found) return undefined;
		for (const tail of [found, found.replace(/^(?:me|te|se|nos|os)/, '')]) {
			const verb = word.slice(0, word.length - tail.length);
			if (!tail || !(/(?:ar|er|ir|ando|iendo|endo)$/.test(verb) || imperatives.has(verb)) || !forms.has(verb))
				continue;
			const first = /^(?:me|te|se|nos|os)/.exec(tail)?.[0];
			return [verb, ...[first, first ? tail.slice(first.length) : tail].filter((part) => part)] as string[];
		}
		return undefined;
	};
}

/** Verbs told to do, which carry their pronouns too: mátate, tómate, tírate, mándame. */
const imperatives = words(`
	mata toma tira lanza ahorca cuelga corta quema haz muere suicida deja manda pasa agrega anade escribe llama envia cuenta da pon
	lleva dispara busca habla sigue presta bebe come mezcla cuide cuiden perdona perdone perdonen diga digan dile di calla vete largate
`);
