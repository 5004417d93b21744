import type { Rule } from '../pattern.ts';
import type { Meaning, Raised } from '../meaning.ts';
import type { Level } from '../finding.ts';

const weight: Record<Level, number> = { 0: 0, 1: 1.7, 2: 2.5, 3: 3, 4: 3.6, 5: 4.4, 6: 4.2 };

const about = (level: Level, more: Partial<Raised> = {}): Meaning => ({
	is: 'raised',
	category: 'suicide',
	level,
	weight: weight[level],
	tier: level === 0 ? 0 : level === 1 ? 1 : level < 5 ? 2 : 3,
	...more,
});

/** Words about one’s own death, in Spanish. The ids are those of the English rules: a reader is told the same. */
export const suicide: Rule<Meaning>[] = [
	{
		id: 'wish-dead',
		what: about(1, { anyway: true }),
		patterns: `
			me querer ir ~1 de este|esta mundo|vida
			querer ir me de este|esta mundo|vida
			ojala|deseo|quisiera|desearia|quiero|espero|gustaria|pido|rezo ~4 no ~1 despertar|existir|nacer|haber|estar
			ojala ~3 muriera|muera|muriese|muerto|desapareciera|desaparezca|matara|muero|atropelle|atropellara|acabe|acabara|muerta|mate|pase|cancer|infarto
			querer|gustaria|desear|preferir|necesitar|ojala|ganas ~3 desaparecer $
			querer|gustaria|desear|preferir|necesitar|ojala|ganas ~3 desaparecer para|del|de ~1 siempre|mundo|mapa|faz|aqui|todo
			querer|gustaria|desear|preferir|necesitar|ganas ~3 dejar de existir|estar|vivir|respirar|ser
			querer|gustaria|desear|preferir|encantaria no estar|haber|existir|despertar|nacer ~1 nacido|existido|aqui|viva|vivo|mas
			dormir me? y ~2 no|nunca|sin ~2 despertar
			dormir|dormirme|acostar ~3 no|nunca|jamas ~2 despertar
			dormir me? ~1 para siempre
			no querer|gustaria ~1 despertar me?
			no despertar <pronto>|nunca|jamas|mas
			mejor|preferir|preferiria|ojala|quisiera|deberia|tendria|mereceria|descanso|alivio|lindo|bonito ~3 estar ~1 muerto|muerta
			mejor ~1 muerto|muerta
			estaria ~1 mejor ~1 muerto|muerta
			tener|deber que|haber ~2 haber|morir|muerto ~1 me|muerto|yo
			descanso|alivio|paz|bonito|lindo|bueno|facil|mejor ~2 no existir|estar|despertar|vivir|ser
			alivio|descanso ~1 morir|morirme|muerte
			pedir|pido|rezo|ruego|suplico ~3 que|a ~2 me ~1 lleve|lleves|muera|mate|muriera|despierte
			dios|senor ~2 llevame|llevar me?
			lleva me ~1 dios|ya|contigo|senor
			no|nunca debi|deberia|tendria|pedi|tuve|deberian ~2 nacer|existir
			arrepiento|odio de? ~1 haber|estar|existir|nacer|vivir nacido|vivo|viva?
			que ~2 me atropelle|atropellara|mate|maten|parta|lleve|caiga
			atropellar|mata|matara|choque ~1 un|el coche|carro|tren|camion|bus|autobus|rayo
			me atropellar un|el coche|carro|camion|tren|bus|autobus
			enfermedad|cancer|infarto|accidente ~2 me mate|lleve|matara|llevara
			dejar de existir|sufrir|vivir
			irme|ir me de este|esta mundo|vida
			cansado|harto ~1 respirar
			preferir ~1 morir
			preferiria|prefiero ~1 morir|muerte|muerto|muerta
			la muerte ~3 alivio|descanso|solucion|mejor|salida|paz|bonita|opcion
			cruzar ~3 sin mirar
		`,
	},
	{
		id: 'end-it-passively',
		what: about(1, { anyway: true, subject: 'self', weight: 1.3 }),
		patterns: `
			que ~2 se acabe|acabara|termine|terminara ~1 todo|vida|dolor|sufrimiento
			se acabe|acabara|termine|terminara ~1 todo
			se acabe|acabara|termine|terminara mi|el|la|este sufrimiento|dolor|vida
		`,
	},
	{
		id: 'life-pointless',
		what: about(1, { leans: true, anyway: true, subject: 'self' }),
		patterns: `
			vida ~1 no|nunca ~1 vale|merece|tener ~1 la|sentido|pena|nada|valor
			vida ~1 es un|una|puro? infierno|mierda|tortura|martirio|pesadilla|asco|carga|condena
			no poder vivir asi|mas
			odiar|detestar ~1 vida|vivir|existir
			no querer|poder seguir $
			pensar ~5 en la? muerte
		`,
	},
	{
		id: 'not-live',
		what: about(1, { weight: 1.8, anyway: true }),
		patterns: `
			no ~1 querer|deseo|soporto|puedo|aguanto ~2 <vivir> ~1 mas|aqui|asi|este|viviendo|vida|mundo|nada
			no querer|desear ~1 vivir|existir
			no querer ~1 seguir viviendo|aqui|adelante|vivo|viva|existiendo|luchando|asi
			no querer ~1 estar ~1 vivo|viva|en este
			no querer esta|mi|la vida
			no tener|quedan|encuentro|siento|hay|veo|dan|sin ~2 ganas|razon|razones|motivo|motivos|sentido|proposito|fuerza|fuerzas ~1 de|para|a|en ~1 <vivir>|la|mi|esta vida?
			sin|perder ~1 ganas|razones|motivos|sentido de|para|las|a|el ~2 <vivir>|vida
			perder las|el ganas|deseo|gusto de|por vivir|seguir|la|existir
			sin ganas de vivir|seguir|nada
			no ~2 verle|ver|encuentro|hallo|encontrar|tener ~1 le? ~1 sentido|proposito|futuro ~1 a|de|en|para ~2 vida|vivir|existir|seguir|mi
			no vale|merece ~1 la pena ~1 vivir|vida|seguir
			para que ~1 <vivir>|nacer|estar
			que sentido tiene ~1 <vivir>|vida|todo|seguir|estar|nada
			por que ~1 sigo|estoy|naci|vivo|despierto|tengo ~1 aqui|vivir|respirando
			no se|creo|poder ~3 seguir ~1 viviendo|adelante|asi|mas|con|vivo
			no poder ~1 seguir viviendo|asi
			no poder seguir $
			no me ver|imagino ~1 en|un|llegando|viva|vivo|futuro|el
			ya no querer nada ~1 vida|mas|seguir?
			no querer saber nada de la vida|nadie
			no vivir|quiero mas
			solo|nada|unico|unica ~3 sigo|estoy|vivo|aguanto ~1 viva|vivo|aqui por|porque
			sigo|estoy ~1 viva|vivo|aqui solo? ~1 por|porque mi|mis
			no me quedan|queda ~2 vivir|razones|motivos|nada|vida
			nada ~1 que hacer en este|esta mundo|vida
		`,
	},
	{
		id: 'better-without-me',
		what: about(1, { weight: 1.9, anyway: true, subject: 'self' }),
		patterns: `
			mejor|felices|feliz|tranquilos|bien|descansarian|libres ~2 sin mi
			sin mi ~2 mejor|felices|tranquilos|bien
			mejor|descansarian|felices|tranquilos ~3 si|cuando yo? ~1 no estar|existir|desapareciera|muriera|muero
			descansarian|mejor ~3 si|cuando yo? desaparecer|morir
			nadie ~4 si|cuando ~1 me? ~1 desaparezco|desapareciera|mato|fuera|falto|matara|morir
			si ~1 desaparezco|desapareciera|mato|morir|falto ~2 nadie|todos|a
			nadie me ~1 extranar|echar|lloraria|notaria
			nadie ~3 notar|notaria|dar|extranar|llorar|cuenta ~2 mi|si|que ~1 muerte|ausencia|muero
			sobrar|estorbar ~2 mundo|aqui|todos|vida|vivo
			sobro en
			solo? soy una? carga ~3 todos|familia|mundo|mis
			mundo|todos|familia ~2 mejor sin mi
			les haria|hago un favor
			mi funeral|entierro|velorio
		`,
	},
	{
		id: 'tired-of-life',
		what: about(1, { weight: 1.6, anyway: true }),
		patterns: `
			cansado|cansada|harto|harta|agotado|agotada|aburrido|aburrida|hasta ~2 de ~1 vivir|existir|mi|la|seguir|estar|respirar|vida ~1 vida|viva|vivo?
			cansado|cansada|harto|harta de ~1 vivir|existir|respirar|la|esta|mi vida?
			odiar ~1 estar|vivir|existir ~1 vivo|viva?
			me pesa|duele|cansa|agota ~1 vivir|existir|vida|estar
			vivir|existir ~1 duele|cansa|pesa|agota
		`,
	},
	{
		id: 'not-care-if-die',
		what: about(1, { anyway: true, weight: 1.6, subject: 'self' }),
		patterns: `
			da igual ~3 morir|vivir|morirme
			no me importar|preocupa|molestaria|da ~3 morir|atropellar|vivir|despertar|morirme|matara
			si me muero|mori ~1 mejor|mala|que
			vivir o morir
			muerto|muerta en vida
			muerto|muerta por dentro
			ya estoy muerto|muerta
		`,
	},
	{
		id: 'want-die',
		what: about(2),
		patterns: `
			me ~1 querer|gustaria|voy morir
			querer|desear|necesitar|esperar|gustaria|ganas|preferir|merecer ~1 de? morir ~1 me|se|te?
			me ~1 quiero|quisiera ~1 morir
			querer|desear|gustaria ~1 estar ~1 muerto|muerta
			pensar|suenar|sueno|fantasear|imagino ~2 en|con|que ~1 morir|muerte|morirme
			ganas de morir|morirme|muerte
			deseo|deseos|deseando ~1 de? ~1 muerte|morir
			dejame|dejenme|dejen me? morir
			querer la muerte
		`,
	},
	{
		id: 'suicidal-thoughts',
		what: about(2),
		patterns: `
			idea|ideas ~1 de|del ~1 suicidio|<matar>|morir
			pensamiento|pensamientos|idea|ideas|ideacion|tendencias|impulsos|intenciones|plan|planes|fantasias|deseos|crisis suicida|suicidas|suicidio
			pensamiento|pensamientos|ideas|ganas|idea de|sobre ~1 <matar>|suicidio|muerte|morir|acabar
			me sentir|encuentro suicida
			ser|estar ~1 suicida
			suicida $
			pensar|considerar|considero|contemplar|planear ~2 en|el|de? ~2 suicidio|<matar>
			en el suicidio
			suicidio ~2 unica|opcion|salida|solucion|mejor
			salida|opcion|solucion ~2 suicidio|<matar>
			pasa|viene|ronda|cruza|vino|paso ~4 cabeza|mente ~2 suicidio|<matar>|morir|muerte
			por|en|a la? cabeza|mente ~2 suicidio|<matar>|morir|muerte
			cabeza|mente|voz|voces|algo ~1 me ~1 pide|grita|gritan|decir ~2 que ~1 <matar>|mate|salte|morir
			me mate
			acabar|terminar con el|mi|este dolor|sufrimiento
		`,
	},
	{
		id: 'suicide-word',
		what: about(2, { deed: true, leans: true, weight: 1.5 }),
		patterns: `
			suicidio
			suicidios
			suicidar
		`,
	},
	{
		id: 'told-to',
		what: about(2, { anyway: true, stance: 'quoted', settles: true }),
		patterns: `
			me ~1 dijo|dijeron|decia|dice|escribio|escribia|dicen|decian que ~2 me matara|mate|suicidara|suicide|muriera|muera
			dijo|dice|decia|amenaza|amenazaba|amenazo ~2 que|con ~1 se ~2 <matar>|mataria|mata|mataba|suicidaria
		`,
	},
	{
		id: 'suicide-named',
		what: about(2, { deed: true }),
		patterns: `
			<matar>
			<modal> <matar>
		`,
	},
	{
		id: 'held-back',
		what: about(2, { anyway: true, weight: 2.6, settles: true }),
		patterns: `
			unico|unica|lo|razon|cosa ~4 frena|impide|detiene|para|retiene|salva ~2 de|que|es ~2 <matar>|suicidio|hacerlo|morir
			no tener|hay|encuentro|me|da ni|el|dan ~2 valor|fuerzas|fuerza|coraje|energia|valentia|huevos|agallas|pilas ~1 para|de|ni ~1 <matar>|<metodo>|morir
			no ~2 ni|para|de|siquiera ~1 fuerzas|fuerza|valor|coraje ~2 <matar>|<metodo>
			miedo ~1 de|a|que ~1 <matar>|<metodo>
			intentando|intento|tratando|luchando|trato|lucho|esfuerzo ~3 no ~1 <matar>|<metodo> <pronto>?
			si no fuera|hubiera|fuese por ~5 <matar>|<metodo>|habria|estaria|muerto|muerta
			habria|hubiera|hubiese ~1 me? ~1 quitado|matado|suicidado|acabado|tirado
			por que no ~2 <matar>|mato|<metodo>
			razon|razones|motivo|dame|denme|diganme|dime ~3 para|no|por ~2 <matar>
			no poder dejar|parar|quitarme|sacarme ~3 pensar|imaginar|de ~3 <matar>|morir|suicidio|muerte|<metodo>
			no paro|dejo de pensar|imaginar ~1 en ~2 <matar>|suicidio|morir|muerte|<metodo>
			antes de <matar>
			no es que no quiera|quiero ~1 morir|matar|vivir ~1 me?
			podria|podrian ~1 <matar>|matar
			no me|se atrevo ~2 <matar>|<metodo>
		`,
	},
	{
		id: 'method',
		what: about(3, { deed: true }),
		patterns: `
			<metodo>
			<modal> <metodo>
			pensar|imaginar|fantaseo ~2 en|me|con ~1 <metodo>|saltar|tirarme|ahorcando|colgando|lanzarme
			me imaginar ~1 ahorcar|colgar|saltando|estrellando|tirando
			si tuviera|tuviese una|un|el ~1 pistola|arma|revolver|valor
			mirar|veo ~3 pastillas|puente|soga|cuchillo|navaja|balcon|ventana|pistola ~3 pensar|y|saltar
			asomar ~3 balcon|ventana|puente ~2 pensar|y
		`,
	},
	{
		id: 'looking-for-a-way',
		what: about(3, { anyway: true, weight: 3.1, subject: 'self' }),
		patterns: `
			buscar|investigar|investigue|googlear|leer|preguntar|saber|necesito ~5 forma|formas|maneras|metodos|metodo|como|cuantas|manera|indolora ~4 <matar>|morir|suicidio|suicidar
			forma|manera|modo|metodo|formas|maneras|metodos ~3 dolorosa|indolora|rapida|facil|rapido|efectivo|dolor ~2 de|para|morir ~1 <matar>|morir|irse|irme|suicidio|acabar
			forma|manera|metodo ~3 morir|<matar>|suicidio
			cuantas|cuantos|cuanta|cuanto <pastillas> ~4 morir|matar|falta|hacen|necesito|sobredosis|letal
			morir|morirme sin dolor|sufrir
			dosis|cantidad letal|mortal
			como <matar>
			eutanasia
		`,
	},
	{
		id: 'intent',
		what: about(4, { deed: true, time: 'future' }),
		patterns: `
			me ~1 ir a matar|suicidar|quitar|ahorcar|tirar|colgar|lanzar ~1 la? vida?
			ir a <matar>|<metodo>
			decidir|planear|jurar ~2 <matar>|<metodo>|suicidio
			si ~5 me mato|suicido|ahorco|tiro
			me suicidare|matare|quitare|ahorcare|colgare|tirare
			acabare|terminare con ~1 vida|todo
			a punto de ~1 <matar>|<metodo>
			estar|listo|lista|preparado para|dispuesto a? ~1 <matar>|morir
			nadie me ~1 va|puede|podra a? ~1 parar|detener|impedir
			si ~6 me mato
			no ~2 aguantar|aguantarme|controlar ~4 hacer ~1 lo
		`,
	},
	{
		id: 'intent-hinted',
		what: about(4, { anyway: true, time: 'future', leans: true }),
		patterns: `
			lo hago|hare ~1
			<pronto> lo hago|hare
			ya lo? ~1 tener|haber ~1 decidido
			no ~1 ir a estar ~1 ano|aqui|mas|para|proximo|manana
			que viene no ~1 estar
			no creo|pienso ~2 que ~1 pase|llegue|aguante|sobreviva|viva ~1 de|a|esta|manana|el
			no paso|pase|llego|llegue|sobrevivo|aguanto de|a|esta ~1 semana|noche|ano|mes|hoy|manana|navidad
			cuando ~1 se? ~1 muera|muere|falte|vaya ~4 me ir|mato
			lo ir a hacer
			no ~1 ir|puedo ~1 a? poder? aguantar|controlar me esta ~1 vez
			lo hare
			a punto de hacer lo
			no me fio
			me ir a ir ~1 pronto|siempre|yo
			me voy yo tambien
			ya no hay vuelta
			pronto ~2 en? paz|descansar|acabar|termina
		`,
	},
	{
		id: 'plan',
		what: about(5, { anyway: true, time: 'future' }),
		patterns: `
			<matar>|<metodo> <pronto>
			<pronto> ~1 me ~1 ir? a? <matar>|mato|suicido|tomo|ahorco|tiro|cuelgo
			<pronto> ~2 <metodo>
			<pronto> ~1 me tomo <todas>
			<pronto> ~1 me mato|suicido|ahorco|cuelgo
			tener|hacer ~1 el|un|mi ~1 plan ~2 y ~1 fecha|dia|carta|metodo
			plan y ~1 fecha|dia|carta|cuerda|nota
			escribir|escrita|dejar|escrito ~2 carta|cartas|nota|notas ~2 de? ~1 despedida|suicidio|suicida|mis|adios
			carta|nota|mensaje|cartas|notas de despedida|suicidio|adios
			carta|nota suicida
			esta noche es la noche
			ya? comprar|conseguir|tener|preparar ~2 cuerda|soga|pistola|arma|pastillas|veneno ~4 <pronto>|para|lista|delante|aqui|tomar|preparada|ayer|mano|mesa
			pastillas|soga|cuerda|pistola|cuchillo ~3 delante|lista|listas|preparada|preparadas|mano|mesa|cuello|cabeza
			sentar|sentado|sentada|estar|parado|parada|subido ~3 borde|cornisa|baranda|barandilla|azotea|puente ~2 de|del|ahora|pensando
			borde de|del la|un? azotea|puente|balcon|edificio|techo|tejado|terraza
			estoy en el|la|un puente|azotea ~2 ahora|perdonenme|mirando|lista
			me|las|los ~2 ir a tomar ~1 todas|<pronto>
			me las ir a tomar
		`,
	},
	{
		id: 'prepared',
		what: about(5, { anyway: true, leans: true, time: 'future' }),
		patterns: `
			<pronto> ~1 se? ~1 termina|acabar|terminara ~1 todo?
			se acaba|termina todo
			manana|hoy|viernes termina|acaba
			me despedir
			regalar|repartir ~1 mis|todas|todo ~2 cosas|ropa|todo
			comprar|consegui la|una|el cuerda|soga|pistola|veneno
			tener la|el|una|mi fecha|plan
			dejar todo|las ~1 listo|arreglado|pagado|orden|preparado|cosas
			en el puente
		`,
	},
	{
		id: 'goodbye',
		what: about(5, { anyway: true, weight: 4, subject: 'self' }),
		patterns: `
			esta|este|esto es ~1 mi|el|la|un ~1 despedida|adios|ultimo|ultima|final
			mi|el|este ultimo|ultima ~1 mensaje|post|noche|dia|publicacion|carta
			ultimo mensaje
			cuando|si lean|leas|lea|leais|encuentren ~1 esto ~2 no|ya|habre|estare ~2 estar|muerto|muerta|ido
			cuando lean|leas|leais|alguien ~1 lea? esto
			ya no estar ~1 aqui|vivo|viva?
			adios a? ~1 todos|mundo|siempre|vida|familia|cruel
			adios para siempre
			hasta|nos vemos siempre|en el|la otro|otra lado|vida
		`,
	},
	{
		id: 'farewell',
		what: about(5, { anyway: true, leans: true, subject: 'self' }),
		patterns: `
			cuidar|cuiden|cuida|cuide ~1 de|a|mucho ~1 mi|mis
			no fue|es culpa|su culpa? ~1 de? nadie|ustedes|tuya?
			perdon|perdonen|perdonenme|perdoname|perdoneis|perdona|perdonadme me? ~1 todos|mama|familia|por|hijos?
			los|las|os quiero|amo ~1 mucho|todos
			gracias por todo
			gracias por haberme|todo|escucharme|haber ~1 me? ~1 escuchado?
			digan le|les ~1 a ~2 que
			adios
		`,
	},
	{
		id: 'attempt',
		what: about(6, { anyway: true, deed: true, time: 'past' }),
		patterns: `
			=tome|=trague|=tragado|=tomado ~2 <pastillas> ~2 para ~1 morir|<matar>|no
			=intente|=intento|=intentado|=trate|=tratado|=intentando|=quise ~1 de? <matar>|<metodo>|morir
			me ~1 =intente|=trate|=intentado|=quise de? matar|suicidar|ahorcar|quitar|colgar|cortar
			=intento|intentos de? suicidio|suicida|matarme
			# intentos
			intento|intentos de suicidio|quitarme|matarme
			dos|tres|cuatro|varios|muchos|primer|segundo|tercer|ultimo|mi intento|intentos ~1 de? suicidio?
			despues|tras|por de? ~1 intentar ~1 de? ~1 <matar>|suicidio
			por intentar <matar>
			me =tome|=tomado|=trague una? sobredosis
			me ~1 =tome|=trague|=tomado|=tragado <todas>
			me =corte|=corto|=abri las venas|munecas
			me =tire|=lance|=arroje de|del|desde|por|al ~2 <alto>|<via>
			me =ahorque|=colgue|=dispare|=envenene
			sobrevivir|sobrevivi a? ~1 mi|un intento|suicidio|sobredosis
			intente|trate|intentado suicidarme|suicidar
			lavado de estomago|gastrico
			rompio la cuerda|soga
			ya|casi ~1 intente ~1 me?
		`,
	},
	{
		id: 'being-done',
		what: about(6, { anyway: true, time: 'now', weight: 5 }),
		patterns: `
			me acabar de tomar|tragar|cortar|beber ~1 <todas>|venas|las
			acabar de tomar|tragar me ~1 <todas>|las
			ya lo|las? hice|tome|hecho ~3 tome|pastillas|cuarenta|#|tomado|siento
			me|las ~1 he tragado|tomado ~1 <todas>
			me =corte las venas ~4 sangrar|para
			ya me ~1 tome|trague ~1 <todas>|las
			me estoy desangrando|muriendo
			me tome ~1 cuarenta|treinta|veinte|#|todas|todo ~2 sentir|sueno
			tome|trague ~3 hace ~1 # minutos
		`,
	},
];
