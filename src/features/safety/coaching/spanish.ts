import type { Rule } from '../reading/pattern.ts';
import type { Heard } from './heard.ts';

export const phrases: Record<string, string> = {
	feeling: `triste|tristeza|ansioso|ansiosa|ansiedad|solo|sola|aislado|aislada|miedo|asustado|asustada|desesperado|desesperada|enfadado|enfadada|enojado|enojada|frustrado|frustrada|agobiado|agobiada|herido|herida|vacio|vacia|agotado|agotada|cansado|cansada|preocupado|preocupada|deprimido|deprimida|culpable|verguenza|atrapado|atrapada|roto|rota|perdido|perdida|confundido|confundida|traicionado|traicionada|rechazado|rechazada|dolor|mal|inutil|angustia|angustiado|angustiada`,
	hard: `duro|dura|durisimo|dificil|doloroso|dolorosa|terrible|horrible|agotador|agotadora|frustrante|pesado|pesada|injusto|injusta|triste|complicado|complicada|insoportable`,
};

export const rules: Rule<Heard>[] = [
	{
		id: 'warm-named',
		what: { reaction: 2 },
		patterns: `
			me da|duele|entristece|alegra|apena|preocupa|parte|rompe|pone ~2
			lo? siento mucho|muchisimo
			siento mucho
			me alegro ~1 mucho
			te quiero
			me importas
			ojala ~3 mejor|bien|pronto|pudiera
			te mando|envio un|mucha|muchos ~1
		`,
	},
	{
		id: 'warm',
		what: { reaction: 1 },
		patterns: `
			lo siento
			animo|fuerza|abrazo|abrazos
			todo va|ira|estara a? ~1 bien|mejor|pasar
			estoy|estamos aqui|contigo
			no estas solo|sola
			vas a ~1 poder|mejorar|estar|salir
			suerte
			cuida|cuidate te?
			me alegro
			gracias por ~1
			vales|mereces|eres ~2
			no te rindas
			confio en ti
		`,
	},
	{
		id: 'understood-named',
		what: { interpretation: 2 },
		patterns: `
			te ~1 sentir|sientes|sientas|encuentras ~3 <feeling>
			estas|debes|pareces ~3 <feeling>
			parece|suena|debe|tuvo|imagino ~3 <hard>|<feeling>
			parece que|como
			eso|esto ~1 suena|es|debe|tuvo|tiene ~3 <hard>
			yo ~1 tambien ~2
			a mi ~1 tambien|me ~2
			pase|paso|he por ~1 algo|lo|eso ~1
			se ~1 como|lo ~1 te|que|es
			cuando yo? ~2
			me siento ~1 igual|asi
			me paso ~1
		`,
	},
	{
		id: 'understood',
		what: { interpretation: 1 },
		patterns: `
			te entiendo|comprendo|escucho|leo|creo
			entiendo|comprendo que|como|lo|tu|por
			tiene sentido
			es normal|comprensible|logico ~1
			cualquiera ~2
		`,
	},
	{
		id: 'asked-closely',
		what: { exploration: 2 },
		patterns: `
			que|como|por|cuando|donde|quien|desde|cual ~2 te ~1 sientes|hace|dijo|paso|ayuda|preocupa|gusta|da|sostiene|sentiste
			has|quieres|tienes|puedes|estas|crees|piensas|sientes ~2 pensado|hablado|intentado|alguien|contar|ayuda|plan|salvo|sola|solo|miedo|ganas|amigos|familia
			desde cuando
			cuanto tiempo
			que fue|es lo ~1 que ~2
			como fue|era|es
		`,
	},
	{
		id: 'asked',
		what: { exploration: 1 },
		patterns: `
			que paso|pasa|ocurre|tal
			como estas|vas|te
			quieres hablar|contar|contarlo|desahogarte
			cuenta|cuentame|dime me? ~1
			por que
			estas ~1 bien|ahi
		`,
	},
	{
		id: 'reflecting',
		what: { behaviour: 'reflection' },
		patterns: `
			^ asi|entonces|o que|sea ~1
			parece|suena que|como|a
			dices|sientes|quieres|piensas|crees|tienes|estas|te|necesitas
			por un|una lado|parte
			una parte de ti
		`,
	},
	{
		id: 'informing',
		what: { behaviour: 'therapist_input' },
		patterns: `
			deberias|podrias|tendrias|puedes|debes|hay|prueba|intenta|recuerda|quiza|quizas|llama|habla|busca|haz|piensa|escribe
			yo|te|creo|pienso|recomiendo|sugiero|aconsejo
			lo mejor|primero|importante ~1
			si
		`,
	},
	{
		id: 'small-sounds',
		what: { behaviour: 'other' },
		patterns: `
			^ si|no|vale|ok|claro|ya|bueno|bien|hola|gracias|aja|exacto|perfecto|adios|entiendo
			buenos dias
			buenas tardes|noches
		`,
	},
];
