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

/** Phrases only these rules use. */
export const otherPhrases: Record<string, string> = {
	farmaco: `sertralina|litio|xanax|quetiapina|venlafaxina|diazepam|lorazepam|alprazolam|clonazepam|rivotril|orfidal|trankimazin|fluoxetina|prozac|citalopram|escitalopram|paroxetina|mirtazapina|trazodona|lamotrigina|olanzapina|aripiprazol|risperidona|pregabalina|gabapentina|metilfenidato|zolpidem|zopiclona|melatonina|tramadol|codeina|morfina|valium|insulina|ibuprofeno|paracetamol|antidepresivo|antidepresivos|ansiolitico|ansioliticos|medicacion|medicamento|medicamentos|medicina|medicinas|pastilla|pastillas|antipsicotico|antipsicoticos|benzos|comprimidos|tratamiento|valproato`,
	red: `snap|snapchat|instagram|discord|telegram|whatsapp|kik|signal|facebook|fb|messenger|tiktok|twitter|skype|zoom|dm|dms|md|privado|correo|email|mail|gmail|telefono|movil|celular|numero|videollamada|twitch|steam|face`,
	insulto: `patetico|patetica|inutil|idiota|imbecil|estupido|estupida|tonto|tonta|gorda|gordo|asqueroso|asquerosa|basura|mierda|perdedor|perdedora|fracasado|fracasada|puta|puto|zorra|perra|mentiroso|mentirosa|loca|loco|payaso|payasa|feo|fea|cerdo|cerda|retrasado|retrasada|subnormal|gilipollas|pendejo|pendeja|cabron|cabrona|maricon|asco|rata|escoria|llorona|lloron|dramatica|cobarde|ridiculo|ridicula`,
};

/** Eating, doses, contact elsewhere, words against the reader, in Spanish. */
export const others: Rule<Meaning>[] = [
	{
		id: 'eating-hurting',
		what: about('eating', 1, { subject: 'self', anyway: true }),
		patterns: `
			vomitar|purgar ~1 despues|tras|cada|todo|todas ~1 de? ~1 comer|comidas|cenar|cada|lo
			me provoco|provocar|provoque|provocando el|los? vomitos|vomitar
			atracon|atracones ~3 vomitar|purgar
			atracon y
			me purgar
			# dias sin comer
			dos|tres|cuatro|cinco|varios dias sin comer
			llevo ~2 sin comer ~2 poderosa|poderoso|orgullosa|ligera|dias|y
			llevo # dias ~1 ayunando|ayuno
			restringir ~1 otra|de|la|comida|calorias|$
			# calorias hoy|al|por|diarias
			laxantes|laxante|diureticos
			thinspo|proana|promia
			pro ana|mia
			amiga|amigo|princesas|princesa ana|mia
			me mato de hambre
			recai|recaida|recayendo ~2 anorexia|bulimia|tca
		`,
	},
	{
		id: 'eating-advice',
		what: about('eating', 0, { subject: 'reader', anyway: true }),
		patterns: `
			con|comer|solo ~2 # calorias
			beber|toma|mastica|fuma ~4 antes|para ~1 de? ~1 vomitar|hambre|purgar
			trucos|truco|consejos|tips|como ~2 vomitar|purgar|ayunar|adelgazar|restringir
			sale ~1 mas facil
			quitar|engana|enganar|matar el hambre
			para ~1 no tener|sentir ~1 hambre
			ayunar juntas|juntos
			necesito|quiero|tengo bajar|perder|que # kilos|kg en|antes|para
			bajas|adelgazas rapido|rapidisimo|mucho
		`,
	},
	{
		id: 'dose-advice',
		what: about('dosing', 0, { subject: 'reader' }),
		patterns: `
			deberias|debes|puedes|podrias|tienes|tendrias ~2 doblar|subir|aumentar|bajar|dejar|duplicar|reducir|saltar|tomar|probar|suspender ~2 dosis|<farmaco>|mg
			^ deja|dejate|suspende|dobla|sube|duplica|aumenta|baja|salta|prueba|dejen ~1 te? ~1 la|el|las|los|tu|tus|de|con ~1 tomar? ~1 <farmaco>|dosis
			deja de tomar ~1 <farmaco>
			^ tomate|tomar te? ~1 #|dos|tres|cuatro|cinco|un|una|media|otra|el ~2 <farmaco>|mg|doble
			^ toma|prueba ~1 con? # mg
			yo|que ~2 tu|ti|tomaria|dejaria ~2 no ~1 me? ~1 tomaria|dejaria|saltaria ~3 <farmaco>|dosis
			yo dejaria|doblaria|subiria|saltaria|no ~1 tomaria ~2 <farmaco>|dosis
			mezclar|mezclalo|mezclala|combina|bajalo|tomalo|toma lo|la|las? ~1 con ~3 alcohol|cerveza|vino|vodka|ron|tequila
			machaca|tritura|esnifa|inyecta|aplasta ~1 la|las|el|lo <farmaco>?
			de golpe ~1 yo|y|sin|no
			con # ~1 no ~1 notas|hace|sientes
			solo te atontan|drogan|envenenan
			hace ~1 mas efecto
			medico|medica|psiquiatra ~1 es|son ~1 demasiado|muy ~1 prudente|cuidadoso|miedoso
		`,
	},
	{
		id: 'dose-request',
		what: about('dosing', 0, { subject: 'self', anyway: true }),
		patterns: `
			cuantos|cuantas|cuanto|cuanta ~1 mg|miligramos|<farmaco> ~4 tomar|tomarme|puedo|dormir|golpe|vez
			que pasa|pasaria si ~2 tomar|mezclo|doblo|dejo ~3 <farmaco>|#
			puedo tomar|mezclar|doblar|dejar|combinar ~3 <farmaco>|dosis|alcohol
			dosis maxima|segura|letal
		`,
	},
	{
		id: 'elsewhere',
		what: about('contact', 0, { anyway: true, subject: 'reader' }),
		patterns: `
			me ~1 das|pasas|dejas|mandas|des|pases ~1 tu|un ~2 <red>|usuario|insta|numero|mail|contacto
			vamos|vamonos|pasemos|sigamos ~2 a? ~1 hablar|seguir|charlar? ~1 en|por|a <red>
			por aqui no ~2 vamos|vamonos|mejor|escribeme
			tu usuario|user|nick ~2 de|en <red>
			me llaman|llamo|encuentras|buscas|sigues ~2 en|por|como <red>
			buscar|busca|sigue me ~4 en|por <red>
			estoy en <red> ~2 sigueme|buscame|escribeme|agregame
			sigue me ~1 y te escribo
			si me das|pasas tu <red>
			tienes|tenes otra app|aplicacion|red ~2 donde|para ~1 hablar?
			donde te puedo|podria ~1 escribir|encontrar|hablar|llamar
			que no sea ~1 aqui|por
			=hablamos|=hablar|=seguimos|=escribimos|=escribirnos ~2 por|en <red>
			anade|habla|sigue|busca|contacta|manda|llama|agregar|escribir ~1 me|nos ~2 en|al|por|a|un ~1 el|un|mi|mis? ~1 <red>|#
			agrega me
			llama|escribe me al
			tienes|tenes|usas|tiene ~1 <red>
			cual|que es tu|vuestro ~1 <red>
			dame|pasa|pasame|manda|mandame|envia|damelo|comparte|deja me? ~1 tu|el|un|mi ~1 <red>
			te ~1 paso|doy|dejo|mando ~1 mi|el ~1 <red>
			mi <red> ~1 es
			mi|tu <red> $
			intercambiar|intercambiemos ~2 numeros|<red>
			=hablamos|=hablemos|=seguimos|=sigamos|=charlamos|escribimos|mejor|=pasamos ~3 por|en|al ~1 <red>
			podemos|podriamos|quieres|quiero|prefiero ~1 hablar|seguir|charlar ~2 por|en ~1 <red>
			hablar ~2 por|en privado
			fuera de aqui
			ahi hablamos ~1 mejor?
			aqui ~1 nos ~1 leen|ven|controlan|vigilan
			moderadores|admins ~2 ven|controlan|leer
			es mas privado
			lejos|sin de|los|que moderadores|mods
			llamar te ~1 esta|hoy|manana|luego|noche
			te llamo ~1 esta|hoy|manana|luego|por
			unete|une|entra te? a ~1 mi|al|nuestro servidor|grupo|discord
			mi numero ~1 es
		`,
	},
	{
		id: 'meet-up',
		what: about('contact', 0, { anyway: true, subject: 'reader' }),
		patterns: `
			quedamos|quedar|quedemos ~2 tu y yo
			vernos ~2 el|este|manana|hoy|en|cerca|a
			te espero en|a
			conocerte en persona
			y si quedamos
			nos vemos en persona
			en que ciudad|barrio|zona|parte|pueblo|pais|colonia ~1 vives|estas|eres
			de donde eres|sos
			donde vives
			podriamos|podemos|quieres|queres|vamos|te|nos ~2 quedar|vernos|vemos|encontrarnos|conocernos ~1 para|en|un|este|manana|hoy
			paso ~1 a buscarte|recogerte|verte|por
			voy a tu casa
			ven a mi ~1 casa|piso|cuarto
			tu direccion
			quedar para|a ~1 un? cafe|tomar
			vernos en persona
		`,
	},
	{
		id: 'grooming',
		what: about('contact', 0, { anyway: true, subject: 'reader' }),
		patterns: `
			cuantos anos tienes|tenes
			que edad tienes|tenes
			pareces|eres|suenas ~1 madura|maduro|mayor
			para tu edad
			no ~1 le|lo|les ~1 cuentes|digas|muestres|ensenes|comentes ~1 a? ~1 nadie|tus|tu|padres|lo
			no ~1 lo ~1 entenderian
			nuestro secreto
			secreto entre|nuestro
			entre nosotros|tu
			borrar|elimina ~1 los|estos|este|el|nuestros mensajes|chat|mensaje|conversacion
			tu|tus madre|mama|padres|papa ~1 no ~2 saber|sepan|entere|enteren|necesita
			manda|mandame|envia|enviame|pasa|pasame|ensename|muestra|muestrame me? ~1 una|un|tu|fotos|tus|mas ~2 foto|fotos|selfi|selfie|video|pack|nudes|cuerpo
			manda|envia|pasa me? ~1 fotos|pack|nudes
			estas ~1 sola|solo ~1 en|ahora|casa
			que llevas ~1 puesto|puesta|encima
			te gusta ~1 besar|tocar|sexo
			cachondo|cachonda|caliente|desnuda|desnudo|desnudate
			prende|enciende la camara
			no eres como ~1 otras|los|las
			eres ~1 especial
			solo yo te ~1 entiendo
			confia en mi
		`,
	},
	{
		id: 'money',
		what: about('contact', 0, { anyway: true, subject: 'reader' }),
		patterns: `
			prestar|dejar|mandar|enviar|pasar ~1 me ~2 dinero|plata|#|euros|pesos|pasta|lana|dolares
			me ~1 puedes|podrias|pueden|prestas|dejas ~1 prestar|dejar|mandar|enviar|pasar? ~2 dinero|plata|#|euros|pesos|pasta|lana|dolares
			bizum|paypal|nequi|cashapp|yape|mercadopago|criptomonedas|bitcoin
			te lo devuelvo|pago
			tarjeta regalo
			invertir|inversion en|conmigo|oportunidad
		`,
	},
	{
		id: 'insult',
		what: about('harassment', 0, { subject: 'reader' }),
		patterns: `
			eres|sos ~1 un|una|tan|muy|la|lo|solo|bien|pura? ~1 <insulto>
			callate|calla|cierra te|la|el? ~1 boca|hocico|<insulto>?
			deja de ~1 lloriquear|llorar|quejar|quejarte|molestar ~1 te?
			das asco|pena|verguenza
			nadie ~1 te ~1 soporta|quiere|aguanta|pregunto|cree|llamo
			vete|largate|lárgate|vayase ~1 te? ~1 de|al|a ~1 aqui|carajo|mierda|grupo
			vuelvete|volver te? a tu pais
			te odio
			todo|todos ~2 te odian
			solo quieres ~1 llamar|atencion ~1 la? atencion
			llamar la atencion
			^ <insulto> $
			^ gorda|gordo|puta|pinche|maldita|maldito|estupida|estupido <insulto>
			que te jodan|den
			jodete|chinga tu madre
			vete a la mierda
			hijo|hija de puta
		`,
	},
	{
		id: 'encouragement',
		what: about('encouragement', 2, { subject: 'reader' }),
		patterns: `
			^ mata|suicida|ahorca|tira|cuelga|lanza te ~1 ya|de|por|al|$
			mata te
			muere te ~1 ya?
			muerete
			^ muerete|matate|suicidate|ahorcate
			deberias ~1 matar|suicidar|morir|ahorcar|tirar|acabar ~1 te
			deberias ~1 acabar con todo
			haz lo ~1 ya|de|y|nadie ~1 una?
			hazlo ~1 ya|de|y|nadie ~1 una?
			si yo? fuera|en tu|yo ~1 lugar ~2 acabaria|mataria|haria
			yo en tu lugar ~1 me? ~1 acabaria|mataria|haria|tiraria
			ojala te ~1 mueras|mates|muera
			estarias mejor muerto|muerta
			tira te de|del|por
		`,
	},
	{
		id: 'pact',
		what: about('encouragement', 3, { subject: 'reader', stance: 'asserted' }),
		patterns: `
			alguien ~2 quiere|quiera ~1 hacer|morir|ir|suicidar|matar ~3 conmigo|juntos
			alguien ~2 hacer lo conmigo
			morir|matar|suicidar ~1 nos? ~1 juntos
			pacto suicida
			pacto de suicidio
		`,
	},
	{
		id: 'nobody-would-miss',
		what: about('encouragement', 2, { subject: 'reader', anyway: true }),
		patterns: `
			nadie te ~1 va|extrana|extranara|echara|extranaria|llorar ~1 a? ~1 extranar|echar|llorar
			mundo|todos|todo ~1 estaria|estarian|estara ~1 mejor sin? ~1 ti|$
			por que no te ~1 matas|mueres|suicidas|tiras|mata
			si tan mal ~1 estas ~1 por
			haznos|haz|hazle un favor
		`,
	},
];
