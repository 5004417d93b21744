import type { Rule } from '../pattern.ts';
import type { Meaning, Turn } from '../meaning.ts';

const sign = (kind: string, weight: number, patterns: string): Rule<Meaning> => ({
	id: `sign-${kind}`,
	what: { is: 'sign', kind, weight, anyway: true },
	patterns,
});

/** Words that raise nothing alone and add up, in Spanish. */
export const signs: Rule<Meaning>[] = [
	sign(
		'hopeless',
		0.55,
		`
		desesperanza|desesperado|desesperada|desesperacion
		sin|no|perder ~2 esperanza|esperanzas|salida|futuro|sentido|solucion|remedio|rumbo
		nada ~2 sentido|importa|cambia|funciona|sirve|mejora|vale
		no ~1 vale|sirve ~1 la? pena|nada
		nunca ~2 mejorar|feliz|bien|cambiara|voy
		atrapado|atrapada|estancado|estancada
		ya no
		tocar fondo
	`,
	),
	sign(
		'burden',
		0.9,
		`
		carga para|de|mas
		una carga
		estorbar|sobro|lastre|molesto
		mejor ~1 sin mi
	`,
	),
	sign(
		'worthless',
		0.5,
		`
		inutil|basura|fracaso|fracasado|fracasada|mierda|patetico|patetica|asco|insuficiente|horrible|culpable|culpa|verguenza|despreciable
		me detesto|desprecio|odiar
		no sirvo|valgo|merezco ~2 nada|para|nadie
		no ser ~2 suficiente|nada|nadie|bueno|buena
		doy asco|pena
		todo ~1 hago mal
	`,
	),
	sign(
		'alone',
		0.35,
		`
		soledad|aislado|aislada|abandonado|abandonada
		sola|solo $
		tan|muy|estoy|completamente|sentir sola|solo
		nadie ~2 quiere|importa|importo|escucha|entiende|ayuda|ama|extrana
		no tener ~1 amigos|nadie|familia
		no le importo a? nadie
	`,
	),
	sign(
		'spent',
		0.6,
		`
		no ~1 dar mas
		nada ~1 quiero|importa|apetece
		terminado|terminada
		no ~1 poder|doy|aguantar|soportar ~1 mas|esto|con
		no poder mas
		cansado|cansada|agotado|agotada|harto|harta|exhausto|exhausta ~2 de ~1 todo|fingir|luchar|sufrir|esto|llorar
		cansado|cansada|agotado|agotada|rendido|rendida|vacio|vacia
		me rendir
		no quiero|tengo|puedo ~1 nada|seguir|fuerzas|mas
		sin fuerzas|ganas|energia
		al limite|borde
		querer ~2 acabe|pare|descansar|terminar|desaparecer|paz
		se acabo|acaba|termino
	`,
	),
	sign(
		'pain',
		0.5,
		`
		dolor|sufrimiento|sufrir|insoportable|infierno|tormento|angustia|agonia|tortura|pesadilla
		me doler
		me ahogo|ahogando|hundo|hundiendo
	`,
	),
	sign(
		'low',
		0.3,
		`
		depresion|deprimido|deprimida|triste|tristeza|ansiedad|vacio|vacia|llorar|oscuridad|roto|rota|destrozado|destrozada|miserable|crisis
		mal|fatal|peor
		odio mi|todo|esta
	`,
	),
	sign(
		'call-for-help',
		0.45,
		`
		ayuda|ayudenme|ayudame|auxilio
		necesitar ~1 ayuda|hablar|alguien
		por favor
		no se que|como|donde ~1 hacer|seguir|ir
		miedo de|a mi|hacerme|lo
		alguien ~2 hablar|aqui|ayudar
		psicologo|psicologa|psiquiatra|terapia|terapeuta|hospital|medicacion
	`,
	),
	sign(
		'death',
		0.5,
		`
		suicidio|suicida|matar|veneno|escopeta|arma|viga|altura|vias|nicho|seguro|testamento
		muerte|morir|muerto|muerta
		tumba|funeral|entierro|ataud|cielo|cementerio
		pistola|soga|cuerda|pastillas|puente|veneno|cuchillo|navaja|cuchilla|azotea|sobredosis|venas
		para siempre
		final|fin
	`,
	),
	sign(
		'farewell',
		0.7,
		`
		perdon|perdonenme|perdonen|perdoname
		adios|despedida|despedirme|despido
		los quiero|amo
		gracias por todo
		cuando ya? no este
		lo siento ~1 mama|papa|familia|todos|mucho
	`,
	),
	sign(
		'selfharm-near',
		0.55,
		`
		autolesion|cortes|cicatrices
		me cortar|hago|lastimar ~1 dano?
		hacer me dano
	`,
	),
	sign(
		'worsening',
		0.25,
		`
		cada|todos ~1 dia|dias|noche|noches|vez
		peor|siempre|anos|noche
		no ~1 mas
	`,
	),
];

const turn = (which: Turn['turn'], patterns: string): Rule<Meaning> => ({
	id: `turn-${which}`,
	what: { is: 'turn', turn: which },
	patterns,
});

/** What means something else than its words, and what turns the words around it, in Spanish. */
export const turns: Rule<Meaning>[] = [
	{
		id: 'idiom',
		what: { is: 'idiom' },
		patterns: `
			me|te|se|nos|casi ~1 morir|muerto de|del ~1 risa|hambre|sueno|frio|calor|verguenza|ganas|sed|aburrimiento|amor|envidia|miedo|pena|ternura|celos|curiosidad|nervios|susto|asco|felicidad|emocion|rabia
			morir de|del ~1 risa|hambre|sueno|frio|calor|verguenza|ganas|sed|aburrimiento|amor|envidia|miedo|ternura|curiosidad|cancer|viejo|covid
			me muero por ver|verte|saber|ir|conocer|probar|comer|contarte|ti|el|la|un|una
			muerto|muerta de ~1 risa|sueno|hambre|cansancio|frio|miedo|sed|verguenza|envidia|celos
			muerto|muerta del|despues|tras|de|en ~1 gimnasio|trabajo|entrenar|clase|gym|oficina
			estar de muerte
			querer morir de amor
			querer morir de ~1 pensar|ver|saber|oir|escuchar|imaginar
			tener que tomar pastillas|medicacion|medicinas
			me|se ~1 olvidar|olvida|olvide|olvido ~1 tomar|tomarme ~1 la|las|el pastilla|pastillas|medicacion
			me cambio de
			se me ~1 murio|muere|ha|muerto el|la|muerto ~1 movil|telefono|bateria|celular|coche|ordenador|planta
			murio|muere|muerto ~1 mi|el|la|su ~1 movil|telefono|bateria|celular|perro|gato|planta
			calor|frio|sueno|hambre|risa|verguenza me muero|mata
			me muero es|que|jaja|lol
			qué? calor
			tener|miedo|panico|da|temo ~1 miedo? ~1 a|de ~1 morir|morirme|muerte
			creer|pensar|sentir ~1 que ~1 me ~1 morir
			matar ~1 la|el|por|de|un ~2 curiosidad|rato|tiempo|cafe|chocolate|risa|aburrimiento|hambre|gusanillo|pizza|cerveza
			mataria por
			me ~1 estan|esta|matar ~1 matando
			me ~1 ir a matar cuando|si|mi|por
			madre|padre|jefe|jefa|novia|mama|papa|hermana|mujer|marido|profe ~1 me ~1 mata|matara|ir a? matar? ~1 cuando|si
			ir a matar a mi|tu ~1 hermano|hermana|gato|perro|jefe|primo|vecino por|si
			los|las ir a matar en
			me mataron|mato|mate|suicide ~4 nivel|ronda|partida|juego|level
			suicidio politico|social|profesional|asistido|colectivo|economico
			escuadron suicida|suicidio
			prevencion|tasa|tasas|indice|indices|cifras|estadisticas|charla|jornada|dia|sobre|taller del|de|sobre|el ~1 suicidio|suicidios|autolesion
			preguntar|hablar ~1 directamente? ~1 por|sobre|de|del el? suicidio
			sobre el suicidio
			atentado|atacante|bomba|terrorista suicida
			me ~1 cortar ~1 el|la|un|los ~1 dedo|pelo|cabello|mano|unas|poco|internet|luz|llamada|rollo|flequillo|pie
			me ~1 cortar ~2 afeitar|afeitando|cocinando|cebolla|cristal|papel|pelando|cuchillo|sin
			me cortar la|el|me luz|gas|internet|agua|telefono|llamada
			cortar por lo|con
			cortar la|el|una|con llamada|comunicacion|rollo|relacion|ella|el
			me ~1 queme ~1 el|la|los ~1 brazo|mano|dedo|lengua|dedos ~1 con ~1 horno|sarten|plancha|cafe|olla|sopa
			me ~1 di|golpe|golpeo ~1 un|el|la? ~1 golpe|cabeza|dedo ~1 en|con|contra|la ~2 armario|puerta|mesa|estanteria
			me tirar ~1 al|a|en|toda|todo|tres|dos|el|la|por ~1 sofa|sillon|cama|tarde|dia|horas|manana|semana|piscina|agua|suelo|ella
			me tiro por la? ventana jaja|lol|de
			me tiro por la ventana ~1 jaja
			me lanzar|lance a
			me saltar el|la|una|un semaforo|comida|clase|cena|desayuno
			adios ~2 dieta|hoy|jueves|vemos|semana|proxima|verano|luego|manana
			hasta luego|manana|pronto|el|la
			nos vemos
			acabar|terminar con este|esta|el|la|los|mi|estos|las ~1 informe|trabajo|proyecto|tarea|carrera|libro|relacion|novio|novia|deberes|examenes|curso|semana|dia
			quiero que ~1 se ~1 acabe|termine ~1 esta|este|el|la ~1 semana|dia|curso|ano|clase|verano|invierno|reunion|turno
			acabar conmigo|con mi paciencia
			este|esta nino|nina|trabajo|perro|gato ~1 ir a acabar conmigo
			verguenza ~6 morir
			tragame tierra
			traga me tierra
			no poder|soporto|aguanto mas con|este|el ~1 calor|curso|trabajo|clase|frio|ruido|invierno
			no puedo ~1 con mi|la vida jaja
			harto|harta|cansado|cansada de|del mi|este|el|la|invierno|trabajo|clase|jefe|curso ~1 trabajo|invierno|jefe|curso|verano|calor|lluvia
			no querer vivir|estar|seguir ~1 con|aqui|en mis|mi|las|esta|este|padres|fiestas|ciudad|casa|pueblo|piso|carrera
			no quiero estar aqui
			no tener ganas de salir|estudiar|ir|cocinar|levantarme|nada|trabajar|fiesta|hacer|ver|hablar
			no tener ~1 esperanza|esperanzas de encontrar|aprobar|conseguir
			preguntar|preguntale|consultar|consulta ~3 medico|medica|doctor|psiquiatra
			no se que hacer con mi vida
			esta noche no|ceno|duermo|salgo|veo
			me tomar las|la|mis|mi pastilla|pastillas|medicacion ~1 con|y|antes|de|para|despues
			gracias ~2 por ~2 buenas noches|hoy
			regalar mi|mis ~1 ropa vieja|libros|juguetes
			cuidar|cuide a? ~1 mi ~1 gata|gato|perro|perra|hijo|hija ~1 el|este|durante|mientras
			comprar ~1 cuerda ~2 acampar|tender|camping|toldos|escalar
			mandar|escribir la|una carta al|a|para ~1 casero|ayuntamiento|banco|profesor|empresa
			tener el plan para
			fracaso comparado
		`,
	},
	turn(
		'recovered',
		`
		me alegro|alegra de|que ~1 seguir|estar|haber|vivir|no
		llevo|hace|hago ~3 limpio|limpia|sin|sobrio|sobria
		llevo # dias|meses|anos sin|limpia|limpio
		dos|tres|cuatro|cinco|seis anos|meses|dias limpia|limpio|sin
		ahora|hoy|ya ~1 estoy|soy|me|vivo|he ~1 bien|mejor|feliz|contenta|contento|recuperado|recuperada|superado
		ahora|hoy ~2 bien|mejor|feliz
		ya paso|no
		pero ya ~1 paso
		me ayudo|salvo|ayudaron|salvaron|ayuda
		se pasa|paso|supera|puede
		ayudar a otros|otras|gente
		recuperado|recuperada|recuperacion|superar
		aqui estoy
		me equivocaba|equivoque
		hace anos que no
		glad
		no creia que
		nunca pense que
		lo que cambio|ayudo
		hubo una epoca|tiempo
	`,
	),
	turn(
		'supporting',
		`
		te escucho|entiendo|leo|comprendo|creo|abrazo|mando|deseo|acompano
		no estas|eres ~1 solo|sola|culpa|culpable|carga|patetica
		lo siento mucho
		siento mucho|que
		gracias por contar|compartir|confiar|contarnos|decirlo|escribir
		animo|fuerza|abrazo|abrazos
		estamos|estoy aqui|contigo
		has pensado|intentado|hablado|probado
		tienes|quieres|puedes|crees|sientes|estas
		como te
		cuentame|cuenta me
		habla con
		busca|pide ayuda
		llama a|al
		no te ~1 mates|rindas|hagas|preocupes|culpes
		tus|tu ~1 sentimientos|vida|dolor|familia|terapeuta
		suena|debe|tuvo ~3 duro|dificil|durisimo|doloroso|horrible
		vales mucho
		tomate|toma te tu tiempo
	`,
	),
	turn(
		'serious',
		`
		no ~1 broma|bromeo|bromeando|exagero|mentira
		en|hablo|va ~1 serio
		de verdad
	`,
	),
	turn(
		'lost-somebody',
		`
		murio|fallecio|perdi|perdimos ~3 suicidio
		se quito|suicido|mato|ahorco
		aniversario ~3 muerte|suicidio
	`,
	),
	turn(
		'recent',
		`
		anoche|ayer|hoy|anteayer|recien|ahora
		hace ~1 #|dos|tres|unos|unas|pocos|pocas|un|una|cuatro|cinco dias|semanas|horas|meses|mes|semana|dia|minutos
		esta|este manana|semana|noche|mes|tarde
		el lunes|martes|miercoles|jueves|viernes|sabado|domingo
		la semana|el mes pasada|pasado
		ojala ~2 hubiera|hubiese
		la proxima
		habra otro|mas
	`,
	),
	turn(
		'long-ago',
		`
		hace ~1 #|muchos|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|varios|algunos|veinte anos
		hace ~1 anos|tiempo
		a los #|diez|once|doce|trece|catorce|quince|dieciseis|diecisiete|dieciocho|diecinueve|veinte
		cuando yo? era|tenia
		de joven|adolescente|nino|nina|pequena|pequeno
		en el pasado
		en 2009|2010|2011|2012|2013|2014|2015|2016|2017|2018|2019|2020|2021|2022
		antes ~1 si|no|queria|estaba|pensaba|era|me
		hubo una epoca|un
		en aquella|esa epoca
	`,
	),
	turn('still', `sigo|todavia|otra vez|ultimamente|de nuevo|llevo`),
];
