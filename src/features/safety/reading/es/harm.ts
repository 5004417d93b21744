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
export const harmPhrases: Record<string, string> = {
	agresor: `marido|esposo|esposa|mujer|novio|novia|pareja|ex|padre|papa|madre|mama|padrastro|madrastra|tio|hermano|hermanastro|primo|abuelo|jefe|entrenador|cura|vecino|el|ella`,
	pegar: `pegar|golpear|empujar|agarrar|ahorcar|estrangular|patear|abofetear|maltratar|maltrata|maltrataba|insultar|humilla|humillar|escupir|abusar|lastimar`,
	victima: `jefe|padre|padrastro|madre|hermano|ex|profesor|profe|vecino|marido|novio|novia|mujer|chaval|companero|companera|gente|todos|ese|tipo|hombre|ellos|abusador|el|ella`,
};

/** Words about hurting oneself, being hurt, and hurting others, in Spanish. */
export const harm: Rule<Meaning>[] = [
	{
		id: 'self-harm',
		what: about('self-harm', 1, { deed: true }),
		patterns: `
			me ~1 <modal>? ~1 cortar|quemar|aranar|golpear|lastimar|rasguno|rajar|pinchar|autolesion|mutilar|herir|lesionar
			cortar|quemar|aranar|golpear|lastimar|herir|mutilar|lesionar me
			me ~1 <modal>? ~1 hacer ~1 dano|cortes|heridas
			hacer me ~1 dano|cortes|heridas
			autolesion
			autolesion me?
			llenos|llenas|cubiertos|llena|lleno de ~1 cortes|cicatrices|heridas
			cortes ~2 en ~2 brazo|brazos|muslos|piernas|muneca|munecas
			cortes|cicatrices frescos|nuevos|nuevas
			recaer|recaida ~3 autolesion|cortar|cuchilla
			me golpear|doy ~2 cabeza|pared|cara
			punetazos|puno|golpear ~2 pared
			cuchilla ~2 llama|llamando|brazo|piel
			ganas|necesidad|urgencia|impulso de ~1 cortar|lastimar|quemar|hacer ~1 me
		`,
	},
	{
		id: 'violence',
		what: about('abuse', 1, { anyway: true, subject: 'self' }),
		patterns: `
			<agresor> ~1 me ~1 <pegar>
			me <pegar> mi|con|cuando|otra|en|del|por|de|hasta|anoche|ayer|delante|todos|siempre|el
			me ~1 agarro|agarra|apreto|cogio del|por|el cuello|pelo|brazo
			maltrato|maltratan|maltrata|maltrataba|violencia ~2 me|genero|domestica|fisico|psicologico|familiar|machista
			me maltrata|maltratan|maltrataba|maltrataban
			sufrir|victima ~1 maltrato|abuso|abusos|violencia|de maltrato|violencia|abuso|abusos?
			me tiro|lanzo|empujo contra|al|por
			me ~1 pegan|golpean|patean
			moratones|moretones
		`,
	},
	{
		id: 'sexual-violence',
		what: about('abuse', 1, { anyway: true, subject: 'self' }),
		patterns: `
			me violaron|violo|viola|manoseo|manosean|manosearon|abusaron|tocaron|toqueteo
			fui|he ~1 sido? violada|violado|abusada|abusado
			abusar ~1 sexualmente? de mi
			abuso|abusos|acoso|agresion sexual|sexuales
			<agresor> ~1 me toca|tocaba|toco|tocan cuando|ahi|donde|las|los|por|el|sin
			<agresor> me toca|tocaba $
			me toca cuando|sin|por
			me obligar|forzo|fuerza|forzaba ~1 a ~1 acostarme|acostar|tener|hacer|tocar|besar|sexo|chupar
			entrar en mi ~1 cuarto|habitacion|cama ~2 noche|noches|dormida
		`,
	},
	{
		id: 'threatened',
		what: about('abuse', 1, { anyway: true, subject: 'self' }),
		patterns: `
			dice|dijo|amenaza|amenazo ~1 que|con ~1 me ~1 va|matar|pega|encontrara
			miedo ~1 de|a|que ~1 que? ~1 me ~1 pegue|mate|encuentre|haga
		`,
	},
	{
		id: 'control',
		what: about('abuse', 0, { anyway: true, subject: 'self' }),
		patterns: `
			me encerrar
			me revisa|controla|quita|quito|rompio|espia|vigila|rastrea|mira|miraba ~1 el|mi|mis|los|la ~1 movil|celular|telefono|mensajes|cuenta|ubicacion|dinero
			no me deja|dejan|dejaba ~1 ver|salir|hablar|trabajar|ir|tener|usar|quedar
			maneja|controlar todo|mi|mis|lo|cada ~1 dinero|cuenta|hago|movimientos|vida|gasto
			me amenaza|amenazo|amenazaba|amenazan|chantajea|chantajeaba|manipula
			dice|dijo|amenaza ~1 que|con ~1 me ~1 va|matar|pega|buscara|encontrara|quita|denuncia|hara
			miedo ~1 de|a|que ~1 volver|ir|casa|mi|el|ella|lo|llegue|haga|me ~1 casa|marido|novio|padre|pareja|ex|haga|haria|pegue|mate|encuentre|padrastro
			me sigue|persigue|acosa|siguiendo|acosando|espera ~2 y|trabajo|casa|calle|mi|aparece|a|todas
			mi|un|el ex ~1 me ~1 sigue|acosa|persigue|amenaza|espia
			aparece en mi ~1 trabajo|casa|portal|escuela
			me aisla|aislo|aislaba de
		`,
	},
	{
		id: 'threat',
		what: about('threat', 2, { subject: 'self', time: 'future' }),
		patterns: `
			voy|vamos a matar|apunalar|disparar|reventar|golpear|machacar|partir|rajar ~1 a? ~1 mi|ese|esa|la|el|ti|todos|tu|su|los|este|esos ~1 <victima>
			lo|la|te|le|los|las voy a matar|apunalar|reventar|partir|destrozar|machacar|rajar|buscar|quemar|pegar|encontrar
			le|te|les ~1 voy a dar ~1 una|un ~1 paliza|tiro|golpe|hostia|punalada|leccion
			le|te ~1 voy a partir|quemar|romper|volar|prender ~2 casa|cara|coche|cabeza|piernas|carro|boca
			quiero|gustaria|ganas ~1 de? matar|apunalar|estrangular|reventar ~1 a ~1 mi|ese|esa|la|mis|todos|los|el|ti ~1 <victima>
			quiero|gustaria|ganas de? matar lo|la|los|las|les|le
			quiero|gustaria|ganas de? hacer les|le|los dano
			llevar|traigo|tengo un|una|el ~1 cuchillo|pistola|arma|navaja|bomba ~2 mochila|instituto|escuela|colegio|trabajo|bolso|clase|al
			se donde ~1 vives|vive|viven|trabaja|trabajas
			voy|ire|vamos a ir? ~1 a? ~1 por ti|el|ella|ellos|vosotros
			te voy a matar
			vas|van a pagar|arrepentir
			van a ver ~1 todos?
			estas muerto|muerta
			pagaras|pagaran
		`,
	},
];
